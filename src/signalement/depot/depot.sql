-- accueil | nonnull: dept, type, niveau
select dept, circo, type, niveau from annuaire.accueil(:acad, :etab, :saufEtablissement)

-- deposer | nonnull: id, issue
-- Reports that arrive together, each whole or not at all, and what came of each: « depose », « deja », « inconnue », « images ».
-- All of them stand or none does: whoever sends several must send each by itself when they fall.
select e.id, confidentiel.deposer(e.acad, e.id, e.empreinte, e.brouillon, e.etab, e.langue, e.declarant, e.quoi, e.lieux, e.depuis,
    e.frequence, e.auteurs, e.informes, e.danger, e.urgences, e.contenu, e.recu, e.echeance, e.contact, e.adresse, e.version,
    e.emballee, e.jetons, e.courriel, e.urgent) as issue
  from jsonb_to_recordset(:envois::jsonb -> 'lignes') as e(acad text, id uuid, empreinte bytea, brouillon uuid, etab text, langue text, declarant text,
    quoi text[], lieux text[], depuis text, frequence text, auteurs text, informes text[], danger text, urgences text[],
    contenu bytea, recu timestamptz, echeance timestamptz, contact text, adresse bytea, version integer, emballee bytea,
    jetons bytea[], courriel uuid, urgent uuid)

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
