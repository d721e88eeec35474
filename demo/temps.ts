import { calendrierVide, jourOuvreApres, type Calendrier } from '#annuaire'
import { clock, HEURE, instantAParis, jourAParis, MINUTE, plus } from '#platform'
import { ACADEMIE } from './territoires.ts'

/** The stories are told relative to the day of loading, in the hours and the school days of the académie. */

let present: Date | null = null
let calendrier: Calendrier = calendrierVide(ACADEMIE.acad)

/** While the clock is moved, the day of loading stays where it was; null frees it. */
export function tenirPresent(le: Date | null): void {
  present = le
}
/** Which days are school days, once the calendar is planted. */
export function suivreCalendrier(c: Calendrier): void {
  calendrier = c
}
const maintenant = (): Date => present ?? clock.now()

/** `2026-11-22`, as forms write a day. */
export const jourIso = jourAParis

/** `18:42` in milliseconds since midnight. */
const deJour = (heure: string): number => {
  const [h, m] = heure.split(':').map(Number) as [number, number]
  return h * HEURE + m * MINUTE
}

const jourDeClasse = (n: number): string =>
  n === 0 ? jourIso(maintenant()) : jourOuvreApres(calendrier, jourIso(maintenant()), n)

/** So many school days before the day of loading, at that hour: neither week-ends, nor holidays. The day itself is never moved. */
export const ilYA = (jours: number, heure: string): Date => instantAParis(jourDeClasse(-jours), deJour(heure))

/** A day so many school days after the day of loading, for what is promised. */
export const dans = jourDeClasse

/** So many minutes ago. */
export const minutesAvant = (minutes: number): Date => plus(maintenant(), -minutes * MINUTE)

const deux = (n: number): string => String(n).padStart(2, '0')

/** The 1 September of this school year, or of an earlier one. */
export function rentree(annees = 0): Date {
  const [annee, mois] = jourIso(maintenant()).split('-').map(Number) as [number, number]
  return instantAParis(`${(mois >= 9 ? annee : annee - 1) - annees}-09-01`)
}

/** The end of last school year. */
export const finAout = (): Date => rentree(0)

/** The first day of this month, or of a later one. */
export function debutDuMois(mois: number): Date {
  const [annee, m] = jourIso(maintenant()).split('-').map(Number) as [number, number]
  const total = annee * 12 + (m - 1) + mois
  return instantAParis(`${Math.floor(total / 12)}-${deux((total % 12) + 1)}-01`)
}
