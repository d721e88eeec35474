-- trouver
-- Every word, at the beginning of a word of the name, the town or the postal code: the trigram index finds them together.
-- An empty pattern asks for nothing. The rank is computed on a bounded number of rows: a wider search must be narrowed anyway.
with candidats as materialized (
  select e.acad, e.etab, e.nom, e.type, e.nature, e.commune, e.code_postal, e.dept, e.recherche
  from annuaire.etablissement e
  where e.acad = :acad and e.etat <> 'ferme'
    and e.recherche ~ :m1 and e.recherche ~ :m2 and e.recherche ~ :m3 and e.recherche ~ :m4 and e.recherche ~ :m5 and e.recherche like :court
    and (cardinality(:types::text[]) = 0 or e.type = any (:types::text[]))
    and (:dept?::text is null or e.dept = :dept?)
  limit 500
)
select c.etab, c.nom, c.type, c.commune, c.code_postal, c.dept, d.nom as "deptNom"
  from candidats c join annuaire.departement d on d.acad = c.acad and d.dept = c.dept
  order by (select count(*) from unnest(:plus::text[]) p where c.recherche ~ p) desc,
    c.nature = any (:natures::text[]) desc, length(c.recherche), c.nom, c.etab
  limit :limite

-- trouverPartie
-- Words that no school bears together: those with the most of them, at least half.
with points as materialized (
  select e.acad, e.etab, count(*) as points
  from unnest(:motifs::text[]) m cross join lateral (
    select x.acad, x.etab from annuaire.etablissement x
    where x.acad = :acad and x.etat <> 'ferme' and x.recherche ~ m
      and (cardinality(:types::text[]) = 0 or x.type = any (:types::text[]))
      and (:dept?::text is null or x.dept = :dept?)
    limit 2000
  ) e
  group by e.acad, e.etab
  having count(*) * 2 >= cardinality(:motifs::text[])
  order by points desc
  limit 300
)
select e.etab, e.nom, e.type, e.commune, e.code_postal, e.dept, d.nom as "deptNom"
  from points p join annuaire.etablissement e on e.acad = p.acad and e.etab = p.etab
  join annuaire.departement d on d.acad = e.acad and d.dept = e.dept
  order by p.points desc, extensions.word_similarity(:phrase, e.recherche) desc, e.nom, e.etab
  limit :limite

-- trouverUai
select e.etab, e.nom, e.type, e.commune, e.code_postal, e.dept, d.nom as "deptNom"
  from annuaire.etablissement e join annuaire.departement d on d.acad = e.acad and d.dept = e.dept
  where e.acad = :acad and e.etab = :etab and e.etat <> 'ferme'
    and (cardinality(:types::text[]) = 0 or e.type = any (:types::text[]))
    and (:dept?::text is null or e.dept = :dept?)

-- base | nonnull: nom
select current_database()::text as nom

-- mots | nonnull: mot, fois
-- Every word of the names and towns of an académie's open schools.
select m as mot, count(*)::int as fois
  from annuaire.etablissement e, string_to_table(translate(e.recherche, '-/.,()"', '       '), ' ') m
  where e.acad = :acad and e.etat <> 'ferme' and m ~ '^[[:alpha:]]{3,}$'
  group by m
