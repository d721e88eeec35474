-- Ten hours of learning a year for each pupil from CP to terminale; pupil and parent ambassadors; a charter for two years. What a
-- school declares: numbers and dates, never a name.
alter table prevention.action add column duree integer check (duree between 1 and 6000);
alter table prevention.action add column atteints jsonb not null default '{}' check (jsonb_typeof(atteints) = 'object');
comment on column prevention.action.duree is 'Minutes that one pupil received';
comment on column prevention.action.atteints is 'Level → pupils reached; a level that is named without a number was reached whole';
grant update (duree, atteints) on prevention.action to preau_agent;

create table prevention.programme (
  acad text not null,
  etab text not null,
  annee integer not null check (annee between 2015 and 2100),
  dept text not null,
  circo text,
  effectifs jsonb not null default '{}' check (jsonb_typeof(effectifs) = 'object'),
  ambassadeurs integer check (ambassadeurs between 0 and 2000),
  parents integer check (parents between 0 and 2000),
  charte_le date,
  par uuid not null,
  le timestamptz not null,
  version integer not null default 1,
  primary key (acad, etab, annee),
  foreign key (acad, etab) references annuaire.etablissement,
  foreign key (acad, par) references annuaire.agent
);
comment on table prevention.programme is 'What a school declares of its programme for a school year';
comment on column prevention.programme.effectifs is 'Level → pupils of the school: what the hours are divided by';
comment on column prevention.programme.charte_le is 'The day the charter was signed: it binds for two years';
create index programme_dept on prevention.programme (acad, annee, dept);
create index action_duree on prevention.action (acad, annee, dept) where duree is not null;

alter table prevention.programme enable row level security;
alter table prevention.programme force row level security;
grant select, insert on prevention.programme to preau_agent;
grant update (effectifs, ambassadeurs, parents, charte_le, par, le, version) on prevention.programme to preau_agent;
grant select (acad, etab, annee, dept, circo, charte_le) on prevention.programme to preau_job;
create policy ecole on prevention.programme for select to preau_agent
  using (etab = any ((select acces.mes_etablissements())::text[]));
create policy au_dessus on prevention.programme for select to preau_agent
  using (circo = any ((select acces.mes_circonscriptions())::text[]) or dept = any ((select acces.mes_departements())::text[])
    or acad = any ((select acces.mes_academies())::text[])
    or (acad = (select acces.mon_academie()) and (select acces.ai_role(array['communication']))));
create policy declare on prevention.programme for insert to preau_agent
  with check (acad = (select acces.mon_academie()) and etab = any ((select acces.mes_etablissements())::text[])
    and par = (select acces.moi()) and exists (
      select from annuaire.etablissement e where e.acad = programme.acad and e.etab = programme.etab
        and e.dept = programme.dept and e.circo is not distinct from programme.circo));
create policy change on prevention.programme for update to preau_agent
  using (etab = any ((select acces.mes_etablissements())::text[]))
  with check (etab = any ((select acces.mes_etablissements())::text[]) and par = (select acces.moi()));
create policy travaux on prevention.programme for select to preau_job using (true);
create index courriel_charte on machine.courriel (acad, etab, cree_le) where modele = 'charte';
