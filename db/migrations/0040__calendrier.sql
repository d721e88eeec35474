-- The school calendar of an académie, as the ministry publishes it: imported, never computed by rule.
create table annuaire.calendrier (
  acad text not null references annuaire.academie,
  genre text not null check (genre in ('vacances', 'ferie')),
  annee text not null check (annee ~ '^[0-9]{4}(-[0-9]{4})?$'),
  du date not null,
  au date not null,
  libelle text not null check (libelle <> ''),
  primary key (acad, genre, du, libelle),
  check (au >= du)
);
comment on table annuaire.calendrier is 'Days without class: a few dozen rows a year';
comment on column annuaire.calendrier.annee is 'What one file brings whole: the school year of holidays (2026-2027), the year of public holidays (2026)';
comment on column annuaire.calendrier.du is 'First day without class, in France: never the day of departure, which is worked';
comment on column annuaire.calendrier.au is 'Last day without class: the eve of the return';

-- A family reads on the first page when somebody will read again.
grant select on annuaire.calendrier to preau_gardien, preau_public, preau_agent, preau_job;
