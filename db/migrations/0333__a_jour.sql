-- The server refuses to start on a database that is behind its code: it reads which changes were made, and nothing else there.
grant usage on schema migration to preau_public, preau_job;
grant select on migration.faite to preau_public, preau_job;
