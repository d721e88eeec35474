// Generated from ressource.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** What the library has for this part of a dossier: online, and that nothing replaces. */
export type ALEtapeRow = { adresse: string; titre: string; forme: string; duree: number | null }
export const aLEtape: Statement<{ etape: string }, ALEtapeRow> = {
  name: 'dossier.ressource.ressource.aLEtape',
  text: `select adresse, titre, forme, duree from prevention.a_l_etape($1)`,
  params: ['etape'],
}
