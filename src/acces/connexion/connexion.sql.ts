// Generated from connexion.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** No row: unknown to the directory, or no mandate today. */
export type OuvrirSessionRow = { agent: string }
export const ouvrirSession: Statement<{ acad: string; sub: string; mail: string; empreinte: Uint8Array; jeton: Uint8Array }, OuvrirSessionRow> = {
  name: 'acces.connexion.connexion.ouvrirSession',
  text: `select agent from acces.ouvrir_session($1, $2, $3, $4, $5, '12 hours')`,
  params: ['acad', 'sub', 'mail', 'empreinte', 'jeton'],
}

/** Gives back the sealed id_token, once. */
export type FermerSessionRow = { jeton: Buffer | null }
export const fermerSession: Statement<{ empreinte: Uint8Array }, FermerSessionRow> = {
  name: 'acces.connexion.connexion.fermerSession',
  text: `select acces.fermer_session($1) as jeton`,
  params: ['empreinte'],
}
