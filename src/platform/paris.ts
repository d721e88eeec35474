import { HEURE } from './clock.ts'

const FORMAT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' })

/** « 2026-11-22 17:42:05 » for each full hour already asked: asking Intl costs far more than a look in a map. */
const heures = new Map<number, string>()

function heureEnFrance(tranche: number): string {
  const dite = heures.get(tranche)
  if (dite !== undefined) return dite
  if (heures.size >= 10_000) heures.clear()
  const mots = FORMAT.format(tranche * HEURE)
  heures.set(tranche, mots)
  return mots
}

/** The day in France, as `2026-11-22`. A day begins at a full hour there, as in universal time. */
export const jourAParis = (d: Date): string => heureEnFrance(Math.floor(d.getTime() / HEURE)).slice(0, 10)

/** What the clocks of France are ahead of universal time, in milliseconds. They change at a full hour. */
function avance(instant: number): number {
  const tranche = Math.floor(instant / HEURE)
  return Date.parse(`${heureEnFrance(tranche).replace(' ', 'T')}Z`) - tranche * HEURE
}

/** The time of day in France, in milliseconds since its midnight on the clock of the wall. */
export const heureAParis = (d: Date): number => (d.getTime() + avance(d.getTime())) % (24 * HEURE)

/**
 * The instant at which the clocks of France show that day and that time of day (in milliseconds). In the hour that does not
 * exist in March, an hour later; in the one that comes twice in October, the first.
 */
export function instantAParis(jour: string, heure = 0): Date {
  const mur = Date.parse(`${jour}T00:00:00Z`) + heure
  // Two hours before the wall's figure it is never later than the instant itself: where the clocks change, the old time counts.
  return new Date(mur - avance(mur - 2 * HEURE))
}
