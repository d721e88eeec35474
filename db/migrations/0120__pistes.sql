-- Treatment: the tracks of a dossier (shared concern, disciplinary, équipe éducative, judicial…), who sees whom, and what the
-- pupil who was targeted says of it.

create table confidentiel.piste (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  methode text not null check (methode in ('mpp', 'farsta', 'no_blame', 'restauratif', 'educative', 'disciplinaire', 'judiciaire', 'adulte')),
  type text not null check (type in ('ecole', 'college', 'lycee', 'erea')),
  duree_avant text not null check (duree_avant in ('moins_mois', 'mois', 'trimestre', 'annee', 'inconnue')),
  contre text[] not null default '{}',
  contenu bytea not null,
  engagee_le timestamptz not null,
  engagee_par uuid not null,
  parole text check (parole in ('cesse', 'mieux', 'pareil', 'pire', 'non_recueillie')),
  issue text check (issue in ('changer', 'finir')),
  finie_le timestamptz,
  finie_par uuid,
  version integer not null default 1,
  primary key (acad, id),
  unique (acad, fil, id),
  foreign key (acad, engagee_par) references annuaire.agent,
  foreign key (acad, finie_par) references annuaire.agent,
  constraint piste_finie check ((issue is null) = (finie_le is null) and (issue is null) = (finie_par is null)
    and (issue is null or parole is not null)),
  -- D321-16 is for écoles, R511-13 for the 2d degré.
  constraint piste_degre check ((methode <> 'educative' or type = 'ecole') and (methode <> 'disciplinaire' or type <> 'ecole')),
  -- An adult is no pupil to whom a concern is told: human resources, legal affairs, the prosecutor.
  constraint piste_adulte check (not ('auteur_adulte' = any (contre) and methode <> all (array['adulte', 'judiciaire'])))
);
comment on table confidentiel.piste is 'One track of treatment: a method, from a day to another, and how the targeted pupil says that it ended';
comment on column confidentiel.piste.type is 'Kind of school when it began: kept for the counts by method';
comment on column confidentiel.piste.contre is 'What spoke against this method on that day: reasons, never a score';
comment on column confidentiel.piste.contenu is 'Why this one, why all the same, agreement of the family: encrypted JSON';
comment on column confidentiel.piste.parole is 'What the targeted pupil said when the last decision was written';
-- The same method does not run twice at once in a dossier.
create unique index piste_en_cours on confidentiel.piste (acad, fil, methode) where issue is null;
create index piste_fil on confidentiel.piste (acad, fil, engagee_le);
select confidentiel.proteger_fil('confidentiel.piste');

create table confidentiel.piste_decision (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  piste uuid not null,
  decision text not null check (decision in ('garder', 'changer', 'finir')),
  parole text not null check (parole in ('cesse', 'mieux', 'pareil', 'pire', 'non_recueillie')),
  sanction text check (sanction in ('aucune', 'avertissement', 'blame', 'responsabilisation', 'exclusion_classe', 'exclusion_temporaire',
    'exclusion_definitive', 'reglement_interieur')),
  quantite smallint,
  sursis boolean not null default false,
  personne uuid,
  contenu bytea not null,
  par uuid not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil, piste) references confidentiel.piste (acad, fil, id),
  foreign key (acad, personne) references confidentiel.personne,
  foreign key (acad, par) references annuaire.agent,
  -- R511-13: at most 20 hours, at most 8 days; the others have no length.
  constraint piste_decision_sanction check ((sanction is null) = (personne is null) and case sanction
    when 'responsabilisation' then quantite is not null and quantite between 1 and 20
    when 'exclusion_classe' then quantite is not null and quantite between 1 and 8
    when 'exclusion_temporaire' then quantite is not null and quantite between 1 and 8
    else quantite is null end)
);
comment on table confidentiel.piste_decision is 'Keep, switch or end a track: each decision with its reason. Insert-only';
create index piste_decision_fil on confidentiel.piste_decision (acad, fil, le);
select confidentiel.proteger_fil('confidentiel.piste_decision');

create table confidentiel.piste_etape (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  piste uuid not null,
  etape text not null,
  jour date not null,
  jours smallint,
  personne uuid,
  parole text check (parole in ('cesse', 'mieux', 'pareil', 'pire', 'non_recueillie')),
  contenu bytea not null,
  par uuid not null,
  le timestamptz not null,
  primary key (acad, id),
  foreign key (acad, fil, piste) references confidentiel.piste (acad, fil, id),
  foreign key (acad, personne) references confidentiel.personne,
  foreign key (acad, par) references annuaire.agent,
  -- D321-16: a pupil of an école is kept away five days at most.
  constraint piste_etape_suspension check ((etape = 'suspension') = (jours is not null) and coalesce(jours, 1) between 1 and 5)
);
comment on table confidentiel.piste_etape is 'A step of a track with its day, its reason and its answer. Insert-only: an answer is a step of its own';
comment on column confidentiel.piste_etape.etape is 'src/dossier/piste/etapes.ts has the list';
create index piste_etape_fil on confidentiel.piste_etape (acad, fil, jour);
select confidentiel.proteger_fil('confidentiel.piste_etape');

-- Who is on which side, for the whole dossier. The adult who sees the target never sees the authors (S55, S65): an adult has one
-- side, a pupil has one side, and a talk joins an adult and a pupil of the same one. The keys below hold it, whatever the program does.
create table confidentiel.intervenant (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  cote text not null check (cote in ('cible', 'groupe')),
  agent uuid,
  identite bytea not null,
  jeton bytea not null check (length(jeton) = 16),
  par uuid not null,
  le timestamptz not null,
  retire_le timestamptz,
  primary key (acad, id),
  unique (acad, fil, id, cote),
  unique (acad, fil, jeton),
  foreign key (acad, agent) references annuaire.agent,
  foreign key (acad, par) references annuaire.agent
);
comment on table confidentiel.intervenant is 'An adult of the team chosen for this dossier, and whom they see';
comment on column confidentiel.intervenant.jeton is 'Keyed hash of the name: the same adult is not entered on both sides';
create unique index intervenant_agent on confidentiel.intervenant (acad, fil, agent) where agent is not null;
select confidentiel.proteger_fil('confidentiel.intervenant');

create table confidentiel.eleve_cote (
  acad text not null,
  fil uuid not null,
  personne uuid not null,
  cote text not null check (cote in ('cible', 'groupe')),
  primary key (acad, fil, personne),
  unique (acad, fil, personne, cote),
  foreign key (acad, personne) references confidentiel.personne
);
comment on table confidentiel.eleve_cote is 'On which side a pupil is seen: targeted, or of the group (presumed authors, witnesses)';
select confidentiel.proteger_fil('confidentiel.eleve_cote');

create table confidentiel.rencontre (
  acad text not null,
  id uuid not null,
  fil uuid not null,
  piste uuid not null,
  personne uuid not null,
  intervenant uuid not null,
  cote text not null,
  jour date not null,
  debut time,
  duree smallint check (duree between 5 and 10),
  lieu bytea,
  constat text,
  suite text check (suite in ('faite', 'en_partie', 'pas_faite')),
  contenu bytea,
  tenue_le date,
  note_par uuid,
  note_le timestamptz,
  primary key (acad, id),
  foreign key (acad, fil, piste) references confidentiel.piste (acad, fil, id),
  foreign key (acad, fil, intervenant, cote) references confidentiel.intervenant (acad, fil, id, cote),
  foreign key (acad, fil, personne, cote) references confidentiel.eleve_cote (acad, fil, personne, cote),
  foreign key (acad, note_par) references annuaire.agent,
  constraint rencontre_heure check ((debut is null) = (duree is null)),
  constraint rencontre_constat check (constat is null or constat in ('absent', 'annulee')
    or (cote = 'cible' and constat in ('cesse', 'mieux', 'pareil', 'pire', 'non_recueillie'))
    or (cote = 'groupe' and constat in ('suggestion', 'rien', 'refus'))),
  constraint rencontre_note check ((constat is null) = (note_le is null) and (constat is null) = (note_par is null)
    and (constat is null) = (tenue_le is null) and (constat is null or constat in ('absent', 'annulee') or contenu is not null))
);
comment on table confidentiel.rencontre is 'A short talk of the shared concern: one adult, one pupil, planned, then noted';
comment on column confidentiel.rencontre.contenu is 'Suggestion or words of the pupil, as said: encrypted JSON';
-- One talk ahead for a pupil, and an adult in one place at a time.
create unique index rencontre_prevue on confidentiel.rencontre (acad, piste, personne) where constat is null;
create unique index rencontre_heure_prise on confidentiel.rencontre (acad, fil, intervenant, jour, debut) where constat is null and debut is not null;
create index rencontre_fil on confidentiel.rencontre (acad, fil, jour);
select confidentiel.proteger_fil('confidentiel.rencontre');

grant select, insert on confidentiel.piste, confidentiel.piste_decision, confidentiel.piste_etape, confidentiel.intervenant,
  confidentiel.eleve_cote, confidentiel.rencontre to preau_agent;
grant update (parole, issue, finie_le, finie_par, version) on confidentiel.piste to preau_agent;
grant update (cote, retire_le) on confidentiel.intervenant to preau_agent;
grant update (cote) on confidentiel.eleve_cote to preau_agent;
grant update (intervenant, cote, jour, debut, duree, lieu, constat, suite, contenu, tenue_le, note_par, note_le)
  on confidentiel.rencontre to preau_agent;
grant select on confidentiel.piste, confidentiel.piste_decision, confidentiel.piste_etape, confidentiel.intervenant,
  confidentiel.eleve_cote, confidentiel.rencontre to preau_gardien;
