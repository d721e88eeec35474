-- Who is there, and what that opens. These functions are the only place that knows how a scope is resolved.
create schema acces;
grant usage on schema acces to preau_gardien, preau_public, preau_agent, preau_seuil, preau_job;

create table acces.instance (
  seule boolean primary key default true check (seule),
  horloge_reglable boolean not null default false
);
comment on table acces.instance is 'horloge_reglable is true in tests and demonstrations only: there, the program may set the time';
insert into acces.instance default values;
grant select on acces.instance to preau_gardien;

create table acces.session (
  empreinte bytea primary key check (length(empreinte) = 32),
  acad text not null,
  agent uuid not null,
  ouverte_le timestamptz not null,
  vue_le timestamptz not null,
  finit_le timestamptz not null,
  close_le timestamptz,
  jeton_identite bytea,
  foreign key (acad, agent) references annuaire.agent
);
comment on column acces.session.empreinte is 'SHA-256 of the token that the browser holds; the token itself is never stored';
comment on column acces.session.jeton_identite is 'The id_token, encrypted: only to end the session at the identity provider';
create index session_finit on acces.session (finit_le);
grant select, insert, update, delete on acces.session to preau_gardien;
grant delete on acces.session to preau_job;
grant select (finit_le, close_le) on acces.session to preau_job;

create table acces.suivi (
  empreinte bytea primary key check (length(empreinte) = 32),
  acad text not null,
  signalement uuid not null,
  cree_le timestamptz not null,
  unique (acad, signalement)
);
comment on table acces.suivi is 'Return codes, as keyed hashes only. One code opens one report';
grant select on acces.suivi to preau_gardien;
grant insert on acces.suivi to preau_public;
-- No select for anybody else: a code can be tried, never listed. No update: a code is never moved to another report.

create table acces.octroi (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  agent uuid not null,
  par uuid not null,
  motif text not null check (motif <> ''),
  du timestamptz not null,
  au timestamptz,
  primary key (acad, id),
  foreign key (acad, agent) references annuaire.agent,
  foreign key (acad, par) references annuaire.agent
);
comment on table acces.octroi is 'An individual grant: one report or dossier, to one person, until a date';
create index octroi_agent on acces.octroi (acad, agent);
grant select, insert, update on acces.octroi to preau_gardien;

create table acces.deport (
  acad text not null,
  fil uuid not null,
  agent uuid not null,
  par uuid,
  motif text not null check (motif <> ''),
  le timestamptz not null,
  primary key (acad, fil, agent),
  foreign key (acad, agent) references annuaire.agent
);
comment on table acces.deport is 'Set aside for a conflict of interest: sees nothing of this thread, whatever the mandates say';
create index deport_agent on acces.deport (acad, agent);
grant select, insert on acces.deport to preau_gardien;

-- The time of the act: the clock of the program where it may be set, the clock of the server everywhere else.
create function acces.maintenant() returns timestamptz
  language sql stable security definer set search_path = ''
  as $$
    select case when i.horloge_reglable
      then coalesce(nullif(pg_catalog.current_setting('preau.maintenant', true), '')::timestamptz, pg_catalog.now())
      else pg_catalog.now() end
    from acces.instance i
  $$;

-- The live session of this transaction. The program tells the token; nobody can tell an identity.
create function acces.ma_session() returns acces.session
  language sql stable security definer set search_path = ''
  as $$
    select s from acces.session s
    where s.empreinte = pg_catalog.sha256(pg_catalog.decode(nullif(pg_catalog.current_setting('preau.session', true), ''), 'hex'))
      and s.close_le is null
      and s.finit_le > acces.maintenant()
      and s.vue_le > acces.maintenant() - interval '30 minutes'
  $$;

create function acces.moi() returns uuid
  language sql stable security definer set search_path = ''
  as $$ select (acces.ma_session()).agent $$;

create function acces.mon_academie() returns text
  language sql stable security definer set search_path = ''
  as $$ select (acces.ma_session()).acad $$;

create function acces.mes_mandats() returns setof annuaire.mandat
  language sql stable security definer set search_path = ''
  as $$
    select m.* from annuaire.mandat m
    where m.agent = (select acces.moi()) and m.acad = (select acces.mon_academie())
      and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
  $$;

-- Roles that read situations, each at its own level (one to three codes, never eight thousand).
-- équipe ressource: individual grants only. DPO and administrateur: no content.
create function acces.mes_etablissements() returns text[]
  language sql stable security definer set search_path = ''
  as $$ select coalesce(pg_catalog.array_agg(etab), '{}') from acces.mes_mandats() where role in ('chef', 'coordonnateur') $$;

create function acces.mes_circonscriptions() returns text[]
  language sql stable security definer set search_path = ''
  as $$ select coalesce(pg_catalog.array_agg(circo), '{}') from acces.mes_mandats() where role = 'ien' $$;

create function acces.mes_departements() returns text[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(pg_catalog.array_agg(dept), '{}') from acces.mes_mandats()
    where role in ('referent_departemental', 'responsable_departemental')
  $$;

create function acces.mes_academies() returns text[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(pg_catalog.array_agg(acad), '{}') from acces.mes_mandats()
    where role in ('referente_academique', 'responsable_academique')
  $$;

create function acces.mes_octrois() returns uuid[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(pg_catalog.array_agg(o.fil), '{}') from acces.octroi o
    where o.agent = (select acces.moi()) and o.acad = (select acces.mon_academie())
      and o.du <= acces.maintenant() and (o.au is null or o.au > acces.maintenant())
      and exists (select from acces.mes_mandats())
  $$;

create function acces.mes_deports() returns uuid[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(pg_catalog.array_agg(d.fil), '{}') from acces.deport d
    where d.agent = (select acces.moi()) and d.acad = (select acces.mon_academie())
  $$;

create function acces.ai_role(roles text[]) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from acces.mes_mandats() where role = any (roles)) $$;

-- The report whose return code this transaction has shown.
create function acces.mon_signalement() returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select s.signalement from acces.suivi s
    where s.empreinte = pg_catalog.decode(nullif(pg_catalog.current_setting('preau.code', true), ''), 'hex')
  $$;

do $$
declare
  f text;
begin
  foreach f in array array['maintenant()', 'ma_session()', 'moi()', 'mon_academie()', 'mes_mandats()', 'mes_etablissements()', 'mes_circonscriptions()',
    'mes_departements()', 'mes_academies()', 'mes_octrois()', 'mes_deports()', 'ai_role(text[])', 'mon_signalement()'] loop
    execute format('revoke all on function acces.%s from public', f);
    execute format('grant execute on function acces.%s to preau_gardien, preau_public, preau_agent, preau_seuil, preau_job', f);
  end loop;
end
$$;

-- Sign-in, for preau_seuil alone.
create function acces.ouvrir_session(p_acad text, p_sub text, p_mail text, p_empreinte bytea, p_jeton bytea, p_duree interval)
  returns table (agent uuid)
  language plpgsql security definer set search_path = ''
  as $$
declare
  v_agent uuid;
begin
  select a.id into v_agent from annuaire.agent a where a.acad = p_acad and a.sub = p_sub;
  if v_agent is null then
    -- First sign-in: the address given by the identity provider meets the one of the directory, once.
    update annuaire.agent a set sub = p_sub
      where a.acad = p_acad and a.mail = pg_catalog.lower(p_mail) and a.sub is null
      returning a.id into v_agent;
  end if;
  if v_agent is null or not exists (
    select from annuaire.mandat m where m.acad = p_acad and m.agent = v_agent
      and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())) then
    return;
  end if;
  insert into acces.session (empreinte, acad, agent, ouverte_le, vue_le, finit_le, jeton_identite)
    values (p_empreinte, p_acad, v_agent, acces.maintenant(), acces.maintenant(), acces.maintenant() + p_duree, p_jeton);
  return query select v_agent;
end
$$;

-- Tells what the session is, and that it was used (to the minute); no row when it has ended.
create function acces.toucher_session(p_empreinte bytea)
  returns table (acad text, agent uuid, finit_le timestamptz, inactive_le timestamptz)
  language plpgsql security definer set search_path = ''
  as $$
begin
  update acces.session s set vue_le = acces.maintenant()
    where s.empreinte = p_empreinte and s.close_le is null and s.finit_le > acces.maintenant()
      and s.vue_le between acces.maintenant() - interval '30 minutes' and acces.maintenant() - interval '1 minute';
  return query select s.acad, s.agent, s.finit_le, s.vue_le + interval '30 minutes' from acces.session s
    where s.empreinte = p_empreinte and s.close_le is null and s.finit_le > acces.maintenant()
      and s.vue_le > acces.maintenant() - interval '30 minutes';
end
$$;

create function acces.fermer_session(p_empreinte bytea) returns bytea
  language sql security definer set search_path = ''
  as $$
    update acces.session s set close_le = acces.maintenant(), jeton_identite = null
    from (select jeton_identite from acces.session where empreinte = p_empreinte) avant
    where s.empreinte = p_empreinte and s.close_le is null
    returning avant.jeton_identite
  $$;
do $$
declare
  f text;
begin
  foreach f in array array['ouvrir_session(text, text, text, bytea, bytea, interval)', 'toucher_session(bytea)', 'fermer_session(bytea)'] loop
    execute format('revoke all on function acces.%s from public', f);
    execute format('grant execute on function acces.%s to preau_seuil', f);
  end loop;
end
$$;
grant execute on function acces.toucher_session(bytea) to preau_agent;
grant update (sub) on annuaire.agent to preau_gardien;

-- What the public door may know of a school: where a report goes, never who is there.
-- The level is the lowest one where somebody holds a post today: a report never waits at an empty desk.
create function annuaire.accueil(p_acad text, p_etab text, p_sauf_etablissement boolean)
  returns table (dept text, circo text, type text, niveau text)
  language sql stable security definer set search_path = ''
  as $$
    with e as (select * from annuaire.etablissement where acad = p_acad and etab = p_etab and etat <> 'ferme'),
    actifs as (
      select m.role, m.etab, m.circo, m.dept from annuaire.mandat m
      where m.acad = p_acad and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant()))
    select e.dept, e.circo, e.type, case
      when not p_sauf_etablissement and exists (
        select from actifs a where a.etab = e.etab and a.role in ('chef', 'coordonnateur')) then 'etablissement'
      when not p_sauf_etablissement and exists (
        select from actifs a where a.circo = e.circo and a.role = 'ien') then 'circonscription'
      when exists (
        select from actifs a where a.dept = e.dept and a.role in ('referent_departemental', 'responsable_departemental')) then 'departement'
      else 'academie' end
    from e
  $$;
revoke all on function annuaire.accueil(text, text, boolean) from public;
grant execute on function annuaire.accueil(text, text, boolean) to preau_public, preau_agent;

-- The guardian owns what looks past the policies.
grant create on schema acces, annuaire to preau_gardien;
do $$
declare
  f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('acces', 'annuaire') and p.prosecdef loop
    execute format('alter function %s owner to preau_gardien', f);
  end loop;
end
$$;
revoke create on schema acces, annuaire from preau_gardien;
