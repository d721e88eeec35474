-- The address or the telephone of a guardian that is changed stays readable as it was, and so does what stood against a contact:
-- somebody called, wrote, or did not, from what was noted that day.
create table confidentiel.lien_avant (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  lien uuid not null,
  contenu bytea not null,
  par uuid not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, lien) references confidentiel.lien,
  foreign key (acad, par) references annuaire.agent
);
comment on table confidentiel.lien_avant is 'A guardian of a pupil as they were noted until somebody (par) changed it (le): encrypted JSON. Never rewritten';
create index lien_avant_fil on confidentiel.lien_avant (acad, fil, lien);
select confidentiel.proteger_fil('confidentiel.lien_avant');
grant select, insert on confidentiel.lien_avant to preau_agent;
