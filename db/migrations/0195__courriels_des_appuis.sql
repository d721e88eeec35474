-- A mail about a request for support leads to it, by an identifier that tells nothing: whoever sends mails may know which it is.
grant select (acad, id) on confidentiel.appui to preau_job;
create policy courriels on confidentiel.appui for select to preau_job using (true);
