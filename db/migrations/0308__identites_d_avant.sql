-- A name that is corrected stays readable as it was: texts written before name the person by it, and the mask must know it.
create table confidentiel.identite_avant (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  personne uuid not null,
  contenu bytea not null,
  par uuid not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, personne) references confidentiel.personne,
  foreign key (acad, par) references annuaire.agent
);
comment on table confidentiel.identite_avant is 'A person of a dossier as they were noted until somebody (par) corrected it (le): encrypted JSON. Never rewritten';
create index identite_avant_fil on confidentiel.identite_avant (acad, fil);
select confidentiel.proteger_fil('confidentiel.identite_avant');
grant select, insert on confidentiel.identite_avant to preau_agent;
