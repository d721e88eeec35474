-- parution
-- Moves whenever something published appears, changes or goes; no row before the first publication.
select version from prevention.parution where acad = :acad

-- academie
select nom from annuaire.academie where acad = :acad

-- editions | nonnull: publie_le
select annee, code, jour, theme, introduction, deroule, kit, expo_titre, expo_du, expo_au, expo_lieu, palmares_url, publie_le
  from prevention.temps_fort where acad = :acad and publie_le is not null order by jour desc

-- actions | nonnull: publiee_le, temps_fort | nullable: effectif, compte
select a.id, a.annee, a.temps_fort, a.dept, a.etab, e.nom as ecole, e.commune, e.type as "typeEcole", a.titre, a.texte, a.du, a.au, a.type, a.publics,
    a.niveaux, coalesce(r.eleves, a.effectif) as effectif, a.partenaires, a.publiee_le, r.texte as compte
  from prevention.action a join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  left join prevention.compte_rendu r on r.acad = a.acad and r.action = a.id and r.publie_le is not null
  where a.acad = :acad and a.temps_fort is not null and a.etat = 'publiee'
  order by a.dept, annuaire.plier(e.nom), e.etab, a.du, a.id

-- creneaux
-- Visits that a class may still book: how many places are left, and never who comes.
select annee, code, debut, minutes, places, pris, ferme_le from prevention.creneau
  where acad = :acad and debut > acces.maintenant() order by debut, id

-- photos
select p.id, p.action, p.alternative, p.largeur, p.hauteur from prevention.photo p
  where p.acad = :acad and p.publiee_le is not null and p.retiree_le is null order by p.deposee_le, p.id
