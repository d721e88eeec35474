-- ajouter
insert into confidentiel.personne (acad, id, fil, identite) values (:acad, :id, :fil, :identite) on conflict do nothing

-- modifier
update confidentiel.personne set identite = :identite, version = version + 1
  where acad = :acad and fil = :fil and id = :id and version = :version

-- poserRole
insert into confidentiel.personne_role (acad, id, fil, personne, role, du) values (:acad, :id, :fil, :personne, :role, :du)

-- finirRole
update confidentiel.personne_role set au = :au where acad = :acad and fil = :fil and id = :id and au is null and du <= :au::date

-- poserJetons
insert into confidentiel.jeton_nom (acad, etab, fil, jeton)
  select :acad, :etab, :fil, j from unnest(:jetons::bytea[]) j on conflict do nothing

-- oterJetons
delete from confidentiel.jeton_nom where acad = :acad and fil = :fil

-- tenue
-- Nobody else corrects it before this transaction ends.
select identite, version from confidentiel.personne where acad = :acad and fil = :fil and id = :id for update
