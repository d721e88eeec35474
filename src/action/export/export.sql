-- exporter
-- The list of actions, whole: same scope, same filters, every column.
select a.etab, e.nom as ecole, e.commune, d.nom as "deptNom", a.annee, a.temps_fort, a.du, a.au, a.titre, a.texte, a.type, a.publics,
    a.niveaux, a.effectif, a.duree, a.partenaires, a.pilier, a.etat, a.id
  from prevention.action a
  join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  join annuaire.departement d on d.acad = a.acad and d.dept = a.dept
  where a.acad = :acad and (:toute::boolean or a.etab = any (:etabs::text[]) or a.circo = any (:circos::text[]) or a.dept = any (:depts::text[]))
    and (:etat?::text is null or a.etat = :etat) and (:annee?::integer is null or a.annee = :annee)
    and (:faire::text[] = '{}' or a.etat = any (:faire) or (:publie::boolean and a.etat = 'publiee' and exists (
      select from prevention.photo p where p.acad = a.acad and p.action = a.id
        and p.publiee_le is null and p.retiree_le is null and p.droit <> 'attente' and p.alternative <> '')))
  order by d.nom, annuaire.plier(e.nom), a.du, a.id
