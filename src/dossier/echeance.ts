import { clock, HEURE, instantAParis, JOUR, plus, type AgentDb } from '#platform'
import { jourOuvre, lireCalendrier } from '#annuaire'
import { jourDe } from '#signalement'
import type { Dossier } from './dossier.ts'
import * as sql from './dossier.sql.ts'
import { DELAIS, type CodeDelai } from './protocole/delais.ts'
import { reglagesDe, type ReglagesAcad } from './protocole/reglages.ts'

/** Is there school on this day (`2026-11-22`)? */
export type Classe = (jour: string) => boolean

/** That many days later, as `2026-11-22`. */
export const suivant = (jour: string, n = 1): string =>
  new Date(Date.parse(`${jour}T12:00:00Z`) + n * JOUR).toISOString().slice(0, 10)

/** The end of a school day: 18:00 in France. */
export const finDeJournee = (jour: string): Date => instantAParis(jour, 18 * HEURE)

/** The nth school day from this one on (0: this one, or the first one after it). */
function jourDeClasse(depuis: string, n: number, classe: Classe): string {
  let jour = depuis
  for (let garde = 0; garde < 400 && !classe(jour); garde++) jour = suivant(jour)
  for (let reste = n; reste > 0; reste--)
    do jour = suivant(jour)
    while (!classe(jour))
  return jour
}

/** When this clock, started at `de`, runs out. */
export function echeanceDe(code: CodeDelai, reglages: ReglagesAcad, classe: Classe, de = clock.now()): Date {
  const valeur = reglages.delai(code)
  const { unite } = DELAIS[code]
  if (unite === 'heures') return plus(de, valeur * HEURE)
  if (unite === 'jours') return finDeJournee(jourDeClasse(suivant(jourDe(de), valeur), 0, classe))
  const fin = finDeJournee(jourDeClasse(jourDe(de), valeur, classe))
  // After six in the evening « the same day » is the next school day.
  return fin > de ? fin : finDeJournee(jourDeClasse(suivant(jourDe(de)), valeur, classe))
}

/** The targeted pupil is still to be heard (S28): a talk with somebody else, a grid, do not put that day off. */
export const cibleAttendue = (o: Pick<Dossier, 'd' | 'situation'>): { echeance?: Date } =>
  o.d.echeance === null || o.situation.acquis.has('entretien_cible') ? {} : { echeance: o.d.echeance }

/** Once heard, even late, the clock of the evaluation begins. */
export const apresEntretien = (o: Dossier, role: string): { echeance?: Date } => {
  if (role !== 'cible') return cibleAttendue(o)
  const premier = o.d.etat === 'evaluation' && !o.situation.acquis.has('entretien_cible')
  return premier ? { echeance: echeanceDe('evaluation', o.reglages, o.classe) } : {}
}

export interface Temps {
  reglages: ReglagesAcad
  classe: Classe
}

/** What a due date needs to know of an académie, where no dossier is open yet. */
export async function tempsDe(db: AgentDb, acad: string): Promise<Temps> {
  const [lignes, cal] = await Promise.all([db.all(sql.reglages, { acad }), lireCalendrier(db, acad)])
  return { reglages: reglagesDe(lignes), classe: (jour) => jourOuvre(cal, jour) }
}
