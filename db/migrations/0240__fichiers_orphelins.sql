-- Files that no version names: sent and never joined. The job removes their rows once a delay has passed, then their bytes; what a
-- version names, however old, is part of its history and stays.
grant select (acad, fichier) on prevention.version_fichier to preau_job;
grant delete on prevention.fichier to preau_job;
grant select (fichier) on prevention.envoi to preau_job;
create policy travaux on prevention.version_fichier for select to preau_job using (true);
create policy efface on prevention.fichier for delete to preau_job
  using (not exists (select from prevention.version_fichier v where v.acad = fichier.acad and v.fichier = fichier.id)
    and not exists (select from prevention.envoi e where e.acad = fichier.acad and e.fichier = fichier.id));
