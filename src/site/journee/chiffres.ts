import type { Departement } from '#annuaire'
import type { Action } from './donnees.ts'

export interface Chiffres {
  actions: number
  ecoles: number
  eleves: number
}

/** A school with several actions counts once, with the largest of its numbers: no pupil is counted twice. */
export function chiffres(actions: readonly Action[]): Chiffres {
  const parEcole = new Map<string, number>()
  for (const a of actions) parEcole.set(a.etab, Math.max(parEcole.get(a.etab) ?? 0, a.effectif ?? 0))
  return { actions: actions.length, ecoles: parEcole.size, eleves: [...parEcole.values()].reduce((s, n) => s + n, 0) }
}

export interface ParDepartement extends Chiffres {
  dept: string
  nom: string
  liste: readonly Action[]
}

/** Every département, those with nothing yet among them. */
export const parDepartement = (departements: readonly Departement[], actions: readonly Action[]): ParDepartement[] =>
  departements
    .map((d) => {
      const liste = actions.filter((a) => a.dept === d.dept)
      return { ...d, ...chiffres(liste), liste }
    })
    .toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr'))

/** The actions of each school, in the order they come. */
export function parEcole(actions: readonly Action[]): (readonly Action[])[] {
  const ecoles = new Map<string, Action[]>()
  for (const a of actions) ecoles.set(a.etab, [...(ecoles.get(a.etab) ?? []), a])
  return [...ecoles.values()]
}
