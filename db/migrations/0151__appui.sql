-- A member of staff in front of a complex or worsening situation asks the pôle for support. Not only about a dossier: a request is a
-- thread of its own, with its key, its facts and its scope.
create table confidentiel.appui (
  acad text not null,
  id uuid not null,
  dept text,
  circo text,
  etab text,
  niveau text not null check (niveau in ('etablissement', 'circonscription', 'departement', 'academie')),
  portee_etab text generated always as (case when niveau = 'etablissement' then etab end) stored,
  portee_circo text generated always as (case when niveau in ('etablissement', 'circonscription') then circo end) stored,
  portee_dept text generated always as (case when niveau <> 'academie' then dept end) stored,
  dossier uuid,
  nature text not null check (nature in ('conseil', 'appel', 'visite', 'presence', 'courrier', 'autre')),
  -- The level that is asked to answer.
  vers text not null check (vers in ('departement', 'academie')),
  contenu bytea not null,
  demande_par uuid not null,
  demande_le timestamptz not null,
  etat text not null default 'demande' check (etat in ('demande', 'pris', 'fait', 'clos')),
  echeance timestamptz,
  repondant uuid,
  pris_le timestamptz,
  rendez_vous timestamptz,
  fait_le timestamptz,
  fait bytea,
  clos_le timestamptz,
  utile text check (utile in ('oui', 'en_partie', 'non')),
  version integer not null default 1,
  primary key (acad, id),
  foreign key (acad, dossier) references confidentiel.dossier,
  foreign key (acad, demande_par) references annuaire.agent,
  foreign key (acad, repondant) references annuaire.agent,
  -- Never without an answer due, until the asker says that it is over.
  constraint appui_echeance check ((etat in ('fait', 'clos')) = (echeance is null)),
  constraint appui_pris check ((etat = 'demande') <= (repondant is null) and (etat in ('pris', 'fait')) <= (repondant is not null)),
  constraint appui_fait check ((etat = 'fait') <= (fait_le is not null)),
  constraint appui_clos check ((etat = 'clos') = (clos_le is not null))
);
comment on table confidentiel.appui is 'A request for support: who asks, who answers, by when, what was done; closed by the asker';
comment on column confidentiel.appui.contenu is 'What is asked: encrypted JSON';
create index appui_etab on confidentiel.appui (acad, portee_etab, etat, echeance);
create index appui_circo on confidentiel.appui (acad, portee_circo, etat, echeance) where portee_circo is not null;
create index appui_dept on confidentiel.appui (acad, portee_dept, etat, echeance);
create index appui_echeance on confidentiel.appui (acad, etat, echeance);
create index appui_dossier on confidentiel.appui (acad, dossier) where dossier is not null;
create index appui_demandeur on confidentiel.appui (acad, demande_par, etat);
create index appui_repondant on confidentiel.appui (acad, repondant, etat) where repondant is not null;
grant select on confidentiel.appui to preau_gardien;

-- What I asked, and what I answer: as long as a post of mine is at that place, or above schools.
create function acces.mes_appuis() returns uuid[]
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(pg_catalog.array_agg(a.id), '{}') from acces.session_vivante() s, confidentiel.appui a
    where a.acad = s.acad and s.agent in (a.demande_par, a.repondant)
      and exists (select from acces.mandats_vivants() m where a.etab is null or m.etab is null or m.etab = a.etab)
  $$;
-- The schools where I hold any post, the équipe ressource among them: from there I may ask.
create function acces.mes_lieux() returns text[]
  language sql stable security definer set search_path = ''
  as $$ select coalesce(pg_catalog.array_agg(etab), '{}') from acces.mandats_vivants() where etab is not null $$;
grant create on schema acces to preau_gardien;
alter function acces.mes_lieux() owner to preau_gardien;
alter function acces.mes_appuis() owner to preau_gardien;
revoke create on schema acces from preau_gardien;
revoke all on function acces.mes_appuis(), acces.mes_lieux() from public;
grant execute on function acces.mes_appuis(), acces.mes_lieux() to preau_agent;

-- By its scope, like a dossier; and by whoever asks or answers.
alter table confidentiel.appui enable row level security;
alter table confidentiel.appui force row level security;
create policy agents on confidentiel.appui to preau_agent
  using (
    (portee_etab = any ((select acces.mes_etablissements())::text[])
      or portee_circo = any ((select acces.mes_circonscriptions())::text[])
      or portee_dept = any ((select acces.mes_departements())::text[])
      or acad = any ((select acces.mes_academies())::text[])
      or id = any ((select acces.mes_octrois())::uuid[])
      or id = any ((select acces.mes_appuis())::uuid[]))
    and id <> all ((select acces.mes_deports())::uuid[])
    and (dossier is null or dossier <> all ((select acces.mes_deports())::uuid[])))
  -- One's own request, from one's own place: not yet among those that one sees.
  with check (
    portee_etab = any ((select acces.mes_etablissements())::text[])
    or portee_circo = any ((select acces.mes_circonscriptions())::text[])
    or portee_dept = any ((select acces.mes_departements())::text[])
    or acad = any ((select acces.mes_academies())::text[])
    or (acad = (select acces.mon_academie()) and demande_par = (select acces.moi()) and etab = any ((select acces.mes_lieux())::text[]))
    or (acad = (select acces.mon_academie()) and repondant = (select acces.moi())));
create policy gardien on confidentiel.appui to preau_gardien using (true) with check (true);
grant select, insert on confidentiel.appui to preau_agent;
grant update (etat, echeance, repondant, pris_le, rendez_vous, fait_le, fait, clos_le, utile, version) on confidentiel.appui to preau_agent;

create or replace function confidentiel.je_vois(p_acad text, p_fil uuid) returns boolean
  language sql stable set search_path = ''
  as $$
    select exists (select from confidentiel.dossier d where d.acad = p_acad and d.id = p_fil)
      or exists (select from confidentiel.signalement s where s.acad = p_acad and s.id = p_fil)
      or exists (select from confidentiel.appui a where a.acad = p_acad and a.id = p_fil)
  $$;
