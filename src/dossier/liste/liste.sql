-- parEtab
-- One statement a level: the scope predicate is repeated so that an index serves it, the policies stay for safety.
-- The page first, what is said of its rows after. A filter is a `case` because the planner, which prepares once for all values,
-- would count on « is null or = » to leave next to nothing, and read and sort the whole scope for it. 31: a page and one more,
-- written here so that it knows how few rows there are to join. What a school carries happens in it (`portee_etab` is `etab` or nothing):
-- it is read once.
select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, d.persiste_le, e.nom as ecole, e.commune, r.prenom, r.nom
  from (
    select d.* from confidentiel.dossier d
    where d.acad = :acad and d.portee_etab = :code and (d.ouvert_le, d.id) < (:avantLe, :avantId)
      and case when :etat?::text is null then true else d.etat = :etat end
      and case when :etab?::text is null then true else d.etab = :etab end
      and case when :dept?::text is null then true else d.dept = :dept end
      and case when :responsable?::uuid is null then true else d.responsable = :responsable end
      and case when :retard?::timestamptz is null then true else d.echeance < :retard end
      and case when :persiste?::boolean is null then true else d.persiste_le is not null end
      and case when :repereDe?::timestamptz is null then true else d.id in (select p.fil from confidentiel.prevu p where p.acad = :acad
        and p.nature = 'tache' and p.issue is null and p.le >= :repereDe and p.le < :repereA?::timestamptz) end
    order by d.ouvert_le desc, d.id desc limit 31) d
  join annuaire.etablissement e on e.acad = :acad and e.etab = :code
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  order by d.ouvert_le desc, d.id desc

-- parCirco
select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, d.persiste_le, e.nom as ecole, e.commune, r.prenom, r.nom
  from (
    select d.* from confidentiel.dossier d
    where d.acad = :acad and d.portee_circo = :code and (d.ouvert_le, d.id) < (:avantLe, :avantId)
      and case when :etat?::text is null then true else d.etat = :etat end
      and case when :etab?::text is null then true else d.etab = :etab end
      and case when :dept?::text is null then true else d.dept = :dept end
      and case when :responsable?::uuid is null then true else d.responsable = :responsable end
      and case when :retard?::timestamptz is null then true else d.echeance < :retard end
      and case when :persiste?::boolean is null then true else d.persiste_le is not null end
      and case when :repereDe?::timestamptz is null then true else d.id in (select p.fil from confidentiel.prevu p where p.acad = :acad
        and p.nature = 'tache' and p.issue is null and p.le >= :repereDe and p.le < :repereA?::timestamptz) end
    order by d.ouvert_le desc, d.id desc limit 31) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  order by d.ouvert_le desc, d.id desc

-- parDept
select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, d.persiste_le, e.nom as ecole, e.commune, r.prenom, r.nom
  from (
    select d.* from confidentiel.dossier d
    where d.acad = :acad and d.portee_dept = :code and (d.ouvert_le, d.id) < (:avantLe, :avantId)
      and case when :etat?::text is null then true else d.etat = :etat end
      and case when :etab?::text is null then true else d.etab = :etab end
      and case when :dept?::text is null then true else d.dept = :dept end
      and case when :responsable?::uuid is null then true else d.responsable = :responsable end
      and case when :retard?::timestamptz is null then true else d.echeance < :retard end
      and case when :persiste?::boolean is null then true else d.persiste_le is not null end
      and case when :repereDe?::timestamptz is null then true else d.id in (select p.fil from confidentiel.prevu p where p.acad = :acad
        and p.nature = 'tache' and p.issue is null and p.le >= :repereDe and p.le < :repereA?::timestamptz) end
    order by d.ouvert_le desc, d.id desc limit 31) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  order by d.ouvert_le desc, d.id desc

-- parAcad
select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, d.persiste_le, e.nom as ecole, e.commune, r.prenom, r.nom
  from (
    select d.* from confidentiel.dossier d
    where d.acad = :code and (d.ouvert_le, d.id) < (:avantLe, :avantId)
      and case when :etat?::text is null then true else d.etat = :etat end
      and case when :etab?::text is null then true else d.etab = :etab end
      and case when :dept?::text is null then true else d.dept = :dept end
      and case when :responsable?::uuid is null then true else d.responsable = :responsable end
      and case when :retard?::timestamptz is null then true else d.echeance < :retard end
      and case when :persiste?::boolean is null then true else d.persiste_le is not null end
      and case when :repereDe?::timestamptz is null then true else d.id in (select p.fil from confidentiel.prevu p where p.acad = :code
        and p.nature = 'tache' and p.issue is null and p.le >= :repereDe and p.le < :repereA?::timestamptz) end
    order by d.ouvert_le desc, d.id desc limit 31) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  order by d.ouvert_le desc, d.id desc

-- parIds
-- What was granted one by one, or what a search has found.
select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, d.persiste_le, e.nom as ecole, e.commune, r.prenom, r.nom
  from (
    select d.* from confidentiel.dossier d
    where d.acad = :acad and d.id = any (:ids::uuid[]) and (d.ouvert_le, d.id) < (:avantLe, :avantId)
      and case when :etat?::text is null then true else d.etat = :etat end
      and case when :etab?::text is null then true else d.etab = :etab end
      and case when :dept?::text is null then true else d.dept = :dept end
      and case when :responsable?::uuid is null then true else d.responsable = :responsable end
      and case when :retard?::timestamptz is null then true else d.echeance < :retard end
      and case when :persiste?::boolean is null then true else d.persiste_le is not null end
      and case when :repereDe?::timestamptz is null then true else d.id in (select p.fil from confidentiel.prevu p where p.acad = :acad
        and p.nature = 'tache' and p.issue is null and p.le >= :repereDe and p.le < :repereA?::timestamptz) end
    order by d.ouvert_le desc, d.id desc limit 31) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  order by d.ouvert_le desc, d.id desc

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
