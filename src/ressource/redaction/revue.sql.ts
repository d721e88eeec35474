// Generated from revue.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Who may answer for a resource: those who write today. */
export type RedacteursRow = { id: string; prenom: string; nom: string }
export const redacteurs: Statement<{ acad: string }, RedacteursRow> = {
  name: 'ressource.redaction.revue.redacteurs',
  text: `select distinct a.id, a.prenom, a.nom from annuaire.mandat m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = $1 and m.role in ('communication', 'referente_academique', 'responsable_academique')
    and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
  order by a.nom, a.prenom, a.id`,
  params: ['acad'],
}

export type RevoirRow = {}
export const revoir: Statement<{ garant: string; aRevoirLe: string; acad: string; id: string }, RevoirRow> = {
  name: 'ressource.redaction.revue.revoir',
  text: `update prevention.ressource set garant = $1, a_revoir_le = $2, revue_le = acces.maintenant() where acad = $3 and id = $4`,
  params: ['garant', 'aRevoirLe', 'acad', 'id'],
}
