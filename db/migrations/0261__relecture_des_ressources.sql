-- A resource has somebody who answers for it and a day by which it is read again: nothing grows old in silence. Withdrawing says why.
alter table prevention.ressource add column garant uuid, add column a_revoir_le date, add column revue_le timestamptz;
update prevention.ressource set garant = creee_par, a_revoir_le = (creee_le + interval '1 year')::date;
alter table prevention.ressource alter column garant set not null, alter column a_revoir_le set not null,
  add foreign key (acad, garant) references annuaire.agent;
comment on column prevention.ressource.garant is 'Who answers for it and is told when its day comes; gone, all who publish are told';
comment on column prevention.ressource.a_revoir_le is 'Read again by this day: a year after it was written or read again (proposition)';
create index ressource_a_revoir on prevention.ressource (acad, a_revoir_le);
grant update (garant, a_revoir_le, revue_le) on prevention.ressource to preau_agent;
grant select (a_revoir_le) on prevention.ressource to preau_public;
grant select (garant, a_revoir_le) on prevention.ressource to preau_job;
create trigger ranger_revue after update of a_revoir_le on prevention.ressource for each row
  when (old.a_revoir_le is distinct from new.a_revoir_le) execute function prevention.ranger();

alter table prevention.publication add column motif_retrait text not null default '' check (length(motif_retrait) <= 300);
alter table prevention.publication add constraint publication_motif
  check (retiree_le is null or du > retiree_le or motif_retrait <> '') not valid;
grant update (motif_retrait) on prevention.publication to preau_agent;
create index courriel_ressource on machine.courriel (acad, agent, cree_le) where modele = 'ressource';
