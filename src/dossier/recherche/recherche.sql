-- ouverts | nonnull: numero, ecole
-- The open dossiers in one's charge, and in that of whoever one stands in for; what is due first comes first.
select d.numero, e.nom as ecole, e.commune
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = :acad and d.responsable = any (:agents::uuid[]) and d.echeance is not null
  order by d.echeance, d.id limit :combien
