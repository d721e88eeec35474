import { estUuid, Introuvable, Refus, uuidv7, type AgentDb } from '#platform'
import type { Acte, Envoi } from '../agir.ts'
import { accomplir, consigner, type Dossier } from '../dossier.ts'
import { rattachesDe } from './rattaches.ts'
import * as sql from './suivi.sql.ts'

const AUTRE_ELEVE = 'Cette mesure concerne un autre élève que la personne qui a signalé.'

/** Only a pupil who told for oneself, or a parent, may be told of a measure: the others would learn what concerns another child. */
export const PEUT_LIRE_MESURES: ReadonlySet<string> = new Set(['victime', 'parent'])

/** The reports whose author may read of a new measure, as ticked on its form: `dire_<report>`. */
export async function aDire(db: AgentDb, o: Dossier, envoi: Envoi): Promise<string[]> {
  if (!Object.keys(envoi).some((k) => k.startsWith('dire_'))) return []
  const choisis = (await rattachesDe(db, o)).filter((r) => envoi[`dire_${r.id}`] === 'oui')
  if (choisis.some((r) => !PEUT_LIRE_MESURES.has(r.declarant))) throw new Refus(AUTRE_ELEVE)
  return choisis.map((r) => r.id)
}

/** Each with its fact. */
export async function direAussi(db: AgentDb, o: Dossier, mesure: string, signalements: readonly string[]): Promise<void> {
  for (const signalement of signalements) {
    await db.run(sql.dire, { acad: o.acad, fil: o.d.id, id: uuidv7(), mesure, signalement })
    await consigner(db, o, 'dossier.dire_mesure', { mesure, signalement })
  }
}

/** Ticks, or unticks, one measure for one report: what the person who told may read of it. */
export const dire: Acte = async (db, o, envoi, mesure) => {
  if (mesure === undefined || !estUuid(mesure)) throw new Introuvable()
  const ou = { acad: o.acad, fil: o.d.id }
  const connue = (await db.all(sql.mesures, ou)).some((m) => m.id === mesure)
  const r = (await rattachesDe(db, o)).find((x) => x.id === envoi.signalement)
  if (!connue || r === undefined) throw new Introuvable()
  if (!PEUT_LIRE_MESURES.has(r.declarant)) throw new Refus(AUTRE_ELEVE)
  const oui = envoi.dire === 'oui'
  const quoi = { ...ou, mesure, signalement: r.id }
  const n = oui ? await db.run(sql.dire, { ...quoi, id: uuidv7() }) : await db.run(sql.taire, quoi)
  if (n === 1)
    await accomplir(db, o, 'lever', {
      fait: oui ? 'dossier.dire_mesure' : 'dossier.taire_mesure',
      detail: { mesure, signalement: r.id },
    })
  return { fait: oui ? 'dit' : 'tu' }
}
