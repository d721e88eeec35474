import { HEURE, instantAParis, jourAParis, plus } from '#platform'
import { moment, premier, type Html } from '#ui'

const JOUR = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: 'numeric', month: 'long', year: 'numeric' })
const INSTANT = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** « 1er septembre 2026 », with its instant for machines. */
export const jour = (d: Date): Html => moment({ iso: d.toISOString(), libelle: premier(JOUR.format(d)) })
/** « 10 novembre 2026 à 09:00 ». */
export const instant = (d: Date): Html => moment({ iso: d.toISOString(), libelle: premier(INSTANT.format(d)) })

/** The day in Paris, as a date field has it: `2026-11-10`. */
export const isoJour = jourAParis

/** The first instant of that day in Paris, whose offset depends on the season. Null when it is no day. */
export function debutDeJour(iso: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(Date.parse(`${iso}T00:00:00Z`))) return null
  const d = instantAParis(iso)
  return jourAParis(d) === iso ? d : null
}

/** For src/ui's lists in time. */
export const quand = (d: Date): { iso: string; libelle: string } => ({
  iso: d.toISOString(),
  libelle: premier(INSTANT.format(d)),
})

/** The end of that day in Paris: the first instant of the next. */
export function finDeJour(iso: string): Date | null {
  const debut = debutDeJour(iso)
  // A day lasts 23 to 25 hours: 36 later it is the next one in any season.
  return debut === null ? null : debutDeJour(isoJour(plus(debut, 36 * HEURE)))
}
