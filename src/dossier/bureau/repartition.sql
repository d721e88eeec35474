-- charge | nonnull: responsable, prenom, nom, ouverts, retard, urgents, semaine | nullable: absent_jusqu, remplacant
-- Open dossiers of each person, in what the caller sees. The scope is repeated so that an index serves it.
select a.id as responsable, a.prenom, a.nom, c.ouverts, c.retard, c.urgents, c.semaine, b.au as absent_jusqu, r.prenom || ' ' || r.nom as remplacant
  from (
    select d.responsable, count(*)::int as ouverts, count(*) filter (where d.echeance <= :maintenant)::int as retard,
        count(*) filter (where d.urgences <> '{}')::int as urgents, count(*) filter (where d.echeance > :maintenant and d.echeance < :avant)::int as semaine
      from confidentiel.dossier d
      where d.acad = :acad and d.echeance is not null
        and (d.portee_etab = any (:etabs::text[]) or d.portee_circo = any (:circos::text[]) or d.portee_dept = any (:depts::text[])
          or d.acad = any (:acads::text[]))
      group by d.responsable) c
  join annuaire.agent a on a.acad = :acad and a.id = c.responsable
  left join lateral (select * from annuaire.absence b where b.acad = :acad and b.agent = a.id and b.annulee_le is null
    and acces.aujourdhui() between b.du and b.au limit 1) b on true
  left join annuaire.agent r on r.acad = :acad and r.id = b.remplacant
  order by c.ouverts desc, a.nom, a.prenom limit 200

-- dossiersDe
select d.id, d.numero, d.etat, d.echeance, d.urgences, d.responsable, e.nom as ecole, e.commune
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = :acad and d.responsable = :agent and d.echeance is not null
    and (d.portee_etab = any (:etabs::text[]) or d.portee_circo = any (:circos::text[]) or d.portee_dept = any (:depts::text[])
      or d.acad = any (:acads::text[]))
  order by d.echeance, d.id limit 60

-- dossiersParIds
select d.id, d.numero, d.etat, d.echeance, d.urgences, d.responsable, e.nom as ecole, e.commune
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = :acad and d.id = any (:ids::uuid[])
  order by d.echeance, d.id limit 60

-- signalementsParIds
select s.id, s.recu_le, e.nom as ecole, e.commune
  from confidentiel.signalement s join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
  where s.acad = :acad and s.id = any (:ids::uuid[]) order by s.echeance limit 60

-- candidats | nonnull: agent, prenom, nom, role, ouverts, vus
-- Who could take them: whoever sees them, the least loaded first. `vus`: how many of these they see.
select l.agent, l.prenom, l.nom, min(l.role) as role, count(distinct f.fil)::int as vus,
    (select count(*)::int from confidentiel.dossier d where d.acad = :acad and d.responsable = l.agent and d.echeance is not null) as ouverts
  from unnest(:fils::uuid[]) f (fil) cross join lateral acces.lecteurs(f.fil) l
  where l.role <> 'equipe'
  group by l.agent, l.prenom, l.nom
  order by count(distinct f.fil) desc, 6, l.nom

-- nomsDe
select id, prenom, nom from annuaire.agent where acad = :acad and id = any (:ids::uuid[])
