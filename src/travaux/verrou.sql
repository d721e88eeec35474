-- seul
-- One worker at a time at this work (:travail), until its transaction ends: two at the same moment would each do it.
select pg_advisory_xact_lock(hashtext('preau ' || :travail))
