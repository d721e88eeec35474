-- poser
-- One thing of a kind about one object: planning it anew moves it.
insert into confidentiel.prevu (acad, id, fil, nature, objet, pour, contenu, le, prevu_par, prevu_le)
  values (:acad, :id, :fil, :nature, :objet?, :pour, :contenu?, :le, acces.moi(), acces.maintenant())
  on conflict (acad, fil, nature, coalesce(objet, fil)) where issue is null and nature <> 'tache'
  do update set le = excluded.le, pour = excluded.pour

-- finir
-- `objets`: every entry of the person that it is about, or the one row; nothing: the dossier itself.
update confidentiel.prevu set issue = :issue, fini_par = acces.moi(), fini_le = acces.maintenant()
  where acad = :acad and fil = :fil and nature = :nature and coalesce(objet, fil) = any (coalesce(:objets?::uuid[], array[fil])) and issue is null

-- finirTout
-- A dossier that ends: nothing stays promised, but the outcome of what was transmitted, and what was read of it.
update confidentiel.prevu set issue = 'annule', fini_par = acces.moi(), fini_le = acces.maintenant()
  where acad = :acad and fil = :fil and issue is null and nature not in ('suite_transmission', 'transmission_relue')

-- confierTout
update confidentiel.prevu set pour = :vers where acad = :acad and fil = :fil and pour = :de and issue is null

-- ouverts
select p.id, p.nature, p.objet, p.pour, p.contenu, p.le, a.prenom, a.nom
  from confidentiel.prevu p join annuaire.agent a on a.acad = p.acad and a.id = p.pour
  where p.acad = :acad and p.fil = :fil and p.issue is null order by p.le, p.id
