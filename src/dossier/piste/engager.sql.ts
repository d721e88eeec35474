// Generated from engager.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** The same form sent twice, or the same method already running: nothing is added. */
export type EngagerRow = {}
export const engager: Statement<{ acad: string; id: string; fil: string; methode: string; type: string; dureeAvant: string; contre: readonly string[]; contenu: Uint8Array; transmission: string | null }, EngagerRow> = {
  name: 'dossier.piste.engager.engager',
  text: `insert into confidentiel.piste (acad, id, fil, methode, type, duree_avant, contre, contenu, transmission, engagee_le, engagee_par)
  values ($1, $2, $3, $4, $5, $6, $7::text[], $8, $9, acces.maintenant(), acces.moi())
  on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'methode', 'type', 'dureeAvant', 'contre', 'contenu', 'transmission'],
}

export type ConnueRow = { id: string }
export const connue: Statement<{ acad: string; id: string }, ConnueRow> = {
  name: 'dossier.piste.engager.connue',
  text: `select id from confidentiel.piste where acad = $1 and id = $2`,
  params: ['acad', 'id'],
}
