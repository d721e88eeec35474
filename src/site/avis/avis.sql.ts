// Generated from avis.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type DonnerRow = { donner_avis: null | null }
export const donner: Statement<{ acad: string; qui: string; trouve: string }, DonnerRow> = {
  name: 'site.avis.avis.donner',
  text: `select prevention.donner_avis($1, $2, $3)`,
  params: ['acad', 'qui', 'trouve'],
}
