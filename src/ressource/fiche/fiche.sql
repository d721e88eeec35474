-- texte
select texte, rang from prevention.version where acad = :acad and id = :version

-- fichiers
-- The files of these versions, each with what says the same in words.
select vf.version, vf.rang, vf.libelle, vf.alternative, vf.pour, vf.langue, f.id, f.type, f.taille, f.nom, f.examen
  from prevention.version_fichier vf join prevention.fichier f on f.acad = vf.acad and f.id = vf.fichier
  where vf.acad = :acad and vf.version = any (:versions::uuid[]) order by vf.version, vf.rang

-- textes
select id, texte from prevention.version where acad = :acad and id = any (:versions::uuid[])
