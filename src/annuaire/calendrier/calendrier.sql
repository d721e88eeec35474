-- lire | nonnull: genre, du, au, libelle
select genre, du, au, libelle from annuaire.calendrier where acad = :acad order by du, au, genre, libelle

-- academies
select acad, nom from annuaire.academie order by acad

-- connu | nonnull: genre, annee, du, au, libelle
-- What is there of the years that a file brings.
select genre, annee, du, au, libelle from annuaire.calendrier
  where acad = :acad and (genre || ' ' || annee) = any (:parts::text[])
  order by du, genre, libelle

-- poser
insert into annuaire.calendrier (acad, genre, annee, du, au, libelle)
  select acad, genre, annee, du, au, libelle from jsonb_populate_recordset(null::annuaire.calendrier, :lot::jsonb -> 'lignes')

-- retirer
delete from annuaire.calendrier c
  using jsonb_populate_recordset(null::annuaire.calendrier, :lot::jsonb -> 'lignes') l
  where c.acad = l.acad and c.genre = l.genre and c.du = l.du and c.libelle = l.libelle
