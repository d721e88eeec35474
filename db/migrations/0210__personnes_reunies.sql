-- The same child noted twice in a dossier: one entry is read as the other, from a moment to another. No row is moved: what was
-- written under either entry stays there, and comes back apart the day they are separated.
create table confidentiel.personne_reunie (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  de uuid not null,
  vers uuid not null,
  par uuid not null,
  le timestamptz not null,
  separee_par uuid,
  separee_le timestamptz,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, de) references confidentiel.personne,
  foreign key (acad, vers) references confidentiel.personne,
  foreign key (acad, par) references annuaire.agent,
  foreign key (acad, separee_par) references annuaire.agent,
  check (de <> vers),
  constraint personne_reunie_separee check ((separee_le is null) = (separee_par is null))
);
comment on table confidentiel.personne_reunie is 'One entry (de) is the same person as another (vers): read as one, undone by a date';
create unique index personne_reunie_vive on confidentiel.personne_reunie (acad, fil, de) where separee_le is null;
select confidentiel.proteger_fil('confidentiel.personne_reunie');
grant select, insert on confidentiel.personne_reunie to preau_agent;
grant update (separee_par, separee_le) on confidentiel.personne_reunie to preau_agent;
grant select on confidentiel.personne_reunie to preau_gardien;
