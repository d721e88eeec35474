-- lusATemps | nullable: auMoins, auPlus
select au_moins as "auMoins", au_plus as "auPlus" from confidentiel.part_lus_a_temps(:acad, :du, :au)

-- avisDonnes | nonnull: trouve | nullable: nombre
select trouve, nombre from prevention.avis_donnes(:acad, :du, :au)

-- parAnnee | nonnull: actions, ecoles
-- What was published, by school year: numbers, never a school.
select annee, count(*)::int as actions, count(distinct etab)::int as ecoles from prevention.action
  where acad = :acad and etat = 'publiee' group by annee order by annee desc limit 4
