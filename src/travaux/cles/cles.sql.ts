// Generated from cles.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Keys that live, by version of the envelope they are wrapped in. */
export type VersionsRow = { version: number; cles: number }
export const versions: Statement<{}, VersionsRow> = {
  name: 'travaux.cles.cles.versions',
  text: `select version, count(*) as cles from confidentiel.cle where emballee is not null group by version order by version`,
  params: [],
}

export type ARemballerRow = { acad: string; fil: string; version: number; emballee: Buffer }
export const aRemballer: Statement<{ acad: string; fil: string; nouvelle: number; combien: number }, ARemballerRow> = {
  name: 'travaux.cles.cles.aRemballer',
  text: `select acad, fil, version, emballee from confidentiel.cle
  where (acad, fil) > ($1, $2::uuid) and version < $3 and emballee is not null
  order by acad, fil limit $4::int`,
  params: ['acad', 'fil', 'nouvelle', 'combien'],
}

/** A key that was erased or wrapped anew meanwhile is left as it is. */
export type RemballerRow = {}
export const remballer: Statement<{ nouvelle: number; acads: readonly string[]; fils: readonly string[]; anciennes: readonly number[]; emballees: readonly Uint8Array[] }, RemballerRow> = {
  name: 'travaux.cles.cles.remballer',
  text: `update confidentiel.cle c set version = $1, emballee = n.emballee
  from unnest($2::text[], $3::uuid[], $4::int[], $5::bytea[]) as n (acad, fil, ancienne, emballee)
  where c.acad = n.acad and c.fil = n.fil and c.version = n.ancienne and c.emballee is not null`,
  params: ['nouvelle', 'acads', 'fils', 'anciennes', 'emballees'],
}
