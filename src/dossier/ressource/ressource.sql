-- aLEtape | nonnull: adresse, titre, forme | nullable: duree
-- What the library has for this part of a dossier: online, and that nothing replaces.
select adresse, titre, forme, duree from prevention.a_l_etape(:etape)
