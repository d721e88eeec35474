import type { Banc } from './banc.ts'

/** One figure with the limit of the same run. Times are in milliseconds unless `unit` says otherwise. */
export interface Ligne {
  name: string
  value: number
  unit: string
  /** What bare parts reach in the same run, or what the figure must stay under where there is no such thing. */
  limit: number | null
  /** value ÷ limit. */
  ratio: number | null
  p50?: number
  p95?: number
  p99?: number
  [autre: string]: number | string | null | undefined
}

export interface Borne {
  sur: 'value' | 'ratio' | 'p95' | 'p99'
  sens: '>=' | '<=' | '<'
  a: number
}

export interface Ctx {
  banc: Banc
  /** Says one figure; a bound that it misses fails the run. */
  dire: (ligne: Ligne, ...bornes: Borne[]) => void
  /** Is the figure of this name asked for? What costs minutes asks first. */
  voulu: (nom: string) => boolean
  /** What goes on, for whoever waits. */
  detail: (texte: string) => void
}

export interface Mesure {
  /** The figures that it says. */
  noms: readonly string[]
  mesurer: (ctx: Ctx) => Promise<void>
}

export const auMoins = (a: number, sur: Borne['sur'] = 'ratio'): Borne => ({ sur, sens: '>=', a })
export const auPlus = (a: number, sur: Borne['sur'] = 'value'): Borne => ({ sur, sens: '<=', a })
export const sous = (a: number, sur: Borne['sur'] = 'value'): Borne => ({ sur, sens: '<', a })

/** A figure that is missing does not hold. */
export function tient(ligne: Ligne, { sur, sens, a }: Borne): boolean {
  const lu = ligne[sur]
  if (typeof lu !== 'number' || Number.isNaN(lu)) return false
  return sens === '>=' ? lu >= a : sens === '<=' ? lu <= a : lu < a
}

export function mediane(valeurs: readonly number[]): number {
  const triees = valeurs.toSorted((a, b) => a - b)
  const milieu = triees.length >> 1
  return triees.length % 2 === 1 ? triees[milieu]! : (triees[milieu - 1]! + triees[milieu]!) / 2
}

export interface Centiles {
  p50: number
  p95: number
  p99: number
}

export function centiles(durees: readonly number[]): Centiles {
  const triees = durees.toSorted((a, b) => a - b)
  const a = (p: number): number => triees[Math.min(triees.length - 1, Math.floor(triees.length * p))] ?? Number.NaN
  return { p50: a(0.5), p95: a(0.95), p99: a(0.99) }
}

/** So many rounds of each, in turn: whatever else the machine does meanwhile falls on all of them alike. */
export async function alterner<T extends readonly (() => Promise<unknown>)[]>(
  tours: number,
  actions: readonly [...T],
): Promise<{ [K in keyof T]: Awaited<ReturnType<T[K]>>[] }> {
  const resultats = actions.map(() => [] as unknown[])
  for (let tour = 0; tour < tours; tour++) for (const [rang, action] of actions.entries()) resultats[rang]!.push(await action())
  return resultats as { [K in keyof T]: Awaited<ReturnType<T[K]>>[] }
}
