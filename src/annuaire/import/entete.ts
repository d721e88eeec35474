import { plier } from '../plier.ts'

/** Where the columns of a file lie, and how to read one of its lines: each value trimmed, undefined when there is no such column. */
export interface Colonnes<C extends string> {
  places: ReadonlyMap<C, number>
  largeur: number
  lire: (ligne: readonly string[]) => (colonne: C) => string | undefined
}

const plierEntete = (nom: string): string =>
  plier(nom)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

/** Finds each column by the names that it goes by (folded, separated by spaces), the best one first. */
export function placerColonnes<C extends string>(noms: readonly string[], alias: Readonly<Record<C, string>>): Colonnes<C> {
  const plies = noms.map(plierEntete)
  const places = new Map<C, number>()
  for (const [colonne, ses] of Object.entries(alias) as [C, string][]) {
    const place = ses
      .split(' ')
      .map((nom) => plies.indexOf(nom))
      .find((i) => i !== -1)
    if (place !== undefined) places.set(colonne, place)
  }
  const lire = (ligne: readonly string[]) => (colonne: C) => {
    const place = places.get(colonne)
    return place === undefined ? undefined : (ligne[place] ?? '').replace(/\s*[\r\n\t]\s*/g, ' ').trim()
  }
  return { places, largeur: noms.length, lire }
}
