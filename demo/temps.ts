import { clock, JOUR, MINUTE, plus } from '#platform'

/** The stories are told relative to the day of loading, in the hours of the académie. */
const ZONE = 'Europe/Paris'

let present: Date | null = null

/** While the clock is moved, the day of loading stays where it was; null frees it. */
export function tenirPresent(le: Date | null): void {
  present = le
}
const maintenant = (): Date => present ?? clock.now()

/** `2026-11-22`, as forms write a day. */
export const jourIso = (le: Date): string => le.toLocaleDateString('sv-SE', { timeZone: ZONE })

/** A day and an hour of France as an instant. */
function instant(jour: string, heure = '00:00'): Date {
  const utc = new Date(`${jour}T${heure}:00Z`)
  const vue = new Date(`${utc.toLocaleString('sv-SE', { timeZone: ZONE }).replace(' ', 'T')}Z`)
  return new Date(2 * utc.getTime() - vue.getTime())
}

const estOuvre = (jour: string): boolean => ![0, 6].includes(new Date(`${jour}T12:00:00Z`).getUTCDay())

/** So many school days before the day of loading, Saturdays and Sundays left out, at that hour. */
export function ilYA(jours: number, heure: string): Date {
  let jour = jourIso(maintenant())
  for (let reste = jours; reste > 0;) {
    jour = jourIso(plus(new Date(`${jour}T12:00:00Z`), -JOUR))
    if (estOuvre(jour)) reste -= 1
  }
  return instant(jour, heure)
}

/** A day so many school days after the day of loading, for what is promised. */
export function dans(jours: number): string {
  let jour = jourIso(maintenant())
  for (let reste = jours; reste > 0;) {
    jour = jourIso(plus(new Date(`${jour}T12:00:00Z`), JOUR))
    if (estOuvre(jour)) reste -= 1
  }
  return jour
}

/** So many minutes ago. */
export const minutesAvant = (minutes: number): Date => plus(maintenant(), -minutes * MINUTE)

const deux = (n: number): string => String(n).padStart(2, '0')

/** The 1 September of this school year, or of an earlier one. */
export function rentree(annees = 0): Date {
  const [annee, mois] = jourIso(maintenant()).split('-').map(Number) as [number, number]
  return instant(`${(mois >= 9 ? annee : annee - 1) - annees}-09-01`)
}

/** The end of last school year. */
export const finAout = (): Date => rentree(0)

/** The first day of this month, or of a later one. */
export function debutDuMois(mois: number): Date {
  const [annee, m] = jourIso(maintenant()).split('-').map(Number) as [number, number]
  const total = annee * 12 + (m - 1) + mois
  return instant(`${Math.floor(total / 12)}-${deux((total % 12) + 1)}-01`)
}
