// Generated from photos.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Asked each time, and answered by the policy: published, not withdrawn, of an action that is itself published. */
export type OctetsPublicsRow = { octets: Buffer | null }
export const octetsPublics: Statement<{ petite: boolean; acad: string; id: string }, OctetsPublicsRow> = {
  name: 'site.photos.photos.octetsPublics',
  text: `select case when $1 then petite else grande end as octets from prevention.photo
  where acad = $2 and id = $3 and publiee_le is not null and retiree_le is null`,
  params: ['petite', 'acad', 'id'],
}
