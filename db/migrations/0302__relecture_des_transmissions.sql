-- What is transmitted has a second reader, like an extract: before it leaves, or afterwards when it could not wait. The sheet is kept
-- as it was when it was decided, with the key of the dossier, and never changes.
alter table confidentiel.transmission
  add column attente text check (attente in ('a_relire', 'relue', 'refusee')),
  add column sans_relecture text check (sans_relecture in ('urgence', 'danger', 'seul', 'academie')),
  add column relire_avant timestamptz,
  add column feuille bytea,
  add column empreinte bytea check (length(empreinte) = 32),
  add column lu_par uuid,
  add column lu_le timestamptz,
  add column avis text check (avis in ('accord', 'refus')),
  add column avis_raison bytea,
  add column version integer not null default 1,
  add foreign key (acad, lu_par) references annuaire.agent,
  -- Two people, whatever a screen says.
  add constraint transmission_second check (lu_par is null or lu_par <> par),
  add constraint transmission_lue check ((lu_par is null) = (lu_le is null) and (lu_par is null) = (avis is null)),
  add constraint transmission_scellee check ((feuille is null) = (empreinte is null)),
  add constraint transmission_attente check (attente is null or (decision = 'oui' and relire_avant is not null
    and (attente = 'a_relire') = (lu_par is null) and (attente = 'refusee') = (avis is not distinct from 'refus'))),
  -- It left: read and agreed to, or with the reason why it could not wait; nothing to read in what is not sent.
  add constraint transmission_partie check (attente is not null or relire_avant is null or sans_relecture is not null
    or avis is not distinct from 'accord');
comment on table confidentiel.transmission is 'Transmit or not, to whom, why: decided by a person, dated, read by another. Reference, reason and sheet are ciphertext';
comment on column confidentiel.transmission.attente is 'What holds it back: not read yet, read and ready, to be done again; null: it left, or was not to leave';
comment on column confidentiel.transmission.sans_relecture is 'Why it left before it was read by another: an urgency of the dossier or of this recipient, a danger said now, nobody else to be reached, the choice of the académie';
comment on column confidentiel.transmission.relire_avant is 'By when somebody else reads it, before it leaves or afterwards; null: nothing of it is to be read';
comment on column confidentiel.transmission.feuille is 'The sheet as it left, or will; null: this recipient has none, or it was noted before sheets were kept';
comment on column confidentiel.transmission.empreinte is 'SHA-256 of the text of the sheet: printed on it';
grant update (attente, sans_relecture, jour, contenu, relire_avant, lu_par, lu_le, avis, avis_raison, version) on confidentiel.transmission
  to preau_agent;
create index transmission_a_relire on confidentiel.transmission (acad, fil) where relire_avant is not null and lu_par is null;

-- What was decided and what was read stay as they were; only what waits can still leave.
create function confidentiel.figer_transmission() returns trigger
  language plpgsql as $$
begin
  if (new.fil, new.destinataire, new.decision, new.base, new.par, new.le, new.feuille, new.empreinte)
      is distinct from (old.fil, old.destinataire, old.decision, old.base, old.par, old.le, old.feuille, old.empreinte)
    or (old.attente is null and (new.attente, new.sans_relecture, new.jour, new.contenu, new.relire_avant)
      is distinct from (old.attente, old.sans_relecture, old.jour, old.contenu, old.relire_avant))
    or (old.attente = 'refusee' and new.attente is distinct from old.attente)
    or (old.attente = 'relue' and coalesce(new.attente, 'relue') <> 'relue')
    or (old.lu_par is not null and (new.lu_par, new.lu_le, new.avis, new.avis_raison)
      is distinct from (old.lu_par, old.lu_le, old.avis, old.avis_raison)) then
    raise exception 'transmission: kept as it was decided, read and sent';
  end if;
  return new;
end
$$;
create trigger fige before update on confidentiel.transmission for each row execute function confidentiel.figer_transmission();
