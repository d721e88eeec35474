// Generated from mesure.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type PoserRow = {}
export const poser: Statement<{ acad: string; id: string; fil: string; nature: string; contenu: Uint8Array; du: string; au: string | null }, PoserRow> = {
  name: 'dossier.mesure.mesure.poser',
  text: `insert into confidentiel.mesure (acad, id, fil, nature, contenu, du, au, par, le)
  values ($1, $2, $3, $4, $5, $6, $7, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'nature', 'contenu', 'du', 'au'],
}

export type LeverRow = {}
export const lever: Statement<{ au: string; acad: string; fil: string; id: string }, LeverRow> = {
  name: 'dossier.mesure.mesure.lever',
  text: `update confidentiel.mesure set au = $1 where acad = $2 and fil = $3 and id = $4 and au is null and nature <> 'aucune' and du <= $1::date`,
  params: ['au', 'acad', 'fil', 'id'],
}
