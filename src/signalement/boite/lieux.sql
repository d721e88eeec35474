-- departements
select dept, nom from annuaire.departement where acad = :acad order by dept
