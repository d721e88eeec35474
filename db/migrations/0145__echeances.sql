-- Due dates are told, once a step: the day before, late, then each level above. After 0100, whose `prevu` it looks at.
alter table confidentiel.dossier
  add column alerte smallint not null default 0 check (alerte between 0 and 5),
  add column alerte_pour timestamptz,
  add column revu_le timestamptz;
comment on column confidentiel.dossier.alerte is 'Last step told: 1 the day before, 2 late, 3 circonscription, 4 département, 5 académie';
comment on column confidentiel.dossier.alerte_pour is 'The due date that this step was about: with another one, nothing has been told yet';
comment on column confidentiel.dossier.revu_le is 'Last fortnightly review';
alter table confidentiel.prevu
  add column alerte smallint not null default 0 check (alerte between 0 and 2),
  add column alerte_pour timestamptz;

-- What is still to be done is a small part of all that ever was: each desk has its own index of it.
create index dossier_vif_responsable on confidentiel.dossier (acad, responsable, echeance) where echeance is not null;
create index dossier_vif_etab on confidentiel.dossier (acad, portee_etab, echeance) where echeance is not null;
create index dossier_vif_circo on confidentiel.dossier (acad, portee_circo, echeance) where echeance is not null;
create index dossier_vif_dept on confidentiel.dossier (acad, portee_dept, echeance) where echeance is not null;
create index dossier_vif on confidentiel.dossier (acad, echeance) where echeance is not null;
create index prevu_vif on confidentiel.prevu (acad, le) where issue is null;

-- The job sees when and whose, never what.
grant select (acad, id, dept, circo, etab, niveau, etat, echeance, responsable, urgences, protege_le, alerte, alerte_pour)
  on confidentiel.dossier to preau_job;
grant update (alerte, alerte_pour) on confidentiel.dossier to preau_job;
create policy alertes on confidentiel.dossier to preau_job using (true);
grant select (acad, id, fil, pour, le, issue, alerte, alerte_pour) on confidentiel.prevu to preau_job;
grant update (alerte, alerte_pour) on confidentiel.prevu to preau_job;
create policy alertes on confidentiel.prevu to preau_job using (true);
-- The one fact that nobody writes: that a level was told.
grant insert on confidentiel.fait to preau_job;
create policy alertes on confidentiel.fait for insert to preau_job
  with check (par is null and qualite = 'systeme' and verbe = 'dossier.alerter');

grant update (revu_le) on confidentiel.dossier to preau_agent;

-- Somebody who sees the dossier, named in a note of it: it waits on their desk until they have read it.
create table confidentiel.mention (
  acad text not null,
  fil uuid not null,
  note uuid not null,
  agent uuid not null,
  par uuid not null,
  le timestamptz not null,
  lue_le timestamptz,
  primary key (acad, note, agent),
  foreign key (acad, note) references confidentiel.note,
  foreign key (acad, agent) references annuaire.agent,
  foreign key (acad, par) references annuaire.agent
);
comment on table confidentiel.mention is 'Who was called in which note. Only somebody who saw the dossier then; who no longer does sees no mention either';
create index mention_agent on confidentiel.mention (acad, agent, le) where lue_le is null;
create index mention_fil on confidentiel.mention (acad, fil);
select confidentiel.proteger_fil('confidentiel.mention');
grant select, insert on confidentiel.mention to preau_agent;
grant update (lue_le) on confidentiel.mention to preau_agent;
grant select on confidentiel.mention to preau_gardien;
