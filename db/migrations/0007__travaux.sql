-- What the job needs beyond 0004: the reporter's language, who is set aside, and a quick way to the last anchored head.
grant select (langue) on confidentiel.signalement to preau_job;
-- A person set aside from a thread is not nudged about it either. Which thread and whom: never why.
grant select (acad, fil, agent) on acces.deport to preau_job;
create index ancre_tete_fil on machine.ancre_tete (acad, fil, rang desc);
