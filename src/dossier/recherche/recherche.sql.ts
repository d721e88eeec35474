// Generated from recherche.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** The open dossiers in one's charge, and in that of whoever one stands in for; what is due first comes first. */
export type OuvertsRow = { numero: string; ecole: string; commune: string }
export const ouverts: Statement<{ acad: string; agents: readonly string[]; combien: number }, OuvertsRow> = {
  name: 'dossier.recherche.recherche.ouverts',
  text: `select d.numero, e.nom as ecole, e.commune
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.acad = $1 and d.responsable = any ($2::uuid[]) and d.echeance is not null
  order by d.echeance, d.id limit $3`,
  params: ['acad', 'agents', 'combien'],
}
