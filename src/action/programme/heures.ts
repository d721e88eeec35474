import { niveauxDe } from '../vocabulaire.ts'

/**
 * Ten hours of learning a year for each pupil, from CP to terminale (programme pHARe; the text of 2021 stopped at 3e). Nursery
 * classes are not in it.
 */
export const MINUTES_DUES = 600
const MATERNELLE = ['PS', 'MS', 'GS']
export const niveauxDus = (type: string): readonly string[] => niveauxDe(type).filter((n) => !MATERNELLE.includes(n))

/** A pupil ambassador team is of ten or more, in collège and lycée; a charter binds for two years. */
export const AMBASSADEURS_AU_MOINS = 10
const CHARTE_ANNEES = 2

export type Nombres = Readonly<Record<string, number>>
export const lireNombres = (x: unknown): Nombres =>
  typeof x !== 'object' || x === null
    ? {}
    : Object.fromEntries(Object.entries(x).filter((e): e is [string, number] => Number.isInteger(e[1]) && e[1] > 0))

export interface Seance {
  niveaux: readonly string[]
  duree: number | null
  atteints: unknown
  au: string
}

/**
 * Minutes that a pupil of this level had on average: what reached half of them counts for half. Without the numbers, a session is
 * held to have reached the whole level.
 */
export function minutesDe(seances: readonly Seance[], niveau: string, eleves: number | undefined): number {
  const total = seances
    .filter((s) => s.niveaux.includes(niveau))
    .reduce((n, s) => {
      const atteints = lireNombres(s.atteints)[niveau]
      const part = atteints === undefined || eleves === undefined ? 1 : Math.min(1, atteints / eleves)
      return n + (s.duree ?? 0) * part
    }, 0)
  return Math.round(total)
}

export interface Heures {
  niveau: string
  eleves: number | undefined
  faites: number
  prevues: number
}

/** Level by level, what was given until that day and what is planned after it. */
export const heures = (type: string, effectifs: Nombres, seances: readonly Seance[], aujourdhui: string): Heures[] =>
  niveauxDus(type).map((niveau) => {
    const eleves = effectifs[niveau]
    const compter = (quand: (s: Seance) => boolean): number => minutesDe(seances.filter(quand), niveau, eleves)
    return { niveau, eleves, faites: compter((s) => s.au <= aujourdhui), prevues: compter((s) => s.au > aujourdhui) }
  })

/** A school that says how many pupils it has in some levels is asked about those; else about all that its type has. */
export const tousAuCompte = (lignes: readonly Heures[]): boolean => {
  const siennes = lignes.some((l) => l.eleves !== undefined) ? lignes.filter((l) => l.eleves !== undefined) : lignes
  return siennes.length > 0 && siennes.every((l) => l.faites >= MINUTES_DUES)
}

/** The last day on which a charter binds. */
export const finCharte = (le: string): string => `${Number(le.slice(0, 4)) + CHARTE_ANNEES}${le.slice(4)}`
export const charteVaut = (le: string | null, aujourdhui: string): boolean => le !== null && finCharte(le) > aujourdhui
