import { PAROLES, type Parole } from './methodes.ts'

/** Below this, a figure could be one child. */
export const SEUIL = 5

export interface Compte {
  methode: string
  /** Kind of school, checkpoint or duration: the rows of one table. */
  rang: string
  parole: string
  n: number
}

export interface Rangee {
  methode: string
  rang: string
  /** Null: under five, or one that would give another away. */
  cases: Record<Parole, number | null>
  total: number | null
}

const CODES = Object.keys(PAROLES) as Parole[]

/**
 * Counts of one row, those from one to four hidden. When a single one is hidden its total would tell it: the smallest of the others
 * that is not zero is hidden too, and with nothing else to hide behind, the total.
 */
export function masquer(nombres: Readonly<Record<Parole, number>>): Pick<Rangee, 'cases' | 'total'> {
  const total = CODES.reduce((somme, c) => somme + nombres[c], 0)
  const caches = new Set(CODES.filter((c) => nombres[c] > 0 && nombres[c] < SEUIL))
  const visibles = CODES.filter((c) => nombres[c] >= SEUIL).sort((a, b) => nombres[a] - nombres[b])
  if (caches.size === 1 && visibles[0] !== undefined) caches.add(visibles[0])
  const seul = caches.size === 1 || total < SEUIL
  return {
    cases: Object.fromEntries(CODES.map((c) => [c, caches.has(c) ? null : nombres[c]])) as Rangee['cases'],
    total: seul && total > 0 ? null : total,
  }
}

/** The rows of one table, in the order of the two lists; a row with nothing is not there. */
export function rangees(comptes: readonly Compte[], methodes: readonly string[], rangs: readonly string[]): Rangee[] {
  return methodes.flatMap((methode) =>
    rangs.flatMap((rang) => {
      const siens = comptes.filter((c) => c.methode === methode && c.rang === rang)
      if (siens.length === 0) return []
      const nombres = Object.fromEntries(CODES.map((c) => [c, siens.find((s) => s.parole === c)?.n ?? 0])) as Record<
        Parole,
        number
      >
      return [{ methode, rang, ...masquer(nombres) }]
    }),
  )
}
