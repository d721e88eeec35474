-- tenu
-- Nobody else writes it before this transaction ends.
select resume, version from confidentiel.dossier where acad = :acad and id = :id for update

-- garder
-- What it said until now.
insert into confidentiel.resume_avant (acad, id, fil, contenu, par, le)
  values (:acad, :id, :fil, :contenu, (select acces.moi()), (select acces.maintenant()))

-- remplacer
update confidentiel.dossier set resume = :resume where acad = :acad and id = :id

-- avants
select id, contenu from confidentiel.resume_avant where acad = :acad and fil = :fil
