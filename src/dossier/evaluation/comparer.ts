import type { Evaluation } from './evaluation.ts'

/** One adult's view over time: the same typist may hold several (a teacher without an account, a parent). */
export interface Regard {
  qui: string
  /** Oldest first. */
  suite: Evaluation[]
}

const cleDe = (e: Evaluation): string => (e.avis === '' ? e.par : `${e.par} ${e.avis.toLocaleLowerCase('fr')}`)

/** Each adult, in the order in which they first answered. */
export function regards(evaluations: readonly Evaluation[]): Regard[] {
  return [...Map.groupBy(evaluations, cleDe).values()].map((suite) => {
    const e = suite.at(-1)!
    return { qui: e.avis === '' ? `${e.prenom} ${e.nom}` : e.avis, suite }
  })
}

/** Do those who have an opinion disagree today? « Je ne sais pas » contradicts nobody. */
export function divergent(r: readonly Regard[], critere: string): boolean {
  const dits = r.map((x) => x.suite.at(-1)!.reponses[critere]).filter((c) => c !== undefined && c !== 'sait_pas')
  return new Set(dits).size > 1
}
