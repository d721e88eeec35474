-- poser
-- Zero rows: this very grid had been sent already.
insert into confidentiel.evaluation (acad, id, fil, grille, contenu, par, qualite, le)
  values (:acad, :id, :fil, :grille, :contenu, (select acces.moi()), :qualite, (select acces.maintenant())) on conflict do nothing

-- toutes
select e.id, e.grille, e.contenu, e.par, e.qualite, e.le, a.prenom, a.nom
  from confidentiel.evaluation e join annuaire.agent a on a.acad = e.acad and a.id = e.par
  where e.acad = :acad and e.fil = :fil order by e.le, e.id

-- qualifier
insert into confidentiel.qualification (acad, id, fil, qualification, contenu, par, qualite, le)
  values (:acad, :id, :fil, :qualification, :contenu, (select acces.moi()), :qualite, (select acces.maintenant())) on conflict do nothing

-- qualifications
select q.id, q.qualification, q.contenu, q.par, q.qualite, q.le, a.prenom, a.nom
  from confidentiel.qualification q join annuaire.agent a on a.acad = q.acad and a.id = q.par
  where q.acad = :acad and q.fil = :fil order by q.le desc, q.id desc
