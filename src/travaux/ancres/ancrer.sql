-- seul | nonnull: pris
-- One process at a time does this; the others pass.
select pg_try_advisory_xact_lock(hashtext('preau ancres')) as pris

-- derniere
select rang, le, empreinte from machine.ancre where acad = :acad order by rang desc limit 1

-- tetesBougees
-- The heads that are not where the last anchor that holds them left them.
select c.fil, c.rang as rang_fait, c.tete
  from confidentiel.chaine c
  left join lateral (
    select t.tete from machine.ancre_tete t where t.acad = c.acad and t.fil = c.fil order by t.rang desc limit 1) a on true
  where c.acad = :acad and c.tete is distinct from a.tete
  order by c.fil

-- poserAncre
insert into machine.ancre (acad, rang, le, empreinte, signature, cle) values (:acad, :rang, :le, :empreinte, :signature, :cle)

-- poserTetes
insert into machine.ancre_tete (acad, rang, fil, rang_fait, tete)
  select :acad, :rang, t.fil, t.rang_fait, t.tete
  from unnest(:fils::uuid[], :rangs::int[], :tetes::bytea[]) as t (fil, rang_fait, tete)

-- ancresDepuis
select acad, rang, le, empreinte, signature, cle from machine.ancre where acad = :acad and rang > :rang order by rang
