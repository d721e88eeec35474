-- lecturesSuivantes | nonnull: le, motif, mots
-- Readings from just after one, up to an instant, in their order. Microseconds as text: JavaScript has none.
select id, fil, agent, nature, (extract(epoch from le) * 1000000)::bigint::text as le,
    coalesce(motif, '') as motif, coalesce(encode(mots, 'hex'), '') as mots
  from confidentiel.consultation
  where acad = :acad and (le, id) > ('epoch'::timestamptz + :le::bigint * interval '1 microsecond', :id::uuid) and le <= :jusque
  order by le, id
  limit :combien::int

-- poserLectures
insert into machine.ancre_lectures (acad, rang, jusque, nombre, empreinte) values (:acad, :rang, :jusque, :nombre, :empreinte)

-- dernieresLectures
select jusque from machine.ancre_lectures where acad = :acad order by rang desc limit 1

-- lecturesAncrees
select acad, rang, jusque, nombre, empreinte from machine.ancre_lectures order by acad, rang
