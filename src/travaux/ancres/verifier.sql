-- figer
-- One picture of everything for the whole check, while others go on writing.
set transaction isolation level repeatable read, read only

-- compter | nonnull: n
select coalesce(sum(rang), 0)::bigint as n from confidentiel.chaine

-- faitsSuivants | nonnull: par, le, detail | nullable: rangtete, tete
-- Facts in the order of their chains, from just after the last one seen, each with the head of its chain. Microseconds and
-- text: JavaScript has neither.
select f.acad, f.fil, f.rang, f.verbe, coalesce(f.par::text, '') as par, f.qualite,
    (extract(epoch from f.le) * 1000000)::bigint::text as le, f.detail::text as detail, f.precedent, f.empreinte,
    c.rang as rangtete, c.tete
  from confidentiel.fait f left join confidentiel.chaine c on c.acad = f.acad and c.fil = f.fil
  where (f.acad, f.fil, f.rang) > (:acad, :fil::uuid, :rang::int)
  order by f.acad, f.fil, f.rang
  limit :combien::int

-- faitDUnRecu
-- What a receipt proves: the first fact of a report, found by its fingerprint.
select acad, fil, le from confidentiel.fait
  where empreinte = decode(:empreinte, 'hex') and rang = 1 and verbe in ('signalement.deposer', 'signalement.saisir')

-- chainesVides
select c.acad, c.fil, c.rang from confidentiel.chaine c
  where not exists (select from confidentiel.fait f where f.acad = c.acad and f.fil = c.fil)
  order by c.acad, c.fil

-- filsSansChaine | nonnull: acad, fil
-- A thread has a key from its first moment, and its first fact in the same transaction.
select k.acad, k.fil from confidentiel.cle k
  where not exists (select from confidentiel.chaine c where c.acad = k.acad and c.fil = k.fil)
  order by k.acad, k.fil

-- ancres
select acad, rang, le, empreinte, signature, cle from machine.ancre order by acad, rang

-- tetesAncrees
select fil, rang_fait, tete from machine.ancre_tete where acad = :acad and rang = :rang order by fil

-- tetesDementies | nonnull: acad, fil, rang, rang_fait, disparu
-- Anchored heads that the facts do not bear out any more.
select t.acad, t.fil, t.rang, t.rang_fait, f.fil is null as disparu
  from machine.ancre_tete t left join confidentiel.fait f on f.acad = t.acad and f.fil = t.fil and f.rang = t.rang_fait
  where f.empreinte is distinct from t.tete
  order by t.acad, t.fil, t.rang
