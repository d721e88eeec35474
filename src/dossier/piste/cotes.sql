-- entendus
-- Whom an agent has already heard in the talks of the dossier, and in which role.
select distinct e.role, e.personne from confidentiel.entretien e
  where e.acad = :acad and e.fil = :fil and e.issue = 'tenu' and :agent::uuid = any (e.adultes)
    and not exists (select from confidentiel.entretien s where s.acad = e.acad and s.suite = e.suite and s.version > e.version)

-- delEquipe
-- Adults of a running shared concern, those who left it too.
select i.id, i.agent, i.cote, i.identite from confidentiel.intervenant i
  where i.acad = :acad and i.fil = :fil
    and exists (select from confidentiel.piste p where p.acad = i.acad and p.fil = i.fil and p.methode = 'mpp' and p.issue is null)

-- placee
-- On which side of the running shared concern a pupil was already planned or seen, under any of their entries.
select distinct c.cote from confidentiel.eleve_cote c
  join confidentiel.piste p on p.acad = c.acad and p.fil = c.fil and p.id = c.piste and p.issue is null
  where c.acad = :acad and c.fil = :fil and c.personne = any (:personnes::uuid[])
