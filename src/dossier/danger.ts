import { clock, MINUTE, plus, type AgentDb } from '#platform'
import { jourDe, notifierAgent, notifierEquipe, type Urgence } from '#signalement'
import type { Dossier } from './dossier.ts'
import * as sql from './dossier.sql.ts'
import { arreter } from './piste/arret.ts'
import { CONTRE_URGENCE, type Contre } from './piste/contre.ts'

/** Reasons for which a dossier comes first: codes of URGENCES. */
export type UrgenceDite = 'danger_immediat' | 'suicide'
/** Those for which somebody goes and sees at once. */
export const DANGERS: ReadonlySet<string> = new Set<UrgenceDite>(['danger_immediat', 'suicide'])

/** « Now » for a person who first has to be with the child: half an hour, then it is late. Proposition. */
const TOUT_DE_SUITE = 30 * MINUTE
export const echeanceDanger = (): Date => plus(clock.now(), TOUT_DE_SUITE)

/** A danger said today is answered first: what is written meanwhile, of others or of the same pupil, does not put it off. */
export const dangerDuJour = (o: Dossier): Date[] =>
  o.d.echeance !== null &&
  o.d.urgences.some((u) => DANGERS.has(u)) &&
  o.vu.faits.some((f) => (f.detail as { danger?: unknown }).danger === true && jourDe(f.le) === o.vu.jour)
    ? [o.d.echeance]
    : []

const AU_DESSUS: Record<string, string> = {
  etablissement: 'circonscription',
  circonscription: 'departement',
  departement: 'academie',
  academie: 'academie',
}

/**
 * Somebody said a danger: the dossier says so in every list, and whoever holds it and the level above are told at once, without
 * a word of what was said. The mail goes to the lowest level above where somebody holds a post (S50, S03). `contre`: what was said with
 * it against a track between pupils.
 */
export async function alerter(
  db: AgentDb,
  o: Dossier,
  urgences: readonly Urgence[],
  contre: readonly Contre[] = [],
): Promise<void> {
  await arreter(db, o, [...contre, ...urgences.flatMap((u) => CONTRE_URGENCE[u] ?? [])])
  if (urgences.length === 0) return
  await db.run(sql.ajouterUrgences, { acad: o.acad, id: o.d.id, urgences })
  if (o.d.responsable !== o.moi.agent) await notifierAgent(db, o.acad, o.d.id, o.d.responsable, 'urgent')
  await prevenirAuDessus(db, o, 'urgent')
}

/** A nudge, without a word of content, to the lowest level above where somebody holds a post. */
export async function prevenirAuDessus(db: AgentDb, o: Dossier, modele: 'urgent' | 'nouveau'): Promise<void> {
  const { etab, circo, dept } = o.d
  await notifierEquipe(db, { acad: o.acad, fil: o.d.id, niveau: AU_DESSUS[o.d.niveau]!, etab, circo, dept }, modele)
}
