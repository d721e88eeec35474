-- What schools do to prevent, and the editions of the days it is done for. No personal data: nothing here is encrypted;
-- who declared, validated and published is told by prevention.action_pas, to agents only.
create schema prevention;
grant usage on schema prevention to preau_gardien, preau_public, preau_agent;

-- The académie's communication team publishes. It reads no report and no dossier.
alter table annuaire.mandat drop constraint mandat_territoire;
alter table annuaire.mandat add constraint mandat_territoire check (
  case role
    when 'chef' then etab is not null and circo is null and dept is null
    when 'coordonnateur' then etab is not null and circo is null and dept is null
    when 'equipe' then etab is not null and circo is null and dept is null
    when 'ien' then circo is not null and etab is null and dept is null
    when 'referent_departemental' then dept is not null and etab is null and circo is null
    when 'responsable_departemental' then dept is not null and etab is null and circo is null
    when 'referente_academique' then etab is null and circo is null and dept is null
    when 'responsable_academique' then etab is null and circo is null and dept is null
    when 'communication' then etab is null and circo is null and dept is null
    when 'dpo' then etab is null and circo is null and dept is null
    when 'administrateur' then etab is null and circo is null and dept is null
    else false
  end);

create table prevention.temps_fort (
  acad text not null references annuaire.academie,
  annee integer not null check (annee between 2015 and 2100),
  code text not null check (code in ('journee_nationale', 'safer_internet_day', 'prix')),
  jour date not null,
  introduction text not null default '',
  expo_titre text not null default '',
  expo_du date,
  expo_au date,
  expo_lieu text not null default '',
  palmares_url text not null default '' check (palmares_url = '' or palmares_url ~ '^https://[^\s"<>]+$'),
  publie_le timestamptz,
  version integer not null default 1,
  primary key (acad, annee, code),
  check ((expo_du is null) = (expo_au is null) and expo_au >= expo_du)
);
comment on column prevention.temps_fort.annee is 'First year of the school year: 2024 for 2024-2025';
comment on column prevention.temps_fort.jour is 'Decided each year and stored: in 2021 the rule would have given a bank holiday';
comment on column prevention.temps_fort.publie_le is 'Null: the edition is being prepared, nobody outside sees it nor its actions';

create table prevention.action (
  acad text not null,
  id uuid not null,
  etab text not null,
  dept text not null,
  circo text,
  annee integer not null,
  temps_fort text,
  titre text not null check (titre <> '' and length(titre) <= 120),
  texte text not null check (length(texte) <= 2000),
  du date not null,
  au date not null,
  type text not null check (type ~ '^[a-z_]+$'),
  publics text[] not null check (cardinality(publics) > 0),
  niveaux text[] not null default '{}',
  effectif integer check (effectif between 1 and 20000),
  partenaires text not null default '' check (length(partenaires) <= 300),
  pilier integer check (pilier between 1 and 8),
  etat text not null default 'brouillon' check (etat in ('brouillon', 'proposee', 'validee', 'publiee', 'refusee')),
  declaree_par uuid not null,
  declaree_le timestamptz not null,
  proposee_par uuid,
  proposee_le timestamptz,
  validee_par uuid,
  validee_le timestamptz,
  publiee_par uuid,
  publiee_le timestamptz,
  motif_refus text not null default '',
  version integer not null default 1,
  primary key (acad, id),
  foreign key (acad, etab) references annuaire.etablissement,
  foreign key (acad, dept) references annuaire.departement,
  foreign key (acad, annee, temps_fort) references prevention.temps_fort (acad, annee, code),
  foreign key (acad, declaree_par) references annuaire.agent,
  foreign key (acad, proposee_par) references annuaire.agent,
  foreign key (acad, validee_par) references annuaire.agent,
  foreign key (acad, publiee_par) references annuaire.agent,
  check (au >= du),
  -- A state is what somebody did, at some time.
  check (etat not in ('proposee', 'validee', 'publiee') or (proposee_par is not null and proposee_le is not null)),
  check (etat not in ('validee', 'publiee') or (validee_par is not null and validee_le is not null)),
  check ((etat = 'publiee') = (publiee_le is not null) and (publiee_le is null) = (publiee_par is null)),
  check (etat <> 'refusee' or motif_refus <> '')
);
comment on table prevention.action is 'What a school does to prevent: declared, validated by its département, published by the communication team';
create index action_etab on prevention.action (acad, etab, du desc);
create index action_dept on prevention.action (acad, dept, etat);
create index action_circo on prevention.action (acad, circo) where circo is not null;
create index action_publiee on prevention.action (acad, temps_fort, annee) where etat = 'publiee';
create index action_etat on prevention.action (acad, etat, du);

create table prevention.action_pas (
  acad text not null,
  id uuid not null default gen_random_uuid(),
  action uuid not null,
  verbe text not null check (verbe ~ '^action\.[a-z]+$'),
  par uuid not null,
  le timestamptz not null,
  motif text not null default '',
  primary key (acad, id),
  foreign key (acad, action) references prevention.action,
  foreign key (acad, par) references annuaire.agent
);
comment on table prevention.action_pas is 'Who did what to an action, when, and why. Insert-only';
create index action_pas_action on prevention.action_pas (acad, action, le);

create table prevention.commentaire (
  acad text not null,
  id uuid not null,
  action uuid not null,
  par uuid not null,
  le timestamptz not null,
  texte text not null check (texte <> '' and length(texte) <= 1000),
  primary key (acad, id),
  foreign key (acad, action) references prevention.action,
  foreign key (acad, par) references annuaire.agent
);
create index commentaire_action on prevention.commentaire (acad, action, le);

create table prevention.parution (
  acad text primary key references annuaire.academie,
  version bigint not null
);
comment on table prevention.parution is 'Moves whenever something published appears, changes or goes: what the public pages are kept by';

-- Which door may touch what. preau_public: published columns only, and never who declared or why something was refused.
grant select (acad, annee, code, jour, introduction, expo_titre, expo_du, expo_au, expo_lieu, palmares_url, publie_le)
  on prevention.temps_fort to preau_public;
grant select (acad, id, etab, dept, annee, temps_fort, titre, texte, du, au, type, publics, niveaux, effectif, partenaires, etat, publiee_le)
  on prevention.action to preau_public;
grant select on prevention.parution to preau_public, preau_agent;
grant select, insert on prevention.temps_fort, prevention.action, prevention.action_pas, prevention.commentaire to preau_agent;
grant update (jour, introduction, expo_titre, expo_du, expo_au, expo_lieu, palmares_url, publie_le, version) on prevention.temps_fort to preau_agent;
grant update (annee, temps_fort, titre, texte, du, au, type, publics, niveaux, effectif, partenaires, pilier, etat, proposee_par, proposee_le,
  validee_par, validee_le, publiee_par, publiee_le, motif_refus, version) on prevention.action to preau_agent;
-- preau_agent: an action never changes school; no delete; no update of a step or a comment.
grant select, insert, update on prevention.parution to preau_gardien;

do $$
declare
  t text;
begin
  foreach t in array array['temps_fort', 'action', 'action_pas', 'commentaire', 'parution'] loop
    execute format('alter table prevention.%I enable row level security', t);
    execute format('alter table prevention.%I force row level security', t);
  end loop;
end
$$;

create policy public on prevention.temps_fort for select to preau_public using (publie_le is not null);
create policy agents on prevention.temps_fort for select to preau_agent using (acad = (select acces.mon_academie()));
create policy edite on prevention.temps_fort for insert to preau_agent
  with check (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication'])));
create policy change on prevention.temps_fort for update to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication'])));

-- An action of an edition still in preparation stays inside with it.
create policy public on prevention.action for select to preau_public
  using (etat = 'publiee' and (temps_fort is null or exists (
    select from prevention.temps_fort t
    where t.acad = action.acad and t.annee = action.annee and t.code = action.temps_fort and t.publie_le is not null)));
-- A draft is the school's alone.
create policy ecole on prevention.action for select to preau_agent
  using (etab = any ((select acces.mes_etablissements())::text[]));
create policy au_dessus on prevention.action for select to preau_agent
  using (etat <> 'brouillon' and (circo = any ((select acces.mes_circonscriptions())::text[])
    or dept = any ((select acces.mes_departements())::text[]) or acad = any ((select acces.mes_academies())::text[])
    or (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication'])))));
-- Declared for one's own school, at the place where the directory has it.
create policy declare on prevention.action for insert to preau_agent
  with check (etat = 'brouillon' and acad = (select acces.mon_academie()) and etab = any ((select acces.mes_etablissements())::text[])
    and declaree_par = (select acces.moi()) and exists (
      select from annuaire.etablissement e where e.acad = action.acad and e.etab = action.etab
        and e.dept = action.dept and e.circo is not distinct from action.circo));
-- Each moves it over its own part of the way, whatever the program would ask for.
create policy propose on prevention.action for update to preau_agent
  using (etab = any ((select acces.mes_etablissements())::text[]))
  with check (etab = any ((select acces.mes_etablissements())::text[]) and etat in ('brouillon', 'proposee', 'refusee'));
create policy valide on prevention.action for update to preau_agent
  using (dept = any ((select acces.mes_departements())::text[]) and etat in ('proposee', 'validee', 'publiee'))
  with check (dept = any ((select acces.mes_departements())::text[]) and etat in ('validee', 'refusee'));
create policy publie on prevention.action for update to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication'])) and etat in ('validee', 'publiee'))
  with check (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication'])) and etat in ('publiee', 'refusee'));

create policy lit on prevention.action_pas for select to preau_agent
  using (exists (select from prevention.action a where a.acad = action_pas.acad and a.id = action_pas.action));
create policy note on prevention.action_pas for insert to preau_agent
  with check (par = (select acces.moi())
    and exists (select from prevention.action a where a.acad = action_pas.acad and a.id = action_pas.action));
create policy lit on prevention.commentaire for select to preau_agent
  using (exists (select from prevention.action a where a.acad = commentaire.acad and a.id = commentaire.action));
create policy ecrit on prevention.commentaire for insert to preau_agent
  with check (par = (select acces.moi())
    and exists (select from prevention.action a where a.acad = commentaire.acad and a.id = commentaire.action));
create policy tous on prevention.parution for select to preau_public, preau_agent using (true);
create policy gardien on prevention.parution to preau_gardien using (true) with check (true);

create function prevention.paraitre() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  insert into prevention.parution (acad, version) values (new.acad, 1)
    on conflict (acad) do update set version = parution.version + 1;
  return null;
end
$$;
create trigger paraitre after insert or update on prevention.temps_fort for each row execute function prevention.paraitre();
create trigger paraitre after update on prevention.action for each row
  when (old.etat = 'publiee' or new.etat = 'publiee') execute function prevention.paraitre();

-- How many hold each post of the pôle today, by département: numbers, never who.
create function annuaire.composition(p_acad text) returns table (role text, dept text, nombre integer)
  language sql stable security definer set search_path = ''
  as $$
    select m.role, m.dept_lieu, count(distinct m.agent)::int from annuaire.mandat_lieu m
    where m.acad = p_acad and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
      and m.role not in ('dpo', 'administrateur')
    group by 1, 2 order by 1, 2
  $$;

grant create on schema prevention, annuaire to preau_gardien;
alter function prevention.paraitre() owner to preau_gardien;
alter function annuaire.composition(text) owner to preau_gardien;
revoke create on schema prevention, annuaire from preau_gardien;
revoke all on function prevention.paraitre(), annuaire.composition(text) from public;
grant execute on function annuaire.composition(text) to preau_public, preau_agent;
