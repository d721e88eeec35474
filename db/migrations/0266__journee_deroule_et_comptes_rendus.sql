-- The day has a programme by the hour and a kit; afterwards each school tells what was done and how many were there. What it tells is
-- shown once the communication team has looked at it, as a photograph is.
alter table prevention.temps_fort add column deroule text not null default '' check (length(deroule) <= 3000),
  add column kit text not null default '' check (kit = '' or (kit ~ '^/(ressources|pages)/[a-z0-9/?=&-]+$' and length(kit) <= 600));
comment on column prevention.temps_fort.deroule is 'One moment a line: the hour, then what happens';
comment on column prevention.temps_fort.kit is 'Address of a kit, a resource or a page of this site';
grant select (deroule, kit) on prevention.temps_fort to preau_public;
grant update (deroule, kit) on prevention.temps_fort to preau_agent;

create table prevention.compte_rendu (
  acad text not null,
  action uuid not null,
  etab text not null,
  texte text not null check (texte <> '' and length(texte) <= 1000),
  eleves integer check (eleves between 1 and 20000),
  par uuid not null,
  le timestamptz not null,
  publie_par uuid,
  publie_le timestamptz,
  version integer not null default 1,
  primary key (acad, action),
  foreign key (acad, action) references prevention.action,
  foreign key (acad, par) references annuaire.agent,
  foreign key (acad, publie_par) references annuaire.agent,
  check ((publie_par is null) = (publie_le is null))
);
comment on table prevention.compte_rendu is 'What a school tells of its action once it is done';
alter table prevention.compte_rendu enable row level security;
alter table prevention.compte_rendu force row level security;
grant select (acad, action, texte, eleves, publie_le) on prevention.compte_rendu to preau_public;
grant select, insert on prevention.compte_rendu to preau_agent;
grant update (texte, eleves, par, le, publie_par, publie_le, version) on prevention.compte_rendu to preau_agent;
create policy public on prevention.compte_rendu for select to preau_public using (publie_le is not null
  and exists (select from prevention.action a where a.acad = compte_rendu.acad and a.id = compte_rendu.action));
create policy lit on prevention.compte_rendu for select to preau_agent
  using (exists (select from prevention.action a where a.acad = compte_rendu.acad and a.id = compte_rendu.action));
create policy rend on prevention.compte_rendu for insert to preau_agent
  with check (acad = (select acces.mon_academie()) and par = (select acces.moi()) and publie_le is null
    and etab = any ((select acces.mes_etablissements())::text[]) and exists (select from prevention.action a
      where a.acad = compte_rendu.acad and a.id = compte_rendu.action and a.etab = compte_rendu.etab and a.etat = 'publiee'));
create policy reprend on prevention.compte_rendu for update to preau_agent
  using (etab = any ((select acces.mes_etablissements())::text[]))
  with check (par = (select acces.moi()) and publie_le is null and etab = any ((select acces.mes_etablissements())::text[]));
create policy publie on prevention.compte_rendu for update to preau_agent
  using (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication'])))
  with check (publie_par = (select acces.moi()));
create trigger paraitre after insert or update on prevention.compte_rendu for each row execute function prevention.paraitre();
