import type { EtablissementsRow, RetenuesRow } from './bilan.sql.ts'

export interface Ligne {
  nom: string
  /** Schools with at least one action. */
  participants: number
  /** Schools that are open. */
  ouverts: number
  actions: number
  publiees: number
  eleves: number
}

/** A school with several actions counts once, with the largest of its numbers: no pupil is counted twice. */
export function eleves(actions: readonly RetenuesRow[]): number {
  const parEcole = new Map<string, number>()
  for (const a of actions) parEcole.set(a.etab, Math.max(parEcole.get(a.etab) ?? 0, a.effectif ?? 0))
  return [...parEcole.values()].reduce((s, n) => s + n, 0)
}

export function ligne(nom: string, actions: readonly RetenuesRow[], ecoles: readonly EtablissementsRow[]): Ligne {
  return {
    nom,
    participants: new Set(actions.map((a) => a.etab)).size,
    ouverts: ecoles.reduce((s, e) => s + e.nombre, 0),
    actions: actions.length,
    publiees: actions.filter((a) => a.etat === 'publiee').length,
    eleves: eleves(actions),
  }
}

/** « 12 % »; a dash when there is nothing to divide by. Under one in a hundred, but not nothing, is said so. */
export function part(n: number, sur: number): string {
  if (sur === 0) return '–'
  const pour100 = Math.round((100 * n) / sur)
  return n > 0 && pour100 === 0 ? 'moins de 1\u00a0%' : `${pour100}\u00a0%`
}

/** How many actions for each word of a list, the most frequent first, those with none left out. */
export function parMot(
  liste: Readonly<Record<string, string>>,
  actions: readonly RetenuesRow[],
  mots: (a: RetenuesRow) => readonly string[],
): [string, number][] {
  const n = new Map<string, number>()
  for (const a of actions) for (const m of mots(a)) n.set(m, (n.get(m) ?? 0) + 1)
  return [...n]
    .map(([m, k]): [string, number] => [liste[m] ?? m, k])
    .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'fr'))
}
