-- entendus
-- Which side an agent has already heard, in the talks of the dossier.
select distinct e.role from confidentiel.entretien e
  where e.acad = :acad and e.fil = :fil and e.issue = 'tenu' and :agent::uuid = any (e.adultes) and e.role in ('cible', 'auteur_presume')
    and not exists (select from confidentiel.entretien s where s.acad = e.acad and s.suite = e.suite and s.version > e.version)

-- delEquipe
-- Adults of a running shared concern among these.
select i.agent, i.cote, a.prenom, a.nom from confidentiel.intervenant i join annuaire.agent a on a.acad = i.acad and a.id = i.agent
  where i.acad = :acad and i.fil = :fil and i.agent = any (:agents::uuid[])
    and exists (select from confidentiel.piste p where p.acad = i.acad and p.fil = i.fil and p.methode = 'mpp' and p.issue is null)
