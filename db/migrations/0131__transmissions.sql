-- What leaves the house, or does not: each decision with its reason both ways, and what came of it. Both insert-only.
create table confidentiel.transmission (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  destinataire text not null,
  decision text not null check (decision in ('oui', 'non')),
  gravite smallint check (gravite between 1 and 3),
  parents text check (parents in ('avant', 'contraire')),
  jour date not null,
  contenu bytea not null,
  par uuid not null,
  qualite text not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, par) references annuaire.agent
);
comment on table confidentiel.transmission is 'Transmit or not, to whom, why: decided by a person, dated. Reference and reason are ciphertext. Insert-only';
comment on column confidentiel.transmission.gravite is 'Of the scale of Faits établissement (1, 2, 3), for that recipient only: no other level is ever stored with it';
comment on column confidentiel.transmission.parents is 'Information préoccupante: told before, or against the interest of the child (the reason is in contenu)';
create index transmission_fil on confidentiel.transmission (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.transmission');
grant select, insert on confidentiel.transmission to preau_agent;
grant select on confidentiel.transmission to preau_gardien;

create table confidentiel.transmission_suite (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  transmission uuid not null,
  issue text not null,
  jour date not null,
  contenu bytea not null,
  par uuid not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, transmission) references confidentiel.transmission,
  foreign key (acad, par) references annuaire.agent
);
comment on table confidentiel.transmission_suite is 'What came of a transmission, asked for again and again: an answer, or still nothing. Insert-only';
create index transmission_suite_fil on confidentiel.transmission_suite (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.transmission_suite');
grant select, insert on confidentiel.transmission_suite to preau_agent;
grant select on confidentiel.transmission_suite to preau_gardien;
