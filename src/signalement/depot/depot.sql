-- poserSuivi
-- Zero rows: this code has been used already, the report has arrived.
insert into acces.suivi (empreinte, acad, signalement, cree_le) values (:empreinte, :acad, :id, :le) on conflict do nothing

-- accueil | nonnull: dept, type, niveau
select dept, circo, type, niveau from annuaire.accueil(:acad, :etab, :saufEtablissement)

-- deposer
insert into confidentiel.signalement (acad, id, dept, circo, etab, niveau, canal, langue, declarant, quoi, lieux, depuis, frequence,
    auteurs, informes, danger, urgences, contenu, recu_le, echeance, contact)
  values (:acad, :id, :dept, :circo?, :etab, :niveau, 'site', :langue, :declarant, :quoi, :lieux, :depuis?, :frequence?,
    :auteurs?, :informes, :danger?, :urgences, :contenu, :recuLe, :echeance, :contact)

-- poserJetons
insert into confidentiel.jeton_nom (acad, etab, fil, jeton)
  select :acad, :etab, :fil, j from unnest(:jetons::bytea[]) j on conflict do nothing

-- poserContact
insert into acces.contact (acad, signalement, adresse) values (:acad, :fil, :adresse)

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
