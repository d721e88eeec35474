-- aVenir
-- The slots that a class may still go to, of published editions.
select c.id, c.debut, c.minutes, c.places, c.pris, c.ferme_le, t.expo_titre, t.expo_lieu from prevention.creneau c
  join prevention.temps_fort t on t.acad = c.acad and t.annee = c.annee and t.code = c.code
  where c.acad = :acad and c.debut > acces.maintenant() and t.publie_le is not null order by c.debut, c.id

-- mesVisites
select r.id, r.etab, r.niveau, r.eleves, r.pour, c.debut, c.minutes, t.expo_titre, t.expo_lieu, e.nom as ecole from prevention.reservation r
  join prevention.creneau c on c.acad = r.acad and c.id = r.creneau
  join prevention.temps_fort t on t.acad = c.acad and t.annee = c.annee and t.code = c.code
  join annuaire.etablissement e on e.acad = r.acad and e.etab = r.etab
  where r.acad = :acad and r.etab = any (:etabs::text[]) and r.annulee_le is null and c.debut > acces.maintenant() order by c.debut, r.id

-- reserver
select prevention.reserver(:id, :creneau, :debut, :etab, :niveau, :eleves) as issue

-- annuler
select prevention.annuler_visite(:id) as etab

-- prevenirEcole
insert into machine.courriel (id, acad, modele, niveau, etab, circo, dept, cree_le, prochain_le)
  select :id, e.acad, 'visite', 'etablissement', e.etab, e.circo, e.dept, acces.maintenant(), acces.maintenant()
  from annuaire.etablissement e where e.acad = :acad and e.etab = :etab

-- accepter
select prevention.accepter_visite(:id, :debut) as fait

-- deplacer
select prevention.deplacer_creneau(:id, :de, :debut) as issue

-- prevenirDeplacees
-- Each school that booked it for another moment, once.
insert into machine.courriel (id, acad, modele, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), e.acad, 'visite_deplacee', 'etablissement', e.etab, e.circo, e.dept, acces.maintenant(), acces.maintenant()
  from annuaire.etablissement e where e.acad = :acad and e.etab in (select r.etab from prevention.reservation r
    join prevention.creneau c on c.acad = r.acad and c.id = r.creneau
    where r.acad = :acad and r.creneau = :id and r.annulee_le is null and r.pour <> c.debut)

-- creneaux | nonnull: aVenir
select id, debut, minutes, places, pris, ferme_le, debut > acces.maintenant() as "aVenir" from prevention.creneau
  where acad = :acad and annee = :annee and code = :code order by debut, id

-- reservations
select r.id, r.creneau, r.niveau, r.eleves, r.pour, r.le, e.etab, e.nom as ecole, e.commune, e.telephone, c.debut, c.minutes from prevention.reservation r
  join prevention.creneau c on c.acad = r.acad and c.id = r.creneau
  join annuaire.etablissement e on e.acad = r.acad and e.etab = r.etab
  where r.acad = :acad and c.annee = :annee and c.code = :code and r.annulee_le is null order by c.debut, annuaire.plier(e.nom), r.le, r.id

-- edition
select jour, expo_titre, expo_du, expo_au, expo_lieu from prevention.temps_fort where acad = :acad and annee = :annee and code = :code

-- ouvrir
insert into prevention.creneau (acad, id, annee, code, debut, minutes, places, par, le)
  values (:acad, :id, :annee, :code, :debut, :minutes, :places, acces.moi(), acces.maintenant()) on conflict do nothing

-- fermer
update prevention.creneau set ferme_le = case when :ferme::boolean then acces.maintenant() end
  where acad = :acad and id = :id and annee = :annee and code = :code
