-- retenues
-- Validated or published: what the département vouches for.
select a.dept, a.etab, a.etat, a.temps_fort, a.type, a.publics, a.effectif, a.pilier, a.partenaires, e.type as "typeEcole"
  from prevention.action a join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  where a.acad = :acad and a.annee = :annee and a.etat in ('validee', 'publiee') and (:toute::boolean or a.dept = any (:depts::text[]))

-- etablissements | nonnull: nombre
select dept, type, count(*)::integer as nombre from annuaire.etablissement
  where acad = :acad and etat <> 'ferme' and (:toute::boolean or dept = any (:depts::text[])) group by dept, type

-- annees
select distinct annee from prevention.action where acad = :acad order by annee desc
