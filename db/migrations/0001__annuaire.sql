-- The territories of an académie, its schools, its agents and their mandates.
-- The académie's code leads every key: it is the partition of everything that follows.
create schema extensions;
create extension unaccent with schema extensions;
create extension pg_trgm with schema extensions;
grant usage on schema extensions to preau_gardien, preau_public, preau_agent, preau_seuil, preau_job;

create schema annuaire;
grant usage on schema annuaire to preau_gardien, preau_public, preau_agent, preau_seuil, preau_job;

-- Lower case without accents. unaccent() is only STABLE because its dictionary could be changed: ours is not.
create function annuaire.plier(texte text) returns text
  language sql immutable strict parallel safe
  as $$ select lower(extensions.unaccent('extensions.unaccent', replace(replace(texte, '’', ' '), '''', ' '))) $$;

create table annuaire.academie (
  acad text primary key check (acad ~ '^[0-9]{1,2}$'),
  nom text not null,
  zone text not null check (zone in ('A', 'B', 'C'))
);
comment on column annuaire.academie.zone is 'Zone of the official school holidays';

create table annuaire.departement (
  acad text not null references annuaire.academie,
  dept text not null check (dept ~ '^([0-9]{3}|02[AB])$'),
  nom text not null,
  primary key (acad, dept)
);
comment on column annuaire.departement.dept is 'Three characters, kept as text: 031, 02A';

create table annuaire.circonscription (
  acad text not null references annuaire.academie,
  circo text not null check (circo ~ '^[0-9]{7}[A-HJ-NPR-Z]$'),
  dept text not null,
  nom text not null,
  etat text not null default 'ouvert' check (etat in ('ouvert', 'ferme')),
  primary key (acad, circo),
  foreign key (acad, dept) references annuaire.departement
);
comment on table annuaire.circonscription is 'A circonscription may have no school, or schools of two départements';

create table annuaire.bassin (
  acad text not null references annuaire.academie,
  bassin text not null,
  nom text not null,
  primary key (acad, bassin)
);

create table annuaire.etablissement (
  acad text not null,
  etab text not null check (etab ~ '^[0-9]{7}[A-HJ-NPR-Z]$'),
  dept text not null,
  circo text,
  bassin text,
  nom text not null check (nom <> ''),
  type text not null check (type in ('ecole', 'college', 'lycee', 'erea')),
  nature text not null default '',
  secteur text not null check (secteur in ('public', 'prive')),
  contrat text not null default '',
  tutelle text not null default '',
  adresse text not null default '',
  code_postal text not null default '',
  code_commune text not null default '',
  commune text not null default '',
  telephone text not null default '',
  mail text not null default '',
  web text not null default '',
  etat text not null default 'ouvert' check (etat in ('ouvert', 'a_ouvrir', 'a_fermer', 'ferme')),
  ferme_le date,
  recherche text not null generated always as (annuaire.plier(nom || ' ' || commune || ' ' || code_postal)) stored,
  primary key (acad, etab),
  foreign key (acad, dept) references annuaire.departement,
  foreign key (acad, circo) references annuaire.circonscription,
  foreign key (acad, bassin) references annuaire.bassin,
  check ((etat = 'ferme') = (ferme_le is not null))
);
comment on column annuaire.etablissement.etab is 'UAI: seven digits and a check letter';
comment on column annuaire.etablissement.nature is 'National code_nature: 151 élémentaire, 340 collège, 300 lycée…';
create index etablissement_recherche on annuaire.etablissement using gin (recherche extensions.gin_trgm_ops);
create index etablissement_dept on annuaire.etablissement (acad, dept, type);
create index etablissement_circo on annuaire.etablissement (acad, circo);

create table annuaire.agent (
  acad text not null references annuaire.academie,
  id uuid not null,
  sub text unique,
  nom text not null,
  prenom text not null,
  mail text not null check (mail = lower(mail)),
  cree_le timestamptz not null,
  primary key (acad, id),
  unique (acad, mail)
);
comment on column annuaire.agent.sub is 'Subject at the identity provider, bound at the first sign-in and never moved';

create table annuaire.mandat (
  acad text not null,
  id uuid not null,
  agent uuid not null,
  role text not null,
  dept text,
  circo text,
  etab text,
  du timestamptz not null,
  au timestamptz,
  primary key (acad, id),
  foreign key (acad, agent) references annuaire.agent,
  foreign key (acad, dept) references annuaire.departement,
  foreign key (acad, circo) references annuaire.circonscription,
  foreign key (acad, etab) references annuaire.etablissement,
  check (au is null or au >= du),
  -- A mandate stays at its own level: one territory, and the right kind of it.
  constraint mandat_territoire check (
    case role
      when 'chef' then etab is not null and circo is null and dept is null
      when 'coordonnateur' then etab is not null and circo is null and dept is null
      when 'equipe' then etab is not null and circo is null and dept is null
      when 'ien' then circo is not null and etab is null and dept is null
      when 'referent_departemental' then dept is not null and etab is null and circo is null
      when 'responsable_departemental' then dept is not null and etab is null and circo is null
      when 'referente_academique' then etab is null and circo is null and dept is null
      when 'responsable_academique' then etab is null and circo is null and dept is null
      when 'dpo' then etab is null and circo is null and dept is null
      when 'administrateur' then etab is null and circo is null and dept is null
      else false
    end)
);
comment on table annuaire.mandat is 'role × territory × from–to. Ending is a date, never a delete';
comment on column annuaire.mandat.role is 'chef also stands for the directeur d’école';
create index mandat_agent on annuaire.mandat (acad, agent);
create index mandat_etab on annuaire.mandat (acad, etab) where etab is not null;
create index mandat_circo on annuaire.mandat (acad, circo) where circo is not null;
create index mandat_dept on annuaire.mandat (acad, dept) where dept is not null;

grant select on annuaire.academie, annuaire.departement, annuaire.circonscription, annuaire.bassin, annuaire.etablissement
  to preau_gardien, preau_public, preau_agent, preau_job;
grant select on annuaire.agent, annuaire.mandat to preau_gardien, preau_agent, preau_job;
-- No grant of agents or mandates to preau_public: a family never learns who holds a post.
-- No insert or update to preau_agent: the directory is changed through the functions of 0002, which check the caller.
