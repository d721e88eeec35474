-- poser
insert into confidentiel.mesure (acad, id, fil, nature, contenu, du, au, par, le)
  values (:acad, :id, :fil, :nature, :contenu, :du, :au?, acces.moi(), acces.maintenant()) on conflict do nothing

-- lever
update confidentiel.mesure set au = :au where acad = :acad and fil = :fil and id = :id and au is null and nature <> 'aucune' and du <= :au::date
