-- accueil | nonnull: dept, type, niveau
select dept, circo, type, niveau from annuaire.accueil(:acad, :etab, :saufEtablissement)

-- deposer | nonnull: id, issue
-- Reports that arrive together, each whole or not at all, and what came of each: « depose », « deja », « inconnue », « images ».
-- All of them stand or none does: whoever sends several must send each by itself when they fall.
select id, issue from confidentiel.deposer(:envois::jsonb -> 'lignes')

-- attendre
insert into confidentiel.piece_en_attente (acad, id, brouillon, type, taille, largeur, hauteur, empreinte, original, copie, expire_le)
  values (:acad, :id, :brouillon, :type, :taille, :largeur, :hauteur, :empreinte, :original, :copie, :expireLe)

-- enAttente
select id, type, taille, largeur, hauteur from confidentiel.piece_en_attente where acad = :acad and brouillon = :brouillon and expire_le > :maintenant order by id

-- pieceEnAttente
select id, type, taille, largeur, hauteur, empreinte, original, copie from confidentiel.piece_en_attente where acad = :acad and brouillon = :brouillon and id = :id

-- retirerEnAttente
delete from confidentiel.piece_en_attente where acad = :acad and brouillon = :brouillon and id = :id

-- joindre
insert into confidentiel.piece (acad, id, fil, type, taille, largeur, hauteur, empreinte, original, copie, depose_le)
  values (:acad, :id, :fil, :type, :taille, :largeur, :hauteur, :empreinte, :original, :copie, :le)

-- garderContact | nonnull: garde
select acces.garder_contact(:adresse) as garde

-- reoriente | nonnull: oui
select exists (select from confidentiel.fait where acad = :acad and fil = :fil and verbe = 'signalement.reorienter') as oui
