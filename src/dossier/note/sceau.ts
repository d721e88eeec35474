import { hmac, type AgentDb } from '#platform'
import type { Fil } from '#acces'
import { estProfession, type Profession } from '#annuaire'
import type { Dossier } from '../dossier.ts'
import * as sql from './scellee.sql.ts'

/** A key for each profession under the key of the dossier: a note moved under another profession does not open. */
export const sceau = (o: Dossier, profession: string): Fil => ({
  ...o.fil,
  cle: hmac(o.t.cle(`scelle.${profession}`, o.acad), o.fil.cle),
})

/** The one under whose secret this agent writes today, if any. */
export async function maProfession(db: AgentDb): Promise<Profession | null> {
  const { profession } = await db.one(sql.maProfession)
  return profession !== null && estProfession(profession) ? profession : null
}
