// Generated from export.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** The list of actions, whole: same scope, same filters, every column. */
export type ExporterRow = { etab: string; ecole: string; commune: string; deptNom: string; annee: number; temps_fort: string | null; du: string; au: string; titre: string; texte: string; type: string; publics: string[]; niveaux: string[]; effectif: number | null; duree: number | null; partenaires: string; pilier: number | null; etat: string; id: string }
export const exporter: Statement<{ acad: string; toute: boolean; etabs: readonly string[]; circos: readonly string[]; depts: readonly string[]; etat: string | null; annee: number | null; faire: readonly string[]; publie: boolean }, ExporterRow> = {
  name: 'action.export.export.exporter',
  text: `select a.etab, e.nom as ecole, e.commune, d.nom as "deptNom", a.annee, a.temps_fort, a.du, a.au, a.titre, a.texte, a.type, a.publics,
    a.niveaux, a.effectif, a.duree, a.partenaires, a.pilier, a.etat, a.id
  from prevention.action a
  join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  join annuaire.departement d on d.acad = a.acad and d.dept = a.dept
  where a.acad = $1 and ($2::boolean or a.etab = any ($3::text[]) or a.circo = any ($4::text[]) or a.dept = any ($5::text[]))
    and ($6::text is null or a.etat = $6) and ($7::integer is null or a.annee = $7)
    and ($8::text[] = '{}' or a.etat = any ($8) or ($9::boolean and a.etat = 'publiee' and exists (
      select from prevention.photo p where p.acad = a.acad and p.action = a.id
        and p.publiee_le is null and p.retiree_le is null and p.droit <> 'attente' and p.alternative <> '')))
  order by d.nom, annuaire.plier(e.nom), a.du, a.id`,
  params: ['acad', 'toute', 'etabs', 'circos', 'depts', 'etat', 'annee', 'faire', 'publie'],
}
