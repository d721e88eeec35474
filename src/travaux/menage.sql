-- effacerImagesPerimees
-- Pictures of a report that was never sent.
delete from confidentiel.piece_en_attente where expire_le < :maintenant

-- effacerSessionsFinies
delete from acces.session where finit_le < :avant or close_le < :avant

-- effacerCourriels
-- Sent or given up long ago: the row says who was told and when, which is of no more use.
delete from machine.courriel where envoye_le < :avant or abandonne_le < :avant

-- effacerBrouillons
-- What an agent began to write in a dossier and never sent: src/dossier/brouillon says how long.
delete from confidentiel.brouillon where garde_le < :avant

-- effacerImports
-- Spreadsheets that were tried and not imported.
delete from prevention.import_garde where expire_le < :maintenant

-- effacerContacts
-- The last notice could not leave (no mail server, or one out of reach for days): the address is erased all the same, as was promised.
delete from acces.contact k using machine.courriel c
  where c.modele = 'derniere_reponse' and c.envoye_le is null and c.cree_le < :avant and k.acad = c.acad and k.signalement = c.fil
