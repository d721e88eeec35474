-- memesNoms | nonnull: fil, communs
-- Other threads that share names with this one, among what the agent sees.
select j.fil, array_agg(j.jeton) as communs
  from confidentiel.jeton_nom j
  where j.acad = :acad and j.jeton = any (:jetons::bytea[]) and j.fil <> :fil
  group by j.fil order by count(*) desc limit 20

-- dossiers
-- By their names in common, or because the school and the period are the same; those that have ended too: what comes back after the
-- end opens them anew, or is explained.
select d.id, d.numero, d.etab, d.etat, d.ouvert_le, e.nom as ecole, e.commune
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = :acad and d.etat <> 'doublon'
    and (d.id = any (:ids::uuid[]) or (d.etab = :etab and d.ouvert_le between :du and :au))
  order by d.id = any (:ids::uuid[]) desc, d.ouvert_le desc limit 20

-- signalements
select s.id, s.etab, s.etat, s.recu_le, s.quoi, e.nom as ecole, e.commune
  from confidentiel.signalement s join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
  where s.acad = :acad and s.id <> :id
    and (s.id = any (:ids::uuid[]) or (s.etab = :etab and s.recu_le between :du and :au))
  order by s.id = any (:ids::uuid[]) desc, s.recu_le desc limit 20
