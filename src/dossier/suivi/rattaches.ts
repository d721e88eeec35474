import { Refus, type AgentDb } from '#platform'
import { dernierMot, registreDe, type MotifCloture } from '#signalement'
import type { Envoi } from '../agir.ts'
import type { Dossier } from '../dossier.ts'
import { lettre } from './lettres.ts'
import * as sql from './suivi.sql.ts'

export type Rattache = sql.RattachesRow

/** The reports of this dossier that are still open: each one waits for a word. */
export const ouverts = (tous: readonly Rattache[]): Rattache[] => tous.filter((r) => r.etat !== 'clos')

export const rattachesDe = (db: AgentDb, o: Dossier): Promise<Rattache[]> =>
  db.all(sql.rattaches, { acad: o.acad, dossier: o.d.id })

/**
 * The last word of each open report, from the field `mot_<report>`: posted into its dialogue, and the report is closed. Nobody who
 * told is left without an answer.
 * @throws Refus when a report is held where this agent cannot answer.
 */
export async function repondreATous(db: AgentDb, o: Dossier, envoi: Envoi, motif: MotifCloture): Promise<number> {
  const { n } = await db.one(sql.ailleurs, { acad: o.acad, dossier: o.d.id })
  if (n > 0)
    throw new Refus(
      'Un signalement de ce dossier est tenu dans un autre établissement ou à un autre niveau : c’est à ce niveau de finir le dossier, pour que la personne ait sa réponse.',
    )
  const sans = ouverts(await rattachesDe(db, o))
  for (const r of sans)
    await dernierMot(db, o, r.id, { motif, texte: await lettre(db, o, envoi, `mot_${r.id}`, registreDe(r.declarant)) })
  return sans.length
}
