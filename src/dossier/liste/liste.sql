-- parEtab
-- One statement a level: the scope predicate is repeated so that an index serves it, the policies stay for safety.
select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, e.nom as ecole, e.commune, r.prenom, r.nom
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  where d.acad = :acad and d.portee_etab = :code and (d.ouvert_le, d.id) < (:avantLe, :avantId)
    and (:etat?::text is null or d.etat = :etat) and (:etab?::text is null or d.etab = :etab) and (:dept?::text is null or d.dept = :dept)
    and (:responsable?::uuid is null or d.responsable = :responsable) and (:retard?::timestamptz is null or d.echeance < :retard)
  order by d.ouvert_le desc, d.id desc limit :n

-- parCirco
select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, e.nom as ecole, e.commune, r.prenom, r.nom
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  where d.acad = :acad and d.portee_circo = :code and (d.ouvert_le, d.id) < (:avantLe, :avantId)
    and (:etat?::text is null or d.etat = :etat) and (:etab?::text is null or d.etab = :etab) and (:dept?::text is null or d.dept = :dept)
    and (:responsable?::uuid is null or d.responsable = :responsable) and (:retard?::timestamptz is null or d.echeance < :retard)
  order by d.ouvert_le desc, d.id desc limit :n

-- parDept
select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, e.nom as ecole, e.commune, r.prenom, r.nom
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  where d.acad = :acad and d.portee_dept = :code and (d.ouvert_le, d.id) < (:avantLe, :avantId)
    and (:etat?::text is null or d.etat = :etat) and (:etab?::text is null or d.etab = :etab) and (:dept?::text is null or d.dept = :dept)
    and (:responsable?::uuid is null or d.responsable = :responsable) and (:retard?::timestamptz is null or d.echeance < :retard)
  order by d.ouvert_le desc, d.id desc limit :n

-- parAcad
select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, e.nom as ecole, e.commune, r.prenom, r.nom
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  where d.acad = :code and (d.ouvert_le, d.id) < (:avantLe, :avantId)
    and (:etat?::text is null or d.etat = :etat) and (:etab?::text is null or d.etab = :etab) and (:dept?::text is null or d.dept = :dept)
    and (:responsable?::uuid is null or d.responsable = :responsable) and (:retard?::timestamptz is null or d.echeance < :retard)
  order by d.ouvert_le desc, d.id desc limit :n

-- parIds
-- What was granted one by one, or what a search has found.
select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, e.nom as ecole, e.commune, r.prenom, r.nom
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  where d.acad = :acad and d.id = any (:ids::uuid[]) and (d.ouvert_le, d.id) < (:avantLe, :avantId)
    and (:etat?::text is null or d.etat = :etat) and (:etab?::text is null or d.etab = :etab) and (:dept?::text is null or d.dept = :dept)
    and (:responsable?::uuid is null or d.responsable = :responsable) and (:retard?::timestamptz is null or d.echeance < :retard)
  order by d.ouvert_le desc, d.id desc limit :n

-- octrois | nonnull: fil
select unnest(acces.mes_octrois()) as fil

-- idDe
select id from confidentiel.dossier where acad = :acad and numero = :numero

-- parNoms
-- Dossiers that hold every name looked for.
select j.fil from confidentiel.jeton_nom j
  where j.acad = :acad and j.jeton = any (:jetons::bytea[])
  group by j.fil having count(*) = :n::int limit 500

-- responsables
select distinct a.id, a.prenom, a.nom from confidentiel.dossier d join annuaire.agent a on a.acad = d.acad and a.id = d.responsable
  where d.acad = :acad and d.responsable = :id
