-- That actions wait is told to whoever validates and to whoever publishes: the job reads where and since when, never what.
grant select (acad, dept, etat, proposee_le, validee_le) on prevention.action to preau_job;
create policy travaux on prevention.action for select to preau_job using (true);
create index courriel_action on machine.courriel (acad, niveau, dept, cree_le) where modele = 'action';
