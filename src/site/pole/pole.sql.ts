// Generated from pole.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type CompositionRow = { role: string; dept: string | null; nombre: number }
export const composition: Statement<{ acad: string }, CompositionRow> = {
  name: 'site.pole.pole.composition',
  text: `select role, dept, nombre from annuaire.composition($1)`,
  params: ['acad'],
}
