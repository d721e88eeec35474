import { clock, JOUR, plus } from '#platform'
import type { Dossier } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'

/** When every open dossier is looked at again (S30). */
export const prochaineRevue = (o: Dossier): Date => echeanceDe('revue', o.reglages, o.classe)

/** Where a grid is looked at again at each review: the situation moves, or should. */
const SUIVIS: ReadonlySet<string> = new Set(['evaluation', 'traitement', 'surveillance'])

/**
 * The situation is reassessed at each review: the day of the last grid, when the last review came after it; null when there is
 * none. Undefined: nothing to say. Never reviewed: a grid older than the time between two reviews (proposition). Read from the
 * facts at hand, since the last reopening.
 */
export function grilleAncienne(o: Dossier, revue: Date | null): Date | null | undefined {
  if (!SUIVIS.has(o.d.etat)) return undefined
  const grille = o.vu.faits.findLast((f) => f.verbe === 'dossier.evaluer')?.le ?? null
  const depuis = revue ?? plus(clock.now(), -o.reglages.delai('revue') * JOUR)
  if (grille === null) return revue === null ? undefined : null
  return grille < depuis ? grille : undefined
}
