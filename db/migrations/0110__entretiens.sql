-- What people said, what adults judge, and what is being written: talks, the grid, the qualification, drafts; and a dossier handed
-- to one member of the équipe ressource.

-- A talk with one person. A correction adds a version under the same `suite`; what was written before stays readable.
create table confidentiel.entretien (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  suite uuid not null,
  version smallint not null check (version > 0),
  personne uuid not null,
  role text not null check (role in ('cible', 'auteur_presume', 'temoin', 'soutien', 'responsable_legal', 'professionnel')),
  issue text not null check (issue in ('tenu', 'impossible')),
  adultes uuid[] not null,
  contenu bytea not null,
  le timestamptz not null,
  par uuid not null,
  qualite text not null,
  ecrit_le timestamptz not null,
  primary key (acad, id),
  -- Two corrections of the same version at once: the second one is merged, never lost nor written over.
  unique (acad, suite, version),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, personne) references confidentiel.personne,
  foreign key (acad, par) references annuaire.agent,
  constraint entretien_premier check ((version = 1) = (id = suite))
);
comment on table confidentiel.entretien is 'A talk with one person of the dossier, or why it could not be held. Insert-only: a correction is one more version';
comment on column confidentiel.entretien.adultes is 'Agents who led it: the adult who sees the target never sees the authors (shared concern)';
comment on column confidentiel.entretien.contenu is 'Facts, words, appreciation, needs, safety check: encrypted JSON';
create index entretien_fil on confidentiel.entretien (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.entretien');

create table confidentiel.evaluation (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  grille text not null,
  contenu bytea not null,
  par uuid not null,
  qualite text not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, par) references annuaire.agent
);
comment on table confidentiel.evaluation is 'One adult''s answers to the grid, on one day. Insert-only. Nothing is ever summed: no column could hold a score';
comment on column confidentiel.evaluation.grille is 'The published version of the grid that was filled: src/dossier/evaluation/grilles.ts';
create index evaluation_fil on confidentiel.evaluation (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.evaluation');

create table confidentiel.qualification (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  qualification text not null,
  contenu bytea not null,
  par uuid not null,
  qualite text not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, par) references annuaire.agent
);
comment on table confidentiel.qualification is 'How the situation is named, why, and how the family names it (encrypted). Insert-only: the latest counts';
create index qualification_fil on confidentiel.qualification (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.qualification');

grant select, insert on confidentiel.entretien, confidentiel.evaluation, confidentiel.qualification to preau_agent;
grant select on confidentiel.entretien, confidentiel.evaluation, confidentiel.qualification to preau_gardien;

-- What an agent is writing and has not sent: under the dossier's key, for the author's eyes only, for a while.
create table confidentiel.brouillon (
  acad text not null,
  fil uuid not null,
  agent uuid not null,
  forme text not null check (length(forme) between 1 and 160),
  contenu bytea not null check (length(contenu) <= 400000),
  serie integer not null default 1,
  garde_le timestamptz not null,
  primary key (acad, fil, agent, forme),
  foreign key (acad, fil) references confidentiel.dossier,
  foreign key (acad, agent) references annuaire.agent
);
comment on table confidentiel.brouillon is 'An unsent form. Encrypted JSON; visible to its author only, as long as they see the dossier; purged';
comment on column confidentiel.brouillon.forme is 'The address of the form under its dossier, which may hold identifiers, never words';
comment on column confidentiel.brouillon.serie is 'Counts what was kept: two devices of one author do not write over each other unseen';
create index brouillon_garde on confidentiel.brouillon (garde_le);
alter table confidentiel.brouillon enable row level security;
alter table confidentiel.brouillon force row level security;
create policy auteur on confidentiel.brouillon to preau_agent
  using (agent = (select acces.moi()) and confidentiel.je_vois(acad, fil));
create policy purge on confidentiel.brouillon for all to preau_job using (true);
grant select, insert, delete on confidentiel.brouillon to preau_agent;
grant update (contenu, serie, garde_le) on confidentiel.brouillon to preau_agent;
grant select (garde_le), delete on confidentiel.brouillon to preau_job;

-- To whom this thread was handed, for whoever sees it by a mandate.
create function acces.octrois(p_fil uuid)
  returns table (id uuid, agent uuid, prenom text, nom text, motif text, du timestamptz, au timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select o.id, a.id, a.prenom, a.nom, o.motif, o.du, o.au
      from acces.octroi o join annuaire.agent a on a.acad = o.acad and a.id = o.agent
      where o.acad = acces.mon_academie() and o.fil = p_fil and p_fil <> all (acces.mes_octrois())
        and (confidentiel.voit_signalement(o.acad, p_fil) or confidentiel.voit_dossier(o.acad, p_fil))
        and o.du <= acces.maintenant() and (o.au is null or o.au > acces.maintenant())
      order by a.nom, a.prenom
  $$;

-- Ends one grant, today: by whoever sees the thread by a mandate. A date, not a delete.
create function acces.finir_octroi(p_id uuid) returns uuid
  language sql security definer set search_path = ''
  as $$
    update acces.octroi o set au = acces.maintenant()
      where o.acad = acces.mon_academie() and o.id = p_id and (o.au is null or o.au > acces.maintenant())
        and o.fil <> all (acces.mes_octrois())
        and (confidentiel.voit_signalement(o.acad, o.fil) or confidentiel.voit_dossier(o.acad, o.fil))
      returning o.agent
  $$;
grant create on schema acces to preau_gardien;
alter function acces.octrois(uuid) owner to preau_gardien;
alter function acces.finir_octroi(uuid) owner to preau_gardien;
revoke create on schema acces from preau_gardien;
revoke all on function acces.octrois(uuid), acces.finir_octroi(uuid) from public;
grant execute on function acces.octrois(uuid), acces.finir_octroi(uuid) to preau_agent;
