-- lePole
select telephone, mail, rattachement, presidence, membres, themes, version from prevention.pole where acad = :acad

-- estDUnAgent | nonnull: oui
select exists (select from annuaire.agent where acad = :acad and mail = lower(:mail::text)) as oui

-- poserPole
insert into prevention.pole (acad, telephone, mail, rattachement, presidence, membres, themes, par, le)
  values (:acad, :telephone, :mail, :rattachement, :presidence, :membres, :themes, acces.moi(), acces.maintenant())
  on conflict do nothing

-- changerPole
update prevention.pole set telephone = :telephone, mail = :mail, rattachement = :rattachement, presidence = :presidence,
    membres = :membres, themes = :themes, par = acces.moi(), le = acces.maintenant(), version = version + 1
  where acad = :acad and version = :version
