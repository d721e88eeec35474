-- lister | nonnull: photosPretes, total
-- Every action of one's mandates: the scope predicate is repeated for the indexes, the policies stay for safety.
select a.id, a.titre, a.etat, a.du, a.au, a.annee, a.temps_fort, a.etab, a.circo, a.dept, a.motif_refus, a.version,
    e.nom as ecole, e.commune, d.nom as "deptNom", p."photosPretes", (count(*) over ())::int as total
  from prevention.action a
  join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  join annuaire.departement d on d.acad = a.acad and d.dept = a.dept
  cross join lateral (select count(*)::integer as "photosPretes" from prevention.photo p where p.acad = a.acad and p.action = a.id
    and p.publiee_le is null and p.retiree_le is null and p.droit <> 'attente' and p.alternative <> '') p
  where a.acad = :acad and (:toute::boolean or a.etab = any (:etabs::text[]) or a.circo = any (:circos::text[]) or a.dept = any (:depts::text[]))
    and (:etat?::text is null or a.etat = :etat) and (:annee?::integer is null or a.annee = :annee)
    and (:faire::text[] = '{}' or a.etat = any (:faire) or (:publie::boolean and a.etat = 'publiee' and p."photosPretes" > 0))
  order by array_position(array['proposee', 'validee', 'refusee', 'brouillon', 'publiee'], a.etat), a.du desc, a.id
  limit :combien::int offset :debut::int
