-- accueil | nonnull: dept, type, niveau
select dept, circo, type, niveau from annuaire.accueil(:acad, :etab, :saufEtablissement)

-- deposer | nonnull: issue
-- Everything of a report or nothing of it, and what came of it: « depose », « deja », « inconnue », « images ».
select confidentiel.deposer(:acad, :id, :empreinte, :brouillon?, :etab, :langue, :declarant, :quoi, :lieux, :depuis?, :frequence?,
  :auteurs?, :informes, :danger?, :urgences, :contenu, :recuLe, :echeance, :contact, :adresse?, :version, :emballee, :jetons,
  :courriel, :courrielUrgent) as issue

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
