-- inserer
-- Zero rows: this very dossier exists already (double click), or the number was drawn before.
insert into confidentiel.dossier (acad, id, numero, dept, circo, etab, niveau, protocole, etat, urgences, responsable, echeance,
    ouvert_par, ouvert_le, pris_le, resume)
  values (:acad, :id, :numero, :dept, :circo?, :etab, :niveau, :protocole, :etat, :urgences, :responsable, :echeance,
    acces.moi(), acces.maintenant(), case when :etat = 'recu' then null else acces.maintenant() end, :resume)
  on conflict do nothing

-- numeroDe
select numero from confidentiel.dossier where acad = :acad and id = :id

-- signalement | nonnull: rattache
select exists (select from confidentiel.rattachement r where r.acad = s.acad and r.fil = s.id and r.defait_le is null) as rattache,
    s.id, s.dept, s.circo, s.etab, s.niveau, s.urgences, s.quoi, s.contenu, s.recu_le, s.etat, s.auteurs, e.nom as ecole, e.commune, e.type
  from confidentiel.signalement s join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
  where s.acad = :acad and s.id = :id

-- accueil | nonnull: dept, type, niveau
select dept, circo, type, niveau from annuaire.accueil(:acad, :etab, false)

-- ecole
select etab, nom, type, commune, dept, circo from annuaire.etablissement where acad = :acad and etab = :etab and etat <> 'ferme'
