// Generated from liste.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Every action of one's mandates: the scope predicate is repeated for the indexes, the policies stay for safety. */
export type ListerRow = { id: string; titre: string; etat: string; du: string; au: string; annee: number; temps_fort: string | null; etab: string; circo: string | null; dept: string; motif_refus: string; version: number; ecole: string; commune: string; deptNom: string; photosPretes: number; total: number }
export const lister: Statement<{ acad: string; toute: boolean; etabs: readonly string[]; circos: readonly string[]; depts: readonly string[]; etat: string | null; annee: number | null; faire: readonly string[]; publie: boolean; combien: number; debut: number }, ListerRow> = {
  name: 'action.liste.liste.lister',
  text: `select a.id, a.titre, a.etat, a.du, a.au, a.annee, a.temps_fort, a.etab, a.circo, a.dept, a.motif_refus, a.version,
    e.nom as ecole, e.commune, d.nom as "deptNom", p."photosPretes", (count(*) over ())::int as total
  from prevention.action a
  join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  join annuaire.departement d on d.acad = a.acad and d.dept = a.dept
  cross join lateral (select count(*)::integer as "photosPretes" from prevention.photo p where p.acad = a.acad and p.action = a.id
    and p.publiee_le is null and p.retiree_le is null and p.droit <> 'attente' and p.alternative <> '') p
  where a.acad = $1 and ($2::boolean or a.etab = any ($3::text[]) or a.circo = any ($4::text[]) or a.dept = any ($5::text[]))
    and ($6::text is null or a.etat = $6) and ($7::integer is null or a.annee = $7)
    and ($8::text[] = '{}' or a.etat = any ($8) or ($9::boolean and a.etat = 'publiee' and p."photosPretes" > 0))
  order by array_position(array['proposee', 'validee', 'refusee', 'brouillon', 'publiee'], a.etat), a.du desc, a.id
  limit $10::int offset $11::int`,
  params: ['acad', 'toute', 'etabs', 'circos', 'depts', 'etat', 'annee', 'faire', 'publie', 'combien', 'debut'],
}
