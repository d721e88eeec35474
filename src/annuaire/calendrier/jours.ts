import { heureAParis, instantAParis, jourAParis, JOUR } from '#platform'

/** Days without class, first and last included, as `2026-10-17`. */
export interface Periode {
  du: string
  au: string
  libelle: string
}

/** The school calendar of one académie: what its files have brought, and nothing that a rule would guess. */
export interface Calendrier {
  acad: string
  vacances: readonly Periode[]
  /** The name of each public holiday, by day. */
  feries: ReadonlyMap<string, string>
  /** First years of the school years whose holidays are known: 2026 is 2026-2027. */
  annees: ReadonlySet<number>
  /** Years whose public holidays are known. */
  anneesFeries: ReadonlySet<number>
}

/** The school year of a day, by its first year: on 31 August 2026 it is still 2025. */
export const anneeScolaireDe = (jour: string): number => Number(jour.slice(0, 4)) - (jour.slice(5, 7) < '09' ? 1 : 0)
/** « 2026-2027 » */
export const libelleAnnee = (annee: number): string => `${annee}-${annee + 1}`

/** So many days later, or earlier: a calendar day has no hour and no season. */
export const plusJours = (jour: string, n: number): string =>
  new Date(Date.parse(`${jour}T00:00:00Z`) + n * JOUR).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const jourDeSemaine = (jour: string): number => new Date(`${jour}T00:00:00Z`).getUTCDay()

/** Are the holidays and the public holidays of that day known? If not, only week-ends are left out. */
export const jourConnu = (cal: Calendrier, jour: string): boolean =>
  cal.annees.has(anneeScolaireDe(jour)) && cal.anneesFeries.has(Number(jour.slice(0, 4)))

/** Why there is no class on that day, in words (« Vacances de Noël », « 11 novembre », « week-end »); null on a school day. */
export function motifSansClasse(cal: Calendrier, jour: string): string | null {
  const ferie = cal.feries.get(jour)
  if (ferie !== undefined) return ferie
  const vacances = cal.vacances.find((p) => p.du <= jour && jour <= p.au)
  if (vacances !== undefined) return vacances.libelle
  return [0, 6].includes(jourDeSemaine(jour)) ? 'week-end' : null
}

/** A day from Monday to Friday that is neither a public holiday nor in the holidays. */
export const jourOuvre = (cal: Calendrier, jour: string): boolean => motifSansClasse(cal, jour) === null

/** The calendar could be wrong for ever (holidays without an end): a year without one school day is a fault of the file. */
const AU_PLUS = 370

/** That day if it is a school day, or else the next one. */
export function ouvreDes(cal: Calendrier, jour: string): string {
  for (let j = jour, n = 0; n < AU_PLUS; j = plusJours(j, 1), n++) if (jourOuvre(cal, j)) return j
  throw new Error(`calendar of ${cal.acad}: no school day in the year after ${jour}`)
}

/** The `n`th school day after that day (before it when `n` is negative); `n` = 0 is the day itself, or else the next school day. */
export function jourOuvreApres(cal: Calendrier, jour: string, n: number): string {
  const sens = n < 0 ? -1 : 1
  let j = n === 0 ? ouvreDes(cal, jour) : jour
  for (let reste = Math.abs(n), pas = 0; reste > 0;) {
    if (++pas > AU_PLUS * (1 + Math.abs(n))) throw new Error(`calendar of ${cal.acad}: no school day around ${jour}`)
    j = plusJours(j, sens)
    if (jourOuvre(cal, j)) reste--
  }
  return j
}

/**
 * `n` school days after an instant, at the same time of day in France whatever the season. A Friday at 17 h and one day is the
 * Monday at 17 h. Never for a danger: that is counted in real hours.
 */
export const plusJoursOuvres = (cal: Calendrier, date: Date, n: number): Date =>
  instantAParis(jourOuvreApres(cal, jourAParis(date), n), heureAParis(date))

/** School days after `de`, up to `a` included: 1 from Friday to Monday, 0 when `a` is not later. */
export function joursOuvresEntre(cal: Calendrier, de: string, a: string): number {
  let n = 0
  for (let j = plusJours(de, 1); j <= a; j = plusJours(j, 1)) if (jourOuvre(cal, j)) n++
  return n
}

/** A « pont » is not a return to school. */
const vraies = (cal: Calendrier): Periode[] => cal.vacances.filter((p) => !/^pont\b/i.test(p.libelle))

/** The first school day after the holidays of that date, or after the next ones; null when the calendar does not go so far. */
export function premierJourApresVacances(cal: Calendrier, date: Date): string | null {
  const jour = jourAParis(date)
  const p = vraies(cal).find((v) => v.au >= jour)
  return p === undefined ? null : ouvreDes(cal, plusJours(p.au, 1))
}
