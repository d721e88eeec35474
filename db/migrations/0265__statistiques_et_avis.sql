-- What the public page of statistics may know of reports: one share, over whole months that are finished, and never a count. Fewer
-- than ten on either side are hidden behind a bound, so that nobody is told apart by a difference between two readings.
create function confidentiel.part_lus_a_temps(p_acad text, p_du date, p_au date) returns table (au_moins integer, au_plus integer)
  language sql stable security definer set search_path = ''
  as $$
    with lus as (
      select (s.lu_le at time zone 'Europe/Paris')::date <= (
          select min(j.jour)::date from generate_series(r.jour + 1, r.jour + 120, interval '1 day') j (jour)
          where extract(isodow from j.jour) < 6 and not exists (select from annuaire.calendrier c
            where c.acad = s.acad and j.jour::date between c.du and c.au)) as a_temps
      from confidentiel.signalement s cross join lateral (select (s.recu_le at time zone 'Europe/Paris')::date as jour) r
      where s.acad = p_acad and s.canal = 'site' and r.jour between p_du and p_au),
    n as (select count(*)::int as tous, count(*) filter (where a_temps)::int as bons from lus)
    select case when tous < 10 then null when bons between 1 and 9 then 0 when tous - bons between 1 and 9 then 100 * (tous - 10) / tous
        else 100 * bons / tous end,
      case when tous < 10 then null when bons between 1 and 9 then (100 * 10 + tous - 1) / tous when tous - bons between 1 and 9 then 100
        else (100 * bons + tous - 1) / tous end
    from n
  $$;
grant create on schema confidentiel to preau_gardien;
alter function confidentiel.part_lus_a_temps(text, date, date) owner to preau_gardien;
revoke create on schema confidentiel from preau_gardien;
revoke all on function confidentiel.part_lus_a_temps(text, date, date) from public;
grant execute on function confidentiel.part_lus_a_temps(text, date, date) to preau_public;

-- « Je donne mon avis »: how many answered what, by day. No text, since a child might tell there what nobody would read in time.
create table prevention.avis (
  acad text not null references annuaire.academie,
  jour date not null,
  qui text not null check (qui in ('eleve', 'parent', 'personnel', 'autre')),
  trouve text not null check (trouve in ('oui', 'en_partie', 'non')),
  nombre integer not null check (nombre > 0),
  primary key (acad, jour, qui, trouve)
);
comment on table prevention.avis is 'Counts of answers: nobody, no address, no text';
alter table prevention.avis enable row level security;
alter table prevention.avis force row level security;
grant select, insert, update on prevention.avis to preau_gardien;
create policy gardien on prevention.avis to preau_gardien using (true) with check (true);

create function prevention.donner_avis(p_acad text, p_qui text, p_trouve text) returns void
  language sql security definer set search_path = ''
  as $$
    insert into prevention.avis as a (acad, jour, qui, trouve, nombre)
      values (p_acad, (acces.maintenant() at time zone 'Europe/Paris')::date, p_qui, p_trouve, 1)
    on conflict (acad, jour, qui, trouve) do update set nombre = a.nombre + 1
  $$;
-- Over a period, and only those that ten people or more gave; when one alone is hidden, the smallest of the others is hidden with it,
-- since the sum would tell it.
create function prevention.avis_donnes(p_acad text, p_du date, p_au date) returns table (trouve text, nombre integer)
  language sql stable security definer set search_path = ''
  as $$
    with n as (select a.trouve, sum(a.nombre)::int as nombre from prevention.avis a
      where a.acad = p_acad and a.jour between p_du and p_au group by a.trouve),
    r as (select n.*, row_number() over (order by nombre, trouve) as rang, count(*) filter (where nombre < 10) over () as petits from n)
    select r.trouve, case when nombre < 10 or (petits = 1 and rang = 2) then null else nombre end from r order by r.trouve
  $$;
grant create on schema prevention to preau_gardien;
alter function prevention.donner_avis(text, text, text) owner to preau_gardien;
alter function prevention.avis_donnes(text, date, date) owner to preau_gardien;
revoke create on schema prevention from preau_gardien;
revoke all on function prevention.donner_avis(text, text, text), prevention.avis_donnes(text, date, date) from public;
grant execute on function prevention.donner_avis(text, text, text), prevention.avis_donnes(text, date, date) to preau_public;
