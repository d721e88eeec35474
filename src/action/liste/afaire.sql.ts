// Generated from afaire.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** What waits for somebody: each kind of place with the states whose next step is theirs there. */
export type CompterRow = { n: number }
export const compter: Statement<{ acad: string; etabs: readonly string[]; ecole: readonly string[]; depts: readonly string[]; departement: readonly string[]; partout: readonly string[] }, CompterRow> = {
  name: 'action.liste.afaire.compter',
  text: `select count(*)::int as n from prevention.action a
  where a.acad = $1 and ((a.etab = any ($2::text[]) and a.etat = any ($3::text[]))
    or (a.dept = any ($4::text[]) and a.etat = any ($5::text[]))
    or a.etat = any ($6::text[]))`,
  params: ['acad', 'etabs', 'ecole', 'depts', 'departement', 'partout'],
}
