-- etablissementDe
select e.etab, e.nom, e.type, e.nature, e.secteur, e.dept, d.nom as "deptNom", e.circo, e.bassin, e.adresse, e.code_postal, e.commune,
    e.telephone, e.mail, e.web, e.etat, e.ferme_le
  from annuaire.etablissement e join annuaire.departement d on d.acad = e.acad and d.dept = e.dept
  where e.acad = :acad and e.etab = :etab

-- listeDepartements
select dept, nom from annuaire.departement where acad = :acad order by dept
