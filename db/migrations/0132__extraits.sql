-- What a family is given of a dossier: prepared by one person, read by another, then frozen as it was read.
create table confidentiel.extrait (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  enfant uuid not null,
  pour uuid not null,
  cote text not null check (cote in ('cible', 'auteur', 'autre')),
  etat text not null check (etat in ('prepare', 'a_relire', 'refuse', 'relu', 'remis')),
  contenu bytea not null,
  empreinte bytea check (length(empreinte) = 32),
  par uuid not null,
  qualite text not null,
  le timestamptz not null,
  lu_par uuid,
  lu_le timestamptz,
  avis bytea,
  remis_par uuid,
  remis_le timestamptz,
  version integer not null default 1,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, enfant) references confidentiel.personne,
  foreign key (acad, pour) references confidentiel.personne,
  foreign key (acad, par) references annuaire.agent,
  foreign key (acad, lu_par) references annuaire.agent,
  -- Two people, whatever a screen says.
  constraint extrait_second check (lu_par is null or lu_par <> par),
  constraint extrait_relu check ((etat in ('relu', 'remis')) <= (lu_par is not null and empreinte is not null)),
  constraint extrait_remis check ((etat = 'remis') = (remis_le is not null))
);
comment on table confidentiel.extrait is 'An extract for a family: masked by person, read by a second person, frozen once read';
comment on column confidentiel.extrait.empreinte is 'SHA-256 of the text as it was read: printed on the sheet';
create index extrait_fil on confidentiel.extrait (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.extrait');
grant select, insert on confidentiel.extrait to preau_agent;
grant update (etat, contenu, empreinte, lu_par, lu_le, avis, remis_par, remis_le, version) on confidentiel.extrait to preau_agent;
grant select on confidentiel.extrait to preau_gardien;

-- What was read is what leaves: the text does not change afterwards, nor does the state go back.
create function confidentiel.figer_extrait() returns trigger
  language plpgsql as $$
begin
  if old.etat in ('relu', 'remis') and ((new.contenu, new.empreinte, new.lu_par) is distinct from (old.contenu, old.empreinte, old.lu_par)
    or not (new.etat = 'remis' or new.etat = old.etat)) then
    raise exception 'extrait: frozen once read';
  end if;
  return new;
end
$$;
create trigger fige before update on confidentiel.extrait for each row execute function confidentiel.figer_extrait();
