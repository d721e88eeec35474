import { heureAParis, HEURE, instantAParis, JOUR, jourAParis, plus } from '#platform'
import { jourOuvre, jourOuvreApres, plusJours, type Calendrier } from '#annuaire'

/** How many levels there are above a school. */
const NIVEAUX = 3

/**
 * For the first, second and third level above: a due date at or before this instant is late enough for it. `n` school days for the
 * first one (the setting `retard`), as many again for each next one, and at least one.
 */
export function limites(cal: Calendrier, maintenant: Date, n: number): Date[] {
  const jour = jourAParis(maintenant)
  const ouvre = jourOuvre(cal, jour)
  // On a day without class nothing is later than at the end of the last school day.
  const depuis = ouvre ? jour : jourOuvreApres(cal, jour, -1)
  const heure = ouvre ? heureAParis(maintenant) : 24 * HEURE - 1
  return Array.from({ length: NIVEAUX }, (_, i) => {
    const jours = n + i * Math.max(1, n)
    return instantAParis(jours === 0 ? depuis : jourOuvreApres(cal, depuis, -jours), heure)
  })
}

/** A danger counts in real hours: a day for each level, whatever the calendar says. */
export const limitesDanger = (maintenant: Date): Date[] =>
  Array.from({ length: NIVEAUX }, (_, i) => plus(maintenant, -(i + 1) * JOUR))

/** The end of the next school day: what is due before it is told « la veille ». */
export const finDuProchainJour = (cal: Calendrier, maintenant: Date): Date =>
  instantAParis(plusJours(jourOuvreApres(cal, jourAParis(maintenant), 1), 1))
