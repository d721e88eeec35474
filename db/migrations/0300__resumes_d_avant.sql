-- The summary of a dossier is what everybody reads first, and anybody who works in it may rewrite it: what it said before stays
-- readable, sealed with the key of the dossier and unreadable with it.
create table confidentiel.resume_avant (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  contenu bytea not null,
  par uuid not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, par) references annuaire.agent
);
comment on table confidentiel.resume_avant is 'The summary as it read until somebody (par) changed it (le); its author is in the facts. Never rewritten';
create index resume_avant_fil on confidentiel.resume_avant (acad, fil);
select confidentiel.proteger_fil('confidentiel.resume_avant');
grant select, insert on confidentiel.resume_avant to preau_agent;
