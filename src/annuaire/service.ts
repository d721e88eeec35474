import { HEURE, heureAParis, instantAParis, jourAParis } from '#platform'
import { jourOuvre, ouvreDes, plusJours, type Calendrier } from './calendrier/jours.ts'

const OUVRE = 8 * HEURE
const FERME = 18 * HEURE

/**
 * Outside duty hours nobody reads: nights, week-ends, public holidays and school holidays, in Toulouse's time.
 * Proposition: 8 h to 18 h on school days. Of a day that the calendar does not know, only the week-end is left out.
 */
export function horsService(cal: Calendrier, date: Date): boolean {
  const heure = heureAParis(date)
  return heure < OUVRE || heure >= FERME || !jourOuvre(cal, jourAParis(date))
}

/** When somebody reads again, if nobody does now. */
export function prochaineOuverture(cal: Calendrier, date: Date): Date {
  const jour = jourAParis(date)
  return instantAParis(ouvreDes(cal, heureAParis(date) < OUVRE ? jour : plusJours(jour, 1)), OUVRE)
}
