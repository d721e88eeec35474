-- Extracts that wait for a second reader: few at a time, looked for on every desk.
create index extrait_a_relire on confidentiel.extrait (acad, fil) where etat = 'a_relire';
