/** One entry of a dossier that is read as another, as long as they are together. */
export interface Reunie {
  id: string
  de: string
  vers: string
}

type Lien = { enfant: string; responsable: string; autorite: boolean; regle: string }

/**
 * Under which entry each person of a dossier is read: the same child may have been noted twice. Rows stay where they were written;
 * whatever is read of a dossier goes through here, so that separating gives back to each what was theirs.
 */
export class Memes {
  readonly vives: readonly Reunie[]
  readonly #vers: ReadonlyMap<string, string>
  constructor(vives: readonly Reunie[]) {
    this.vives = vives
    this.#vers = new Map(vives.map((r) => [r.de, r.vers]))
  }

  id(personne: string): string {
    let lue = personne
    // As many steps as there are entries, and no more: a loop in the data must not hang a page.
    for (let n = this.vives.length; n > 0 && this.#vers.has(lue); n--) lue = this.#vers.get(lue)!
    return lue
  }

  /** Every entry of this person, the one that is read first. */
  toutes(personne: string): string[] {
    const lue = this.id(personne)
    return [lue, ...this.vives.map((r) => r.de).filter((de) => this.id(de) === lue)]
  }

  /** Rows about people, each person under the entry that is read. The `id` of a row is its own, never somebody. */
  lignes<T extends object>(rows: readonly T[]): T[] {
    if (this.vives.length === 0) return [...rows]
    return rows.map((row) => this.#dans(row) as T)
  }

  /** The same guardian of the same child once: what stands against a contact counts before what allows it. */
  liens<T extends Lien>(rows: readonly T[]): T[] {
    const rang = (l: Lien): number => (l.regle !== 'libre' ? 0 : l.autorite ? 1 : 2)
    const vus = new Map<string, T>()
    for (const l of this.lignes(rows)) {
      const cle = `${l.enfant} ${l.responsable}`
      const avant = vus.get(cle)
      if (avant === undefined || rang(l) < rang(avant)) vus.set(cle, l)
    }
    return [...vus.values()]
  }

  #dans(valeur: unknown): unknown {
    if (typeof valeur === 'string') return this.id(valeur)
    if (Array.isArray(valeur)) return valeur.map((v) => this.#dans(v))
    if (valeur === null || typeof valeur !== 'object' || Object.getPrototypeOf(valeur) !== Object.prototype) return valeur
    return Object.fromEntries(Object.entries(valeur).map(([k, v]) => [k, k === 'id' ? v : this.#dans(v)]))
  }
}
