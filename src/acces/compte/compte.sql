-- monNom
select nom_public_le from annuaire.agent where acad = (select acces.mon_academie()) and id = (select acces.moi())

-- publierMonNom
select annuaire.publier_mon_nom(:oui) as fait
