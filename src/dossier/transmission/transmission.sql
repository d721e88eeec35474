-- transmissions
select t.id, t.destinataire, t.decision, t.gravite, t.parents, t.base, t.jour, t.contenu, t.qualite, t.le, a.prenom, a.nom
  from confidentiel.transmission t join annuaire.agent a on a.acad = t.acad and a.id = t.par
  where t.acad = :acad and t.fil = :fil order by t.le, t.id

-- suites
select s.id, s.transmission, s.issue, s.jour, s.contenu, s.le, a.prenom, a.nom
  from confidentiel.transmission_suite s join annuaire.agent a on a.acad = s.acad and a.id = s.par
  where s.acad = :acad and s.fil = :fil order by s.le, s.id

-- decider
insert into confidentiel.transmission (acad, id, fil, destinataire, decision, gravite, parents, base, jour, contenu, par, qualite, le)
  values (:acad, :id, :fil, :destinataire, :decision, :gravite?, :parents?, :base?, :jour, :contenu, acces.moi(), :qualite, acces.maintenant())
  on conflict do nothing

-- suivre
insert into confidentiel.transmission_suite (acad, id, fil, transmission, issue, jour, contenu, par, le)
  values (:acad, :id, :fil, :transmission, :issue, :jour, :contenu, acces.moi(), acces.maintenant())
  on conflict do nothing
