-- ajouter
insert into confidentiel.personne (acad, id, fil, identite) values (:acad, :id, :fil, :identite) on conflict do nothing

-- modifier
update confidentiel.personne set identite = :identite, version = version + 1
  where acad = :acad and fil = :fil and id = :id and version = :version

-- poserRole
insert into confidentiel.personne_role (acad, id, fil, personne, role, du) values (:acad, :id, :fil, :personne, :role, :du)

-- garder
-- As they were noted until now.
insert into confidentiel.identite_avant (acad, id, fil, personne, contenu, par, le)
  values (:acad, :id, :fil, :personne, :contenu, (select acces.moi()), (select acces.maintenant()))

-- avants
select id, personne, contenu from confidentiel.identite_avant where acad = :acad and fil = :fil order by le, id

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

-- reunir
-- Zero rows: this entry is read as another already.
insert into confidentiel.personne_reunie (acad, id, fil, de, vers, par, le)
  values (:acad, :id, :fil, :de, :vers, acces.moi(), acces.maintenant()) on conflict do nothing

-- separer
update confidentiel.personne_reunie set separee_par = acces.moi(), separee_le = acces.maintenant()
  where acad = :acad and fil = :fil and id = :id and separee_le is null

-- empechements | nonnull: liees, cotes, prevue
-- What stands against reading them as one: one answers for the other; they are seen on two sides of one shared concern; a talk is planned with the one
-- that would no longer be named.
select
  exists (select from confidentiel.lien l where l.acad = :acad and l.fil = :fil and l.au is null
    and l.enfant = any (:toutes::uuid[]) and l.responsable = any (:toutes::uuid[])) as liees,
  exists (select from confidentiel.eleve_cote c
    where c.acad = :acad and c.fil = :fil and c.personne = any (:toutes::uuid[])
    group by c.piste having count(distinct c.cote) > 1) as cotes,
  exists (select from confidentiel.rencontre r where r.acad = :acad and r.fil = :fil and r.constat is null
    and r.personne = any (:autres::uuid[])) as prevue
