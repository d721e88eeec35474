import type { Fait } from '#acces'

/** One change: what was written before with who had written it, what took its place with who wrote that. */
export interface Changement<T> {
  /** The row that keeps what was before. */
  id: string
  avant: T
  apres: T
  ecrit: Fait
  change: Fait
}

/** Acts that write over something and keep what it said: where their fact names the row. */
const GARDES: Readonly<Record<string, string>> = {
  'dossier.resumer': 'resume',
  'dossier.corriger_personne': 'identite',
  'dossier.changer_lien': 'avant',
}

/** The row that a fact names, when what it changed was kept: the oldest ones name none. */
export function gardeDe(f: Fait): string | undefined {
  const cle = GARDES[f.verbe]
  return cle === undefined ? undefined : (f.detail as Record<string, string | undefined>)[cle]
}

/**
 * The changes of one thing, newest first. Who wrote each state is in the history, which nobody rewrites: `ecrits` are the fact that
 * wrote it first, then each change, oldest first. It stops where nothing was kept yet.
 */
export function remonter<T>(ecrits: readonly Fait[], gardes: ReadonlyMap<string, T>, actuel: T): Changement<T>[] {
  const sortie: Changement<T>[] = []
  let apres = actuel
  for (let i = ecrits.length - 1; i > 0; i--) {
    const id = gardeDe(ecrits[i]!)
    if (id === undefined || !gardes.has(id)) break
    const avant = gardes.get(id)!
    sortie.push({ id, avant, apres, ecrit: ecrits[i - 1]!, change: ecrits[i]! })
    apres = avant
  }
  return sortie
}
