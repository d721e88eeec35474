-- What one school alone has named « n'est pas du harcèlement » and closed waits for the eyes of the level above.
create index dossier_ecarte on confidentiel.dossier (acad, clos_le) where etat = 'ecarte';
