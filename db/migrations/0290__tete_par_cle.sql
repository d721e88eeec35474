-- The head of a chain is found by its key, whatever the planner believed when the table was young: a connection that had made its
-- plan then read all the heads for each fact, until the next automatic analysis.
alter function confidentiel.enchainer() set enable_seqscan = off;
