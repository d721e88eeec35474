-- Who may connect, and as what. Run by `preau migrate` before the migrations, every time; each line may be run again.
-- The passwords of the doors are set by the program: they are derived from the key file and never written here.
--
--   preau_proprietaire  owns the tables and migrates; never serves.
--   preau_gardien       owns the few functions that look past the policies on behalf of a session; cannot log in.
--   preau_public        the public door: leave a report, follow one's own.
--   preau_agent         the agents' door: what one's mandates open.
--   preau_seuil         sign-in only: opens and closes sessions, reads nothing else. The agents' door cannot open a session,
--                       so that whatever goes wrong there, nobody becomes somebody else.
--   preau_job           mail, purge, anchors. Reads no content: it holds addresses, never narratives.
--   preau_pilotage      views over counts. Absent here: any grant on a table of people.
--   preau_enquete       the pupils' survey, apart from everything.
do $$
declare
  nom text;
begin
  foreach nom in array array['preau_proprietaire', 'preau_gardien'] loop
    if not exists (select from pg_roles where rolname = nom) then
      execute format('create role %I nologin', nom);
    end if;
  end loop;
  foreach nom in array array['preau_public', 'preau_agent', 'preau_seuil', 'preau_job', 'preau_pilotage', 'preau_enquete'] loop
    if not exists (select from pg_roles where rolname = nom) then
      execute format('create role %I login', nom);
    end if;
  end loop;
  -- The owner hands some of its functions to the guardian: it must be able to be it.
  execute 'grant preau_gardien to preau_proprietaire';
  execute format('grant preau_proprietaire to %I', current_user);
  execute format('grant create on database %I to preau_proprietaire', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format(
    'grant connect on database %I to preau_public, preau_agent, preau_seuil, preau_job, preau_pilotage, preau_enquete',
    current_database());
end
$$;
revoke all on schema public from public;
