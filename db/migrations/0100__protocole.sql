-- The whole protocol: every state, what is planned, and what an académie settles for itself.

-- A dossier ends in four ways: closed, « n’est pas du harcèlement » (answered and traced all the same), merged into another one,
-- or handed to another school or académie. In each of them nothing is due any more; in all the others something is, always.
alter table confidentiel.dossier
  drop constraint dossier_etat_check,
  drop constraint dossier_echeance,
  drop constraint dossier_clos,
  add constraint dossier_etat check (etat in ('recu', 'pris_en_charge', 'protege', 'evaluation', 'traitement', 'surveillance', 'rouvert',
    'clos', 'ecarte', 'doublon', 'transfere')),
  add constraint dossier_echeance check ((etat in ('clos', 'ecarte', 'doublon', 'transfere')) = (echeance is null)),
  add constraint dossier_clos check ((etat in ('clos', 'ecarte', 'doublon', 'transfere')) = (clos_le is not null));

-- What will happen, and who is expected to do it: talks, news to a family, checkpoints, answers awaited, tasks. The due date of
-- the dossier says when its next step is late; this says all that was promised.
create table confidentiel.prevu (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  nature text not null,
  objet uuid,
  pour uuid not null,
  contenu bytea,
  le timestamptz not null,
  prevu_par uuid not null,
  prevu_le timestamptz not null,
  issue text check (issue in ('fait', 'annule')),
  fini_par uuid,
  fini_le timestamptz,
  primary key (acad, id),
  foreign key (acad, pour) references annuaire.agent,
  foreign key (acad, prevu_par) references annuaire.agent,
  constraint prevu_fini check ((issue is null) = (fini_le is null) and (issue is null) = (fini_par is null))
);
comment on table confidentiel.prevu is 'What is planned in a dossier, for whom, and by when. An end is a date and an issue, never a delete';
comment on column confidentiel.prevu.nature is 'What kind of thing: src/dossier/prevu/prevu.ts has the list';
comment on column confidentiel.prevu.objet is 'The row that it is about (a track, a family contact, a transmission…), if any';
comment on column confidentiel.prevu.contenu is 'Encrypted JSON, when words are needed (a task)';
-- One thing of a kind about one object at a time.
create unique index prevu_ouvert on confidentiel.prevu (acad, fil, nature, coalesce(objet, fil)) where issue is null and nature <> 'tache';
create index prevu_pour on confidentiel.prevu (acad, pour, le) where issue is null;
create index prevu_fil on confidentiel.prevu (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.prevu');
grant select, insert on confidentiel.prevu to preau_agent;
grant update (pour, le, issue, fini_par, fini_le) on confidentiel.prevu to preau_agent;
grant select on confidentiel.prevu to preau_gardien;

-- What practice leaves open is settled by the académie, with its reason: clocks within bounds, and declared variants.
create table annuaire.reglage (
  acad text not null references annuaire.academie,
  code text not null,
  valeur text not null,
  raison text not null check (length(raison) between 1 and 2000),
  par uuid not null,
  le timestamptz not null,
  primary key (acad, code, le),
  foreign key (acad, par) references annuaire.agent
);
comment on table annuaire.reglage is 'Insert-only: the latest row of a code counts. No row: the value of the published protocol';
grant select on annuaire.reglage to preau_agent, preau_public, preau_job, preau_gardien;
grant insert on annuaire.reglage to preau_gardien;

-- Settled by the responsable académique alone, who signs it.
create function annuaire.regler(p_code text, p_valeur text, p_raison text) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not acces.ai_role(array['responsable_academique']) then
    return false;
  end if;
  insert into annuaire.reglage (acad, code, valeur, raison, par, le)
    values (acces.mon_academie(), p_code, p_valeur, p_raison, acces.moi(), acces.maintenant());
  return true;
end
$$;
grant create on schema annuaire to preau_gardien;
alter function annuaire.regler(text, text, text) owner to preau_gardien;
revoke create on schema annuaire from preau_gardien;
revoke all on function annuaire.regler(text, text, text) from public;
grant execute on function annuaire.regler(text, text, text) to preau_agent;
