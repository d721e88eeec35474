-- What measuring 200 000 dossiers asked for: the same answers, sooner.

-- Who is there, and what that opens, was asked through functions within functions: nine calls for one scope, and three or four
-- scopes a query. The bodies move to three functions that the planner writes out in place (security invoker, no SET, for the
-- guardian only): each scope is then one call. They are the only place that says what a live session and a live mandate are.
create function acces.horloge() returns table (le timestamptz)
  language sql stable
  as $$
    select case when i.horloge_reglable
      then coalesce(nullif(pg_catalog.current_setting('preau.maintenant', true), '')::timestamptz, pg_catalog.now())
      else pg_catalog.now() end
    from acces.instance i
  $$;

create function acces.session_vivante() returns setof acces.session
  language sql stable
  as $$
    select s.* from acces.horloge() t, acces.session s
    where s.empreinte = pg_catalog.sha256(pg_catalog.decode(nullif(pg_catalog.current_setting('preau.session', true), ''), 'hex'))
      and s.close_le is null
      and s.finit_le > t.le
      and s.vue_le > t.le - interval '30 minutes'
  $$;

create function acces.mandats_vivants() returns setof annuaire.mandat
  language sql stable
  as $$
    select m.* from acces.horloge() t, acces.session_vivante() s, annuaire.mandat m
    where m.acad = s.acad and m.agent = s.agent and m.du <= t.le and (m.au is null or m.au > t.le)
  $$;

revoke all on function acces.horloge(), acces.session_vivante(), acces.mandats_vivants() from public;
grant execute on function acces.horloge(), acces.session_vivante(), acces.mandats_vivants() to preau_gardien;

create or replace function acces.maintenant() returns timestamptz
  language sql stable security definer set search_path = ''
  as $$ select le from acces.horloge() $$;

create or replace function acces.ma_session() returns acces.session
  language sql stable security definer set search_path = ''
  as $$ select s from acces.session_vivante() s $$;

create or replace function acces.moi() returns uuid
  language sql stable security definer set search_path = ''
  as $$ select agent from acces.session_vivante() $$;

create or replace function acces.mon_academie() returns text
  language sql stable security definer set search_path = ''
  as $$ select acad from acces.session_vivante() $$;

create or replace function acces.mes_mandats() returns setof annuaire.mandat
  language sql stable security definer set search_path = ''
  as $$ select m.* from acces.mandats_vivants() m $$;

create or replace function acces.mes_etablissements() returns text[]
  language sql stable security definer set search_path = ''
  as $$ select coalesce(pg_catalog.array_agg(etab), '{}') from acces.mandats_vivants() where role in ('chef', 'coordonnateur') $$;

create or replace function acces.mes_circonscriptions() returns text[]
  language sql stable security definer set search_path = ''
  as $$ select coalesce(pg_catalog.array_agg(circo), '{}') from acces.mandats_vivants() where role = 'ien' $$;

create or replace function acces.mes_departements() returns text[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(pg_catalog.array_agg(dept), '{}') from acces.mandats_vivants()
    where role in ('referent_departemental', 'responsable_departemental')
  $$;

create or replace function acces.mes_academies() returns text[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(pg_catalog.array_agg(acad), '{}') from acces.mandats_vivants()
    where role in ('referente_academique', 'responsable_academique')
  $$;

create or replace function acces.mes_octrois() returns uuid[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(pg_catalog.array_agg(o.fil), '{}') from acces.horloge() t, acces.session_vivante() s, acces.octroi o
    where o.acad = s.acad and o.agent = s.agent and o.du <= t.le and (o.au is null or o.au > t.le)
      and exists (select from acces.mandats_vivants())
  $$;

create or replace function acces.mes_deports() returns uuid[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(pg_catalog.array_agg(d.fil), '{}') from acces.session_vivante() s, acces.deport d
    where d.acad = s.acad and d.agent = s.agent
  $$;

create or replace function acces.ai_role(roles text[]) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from acces.mandats_vivants() where role = any (roles)) $$;

-- A list is read in the order of its index, page by page: the order of the rows opened on the same instant is in it.
drop index confidentiel.dossier_etab, confidentiel.dossier_circo, confidentiel.dossier_dept, confidentiel.dossier_acad;
create index dossier_etab on confidentiel.dossier (acad, portee_etab, ouvert_le desc, id desc);
create index dossier_circo on confidentiel.dossier (acad, portee_circo, ouvert_le desc, id desc) where portee_circo is not null;
create index dossier_dept on confidentiel.dossier (acad, portee_dept, ouvert_le desc, id desc);
create index dossier_acad on confidentiel.dossier (acad, ouvert_le desc, id desc);
