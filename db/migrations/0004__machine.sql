-- Machinery: the outbox of mails and the signed anchors of the chains of facts.
create schema machine;
grant usage on schema machine to preau_public, preau_agent, preau_job;

create table machine.courriel (
  id uuid primary key,
  acad text not null,
  modele text not null,
  fil uuid,
  niveau text,
  etab text,
  circo text,
  dept text,
  agent uuid,
  cree_le timestamptz not null,
  prochain_le timestamptz not null,
  essais smallint not null default 0,
  envoye_le timestamptz,
  abandonne_le timestamptz
);
comment on table machine.courriel is 'Mails to send: a model and whom it is for. Addresses are looked up when it leaves; a mail has no content and no name';
comment on column machine.courriel.fil is 'For a reporter''s sealed contact; for agents it groups mails about the same thread';
create index courriel_a_envoyer on machine.courriel (prochain_le) where envoye_le is null and abandonne_le is null;
grant insert on machine.courriel to preau_public, preau_agent;
grant select, insert, update, delete on machine.courriel to preau_job;

create table machine.ancre (
  acad text not null,
  rang integer not null,
  le timestamptz not null,
  empreinte bytea not null,
  signature bytea not null,
  cle text not null,
  primary key (acad, rang)
);
comment on table machine.ancre is 'Once a day: a signature over the heads that moved since the anchor before, and over that anchor';
create table machine.ancre_tete (
  acad text not null,
  rang integer not null,
  fil uuid not null,
  rang_fait integer not null,
  tete bytea not null,
  primary key (acad, rang, fil),
  foreign key (acad, rang) references machine.ancre
);
grant select, insert on machine.ancre, machine.ancre_tete to preau_job;
-- No update, no delete: an anchor is forever.

-- The job reads heads and facts to anchor and verify them: identifiers and choices, no narrative.
grant select on confidentiel.chaine, confidentiel.fait to preau_job;
create policy ancrage on confidentiel.chaine for select to preau_job using (true);
create policy ancrage on confidentiel.fait for select to preau_job using (true);
-- Reminders and rotation of keys.
grant select (acad, id, dept, circo, etab, niveau, etat, echeance, pris_par, urgences, rappel_le) on confidentiel.signalement to preau_job;
grant update (rappel_le) on confidentiel.signalement to preau_job;
create policy rappel on confidentiel.signalement to preau_job using (true);
grant select, update (version, emballee) on confidentiel.cle to preau_job;
create policy rotation on confidentiel.cle to preau_job using (true);
