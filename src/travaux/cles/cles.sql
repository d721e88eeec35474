-- versions | nonnull: cles
-- Keys that live, by version of the envelope they are wrapped in.
select version, count(*) as cles from confidentiel.cle where emballee is not null group by version order by version

-- aRemballer | nonnull: emballee
select acad, fil, version, emballee from confidentiel.cle
  where (acad, fil) > (:acad, :fil::uuid) and version < :nouvelle and emballee is not null
  order by acad, fil limit :combien::int

-- remballer
-- A key that was erased or wrapped anew meanwhile is left as it is.
update confidentiel.cle c set version = :nouvelle, emballee = n.emballee
  from unnest(:acads::text[], :fils::uuid[], :anciennes::int[], :emballees::bytea[]) as n (acad, fil, ancienne, emballee)
  where c.acad = n.acad and c.fil = n.fil and c.version = n.ancienne and c.emballee is not null
