// Generated from bilan.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Tracks that ended, by method and kind of school: what the targeted pupil said then. The scope is repeated for speed. */
export type FinsRow = { methode: string; type: string; parole: string | null; n: number }
export const fins: Statement<{ acad: string; depts: readonly string[]; acads: readonly string[] }, FinsRow> = {
  name: 'dossier.piste.bilan.fins',
  text: `select p.methode, p.type, p.parole, count(*)::int as n from confidentiel.piste p
  join confidentiel.dossier d on d.acad = p.acad and d.id = p.fil
  where p.acad = $1 and p.issue is not null and (d.portee_dept = any ($2::text[]) or d.acad = any ($3::text[]))
  group by p.methode, p.type, p.parole`,
  params: ['acad', 'depts', 'acads'],
}

export type DureesRow = { methode: string; duree_avant: string; parole: string | null; n: number }
export const durees: Statement<{ acad: string; depts: readonly string[]; acads: readonly string[] }, DureesRow> = {
  name: 'dossier.piste.bilan.durees',
  text: `select p.methode, p.duree_avant, p.parole, count(*)::int as n from confidentiel.piste p
  join confidentiel.dossier d on d.acad = p.acad and d.id = p.fil
  where p.acad = $1 and p.issue is not null and (d.portee_dept = any ($2::text[]) or d.acad = any ($3::text[]))
  group by p.methode, p.duree_avant, p.parole`,
  params: ['acad', 'depts', 'acads'],
}

/** What was said later, at the fixed checkpoints: counted for the last track that had ended by then. */
export type PointsRow = { methode: string; rang: string; parole: string; n: number }
export const points: Statement<{ acad: string; depts: readonly string[]; acads: readonly string[] }, PointsRow> = {
  name: 'dossier.piste.bilan.points',
  text: `select p.methode, f.detail->>'rang' as rang, f.detail->>'parole' as parole, count(*)::int as n
  from confidentiel.dossier d
  join confidentiel.fait f on f.acad = d.acad and f.fil = d.id and f.verbe = 'dossier.point_suivi'
  cross join lateral (
    select x.methode from confidentiel.piste x where x.acad = d.acad and x.fil = d.id and x.finie_le <= f.le
    order by x.finie_le desc, x.id desc limit 1) p
  where d.acad = $1 and (d.portee_dept = any ($2::text[]) or d.acad = any ($3::text[]))
    and f.detail->>'rang' in ('suivi_1', 'suivi_2', 'suivi_3') and f.detail->>'parole' is not null
  group by p.methode, f.detail->>'rang', f.detail->>'parole'`,
  params: ['acad', 'depts', 'acads'],
}
