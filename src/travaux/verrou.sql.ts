// Generated from verrou.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** One worker at a time at this work (:travail), until its transaction ends: two at the same moment would each do it. */
export type SeulRow = { pg_advisory_xact_lock: null | null }
export const seul: Statement<{ travail: string }, SeulRow> = {
  name: 'travaux.verrou.seul',
  text: `select pg_advisory_xact_lock(hashtext('preau ' || $1))`,
  params: ['travail'],
}
