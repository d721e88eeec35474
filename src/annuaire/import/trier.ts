import { hash } from 'node:crypto'
import type { Bilan } from './bilan.ts'
import type { CirconscriptionLue, EtablissementLu, Lecture, Libelles } from './lire.ts'

export type Departement = { acad: string; dept: string; nom: string }
export type Bassin = { acad: string; bassin: string; nom: string }

/** Territories that lines have named, by key; `nouveaux` those that the database has not been told of yet. */
export class Releve<T> {
  readonly tous = new Map<string, T>()
  #nouveaux: T[] = []

  ajouter(cle: string, valeur: () => T): void {
    if (this.tous.has(cle)) return
    const v = valeur()
    this.tous.set(cle, v)
    this.#nouveaux.push(v)
  }

  remplacer(cle: string, valeur: T): void {
    this.ajouter(cle, () => valeur)
    this.tous.set(cle, valeur)
  }

  prendreNouveaux(): T[] {
    return this.#nouveaux.splice(0)
  }
}

/** Sorts the lines: what goes in, what is counted, what is refused. Remembers every number seen, by académie. */
export class Tri {
  readonly departements = new Releve<Departement>()
  readonly circonscriptions = new Releve<CirconscriptionLue>()
  readonly bassins = new Releve<Bassin>()
  /** Schools that the file names, even on a refused line: these are not closed. */
  readonly presents = new Set<string>()
  readonly academies = new Set<string>()
  #vus = new Map<string, { ligne: number; empreinte: string }>()
  #bilan: Bilan

  constructor(bilan: Bilan) {
    this.#bilan = bilan
  }

  /** The school to write, or null when this line brings none. */
  ranger(ligne: number, lecture: Lecture): EtablissementLu | null {
    const b = this.#bilan
    b.lignes++
    switch (lecture.sorte) {
      case 'ailleurs':
        b.ailleurs++
        return null
      case 'horsChamp':
        b.horsChamp.set(lecture.nature, (b.horsChamp.get(lecture.nature) ?? 0) + 1)
        return null
      case 'refus':
        if (lecture.etab !== undefined) this.presents.add(lecture.etab)
        b.refus.push({ ligne, motif: lecture.motif })
        return null
      case 'circonscription':
        if (this.#estNeuve(ligne, lecture.lu.circo, lecture.lu)) this.#circonscription(lecture.lu, lecture.libelles)
        return null
      case 'etablissement':
        return this.#estNeuve(ligne, lecture.lu.etab, lecture.lu) ? this.#etablissement(lecture.lu, lecture.libelles) : null
    }
  }

  /** A number comes once. Said again in the same words: counted. In other words: the first line is kept, the second refused. */
  #estNeuve(ligne: number, uai: string, contenu: object): boolean {
    const empreinte = hash('sha1', JSON.stringify(contenu), 'base64')
    const premiere = this.#vus.get(uai)
    if (premiere === undefined) {
      this.#vus.set(uai, { ligne, empreinte })
      return true
    }
    if (premiere.empreinte === empreinte) this.#bilan.doublons++
    else
      this.#bilan.refus.push({
        ligne,
        motif: `UAI ${uai} déjà lu à la ligne ${premiere.ligne}, avec un autre contenu : la première est gardée`,
      })
    return false
  }

  #etablissement(lu: EtablissementLu, libelles: Libelles): EtablissementLu {
    const { acad, dept, circo, bassin } = lu
    this.#departement(acad, dept, libelles)
    this.presents.add(lu.etab)
    if (circo) this.circonscriptions.ajouter(circo, () => ({ acad, circo, dept, nom: libelles.circo || circo }))
    if (bassin) this.bassins.ajouter(`${acad} ${bassin}`, () => ({ acad, bassin, nom: libelles.bassin || bassin }))
    return lu
  }

  /** Its own line knows better than the schools' lines, which may have come first. */
  #circonscription(lu: CirconscriptionLue, libelles: Libelles): void {
    this.#departement(lu.acad, lu.dept, libelles)
    this.circonscriptions.remplacer(lu.circo, lu)
  }

  #departement(acad: string, dept: string, libelles: Libelles): void {
    this.academies.add(acad)
    this.departements.ajouter(dept, () => ({ acad, dept, nom: libelles.dept }))
  }
}
