-- The families of the pupils of a dossier: who answers for which child, what they were told, and what must not reach them.

-- A guardian answers for a child, from a date to a date. What sorts is in the clear; address, telephone, language, the words of a
-- court's decision are ciphertext.
create table confidentiel.lien (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  enfant uuid not null,
  responsable uuid not null,
  autorite boolean not null,
  regle text not null check (regle in ('libre', 'ne_pas_contacter', 'ne_doit_pas_savoir')),
  contenu bytea not null,
  par uuid not null,
  le timestamptz not null,
  au date,
  version integer not null default 1,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, enfant) references confidentiel.personne,
  foreign key (acad, responsable) references confidentiel.personne,
  foreign key (acad, par) references annuaire.agent,
  check (enfant <> responsable)
);
comment on table confidentiel.lien is 'A guardian of a pupil. Several rows a child: both holders of parental authority, each with their own address';
comment on column confidentiel.lien.autorite is 'Holds parental authority: is to be informed like the other holder';
comment on column confidentiel.lien.regle is 'What stands against a contact: nothing, a decision, a danger. The reason is in contenu';
-- The same guardian of the same child once at a time.
create unique index lien_vivant on confidentiel.lien (acad, fil, enfant, responsable) where au is null;
select confidentiel.proteger_fil('confidentiel.lien');
grant select, insert on confidentiel.lien to preau_agent;
grant update (autorite, regle, contenu, au, version) on confidentiel.lien to preau_agent;
grant select on confidentiel.lien to preau_gardien;

-- One exchange with a family, or the reason why there was none. Insert-only.
create table confidentiel.contact (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  enfant uuid not null,
  cote text not null check (cote in ('cible', 'auteur', 'autre')),
  avec uuid[] not null,
  issue text not null check (issue in ('informe', 'tente', 'renonce')),
  sujets text[] not null,
  moyen text,
  motif text,
  interprete text,
  contenu bytea not null,
  jour date not null,
  par uuid not null,
  qualite text not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, enfant) references confidentiel.personne,
  foreign key (acad, par) references annuaire.agent,
  -- Somebody was told something, somehow; or it is written why nobody was.
  constraint contact_dit check (issue <> 'informe' or (cardinality(avec) > 0 and moyen is not null)),
  constraint contact_tu check ((issue = 'renonce') = (motif is not null)),
  check (cardinality(sujets) > 0)
);
comment on table confidentiel.contact is 'What a family was told, by whom, how, in which language; an attempt; or why it was not told. Insert-only';
comment on column confidentiel.contact.avec is 'The guardians (personne); empty: the child has none that can be told, or is of age';
create index contact_fil on confidentiel.contact (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.contact');
grant select, insert on confidentiel.contact to preau_agent;
grant select on confidentiel.contact to preau_gardien;
