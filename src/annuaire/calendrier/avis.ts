import { premier } from '#ui'
import { jourConnu, plusJours, type Calendrier } from './jours.ts'

/** Long enough to import next year's before the first due date falls in it. */
const A_VENIR = 90

const JOUR = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })

/** What must be told when the calendar does not cover the coming months; null when it does. Nothing is counted in silence. */
export function avisCalendrier(cal: Calendrier, aujourdhui: string): string | null {
  let jour = aujourdhui
  while (jourConnu(cal, jour) && jour < plusJours(aujourdhui, A_VENIR)) jour = plusJours(jour, 1)
  if (jourConnu(cal, jour)) return null
  const date = premier(JOUR.format(new Date(`${jour}T12:00:00Z`)))
  return jour === aujourdhui
    ? 'Le calendrier scolaire de cette année n’est pas importé : les échéances ne sautent que les week-ends, ni les vacances ni les jours fériés.'
    : `Le calendrier scolaire n’est plus connu à partir du ${date} : au-delà, les échéances ne sauteront que les week-ends.`
}
