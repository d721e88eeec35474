-- The list of dossiers is filtered on what is to be done by when.
create index prevu_taches on confidentiel.prevu (acad, le) where issue is null and nature = 'tache';
