// Generated from reglages.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Every choice of the académie, the latest first. */
export type HistoireRow = { code: string; valeur: string; raison: string; le: Date; prenom: string; nom: string }
export const histoire: Statement<{ acad: string }, HistoireRow> = {
  name: 'dossier.reglages.reglages.histoire',
  text: `select r.code, r.valeur, r.raison, r.le, a.prenom, a.nom
  from annuaire.reglage r join annuaire.agent a on a.acad = r.acad and a.id = r.par
  where r.acad = $1 order by r.le desc, r.code`,
  params: ['acad'],
}

export type ReglerRow = { fait: boolean }
export const regler: Statement<{ code: string; valeur: string; raison: string }, ReglerRow> = {
  name: 'dossier.reglages.reglages.regler',
  text: `select annuaire.regler($1, $2, $3) as fait`,
  params: ['code', 'valeur', 'raison'],
}
