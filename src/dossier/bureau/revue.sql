-- maRevue | nullable: perimetre, commencee_le
select (r).perimetre, (r).commencee_le from (select acces.ma_revue() as r) x where (r).agent is not null

-- commencer | nonnull: le
select acces.commencer_revue(:perimetre) as le

-- miensARevoir
-- Not reviewed since the review began, the longest unseen first.
select d.numero, d.id from confidentiel.dossier d
  where d.acad = :acad and d.responsable = any (:agents::uuid[]) and d.echeance is not null
    and (d.revu_le is null or d.revu_le < :depuis) and d.ouvert_le < :depuis
  order by d.echeance, d.id limit 200

-- tousARevoir
select d.numero, d.id from (
    select * from (select id, numero, echeance, revu_le, ouvert_le from confidentiel.dossier d
      where d.acad = :acad and d.portee_etab = any (:etabs::text[]) and d.echeance is not null
        and (d.revu_le is null or d.revu_le < :depuis) and d.ouvert_le < :depuis order by d.echeance, d.id limit 200) a
    union select * from (select id, numero, echeance, revu_le, ouvert_le from confidentiel.dossier d
      where d.acad = :acad and d.portee_circo = any (:circos::text[]) and d.echeance is not null
        and (d.revu_le is null or d.revu_le < :depuis) and d.ouvert_le < :depuis order by d.echeance, d.id limit 200) b
    union select * from (select id, numero, echeance, revu_le, ouvert_le from confidentiel.dossier d
      where d.acad = :acad and d.portee_dept = any (:depts::text[]) and d.echeance is not null
        and (d.revu_le is null or d.revu_le < :depuis) and d.ouvert_le < :depuis order by d.echeance, d.id limit 200) c
    union select * from (select id, numero, echeance, revu_le, ouvert_le from confidentiel.dossier d
      where d.acad = any (:acads::text[]) and d.echeance is not null
        and (d.revu_le is null or d.revu_le < :depuis) and d.ouvert_le < :depuis order by d.echeance, d.id limit 200) e) d
  order by d.echeance, d.id limit 200

-- marquer
update confidentiel.dossier set revu_le = acces.maintenant() where acad = :acad and id = :id

-- derniereRevue
select revu_le from confidentiel.dossier where acad = :acad and id = :id
