-- engager
-- The same form sent twice, or the same method already running: nothing is added.
insert into confidentiel.piste (acad, id, fil, methode, type, duree_avant, contre, contenu, transmission, engagee_le, engagee_par)
  values (:acad, :id, :fil, :methode, :type, :dureeAvant, :contre::text[], :contenu, :transmission?, acces.maintenant(), acces.moi())
  on conflict do nothing

-- connue
select id from confidentiel.piste where acad = :acad and id = :id
