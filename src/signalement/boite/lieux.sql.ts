// Generated from lieux.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type DepartementsRow = { dept: string; nom: string }
export const departements: Statement<{ acad: string }, DepartementsRow> = {
  name: 'signalement.boite.lieux.departements',
  text: `select dept, nom from annuaire.departement where acad = $1 order by dept`,
  params: ['acad'],
}
