import type { Periode } from './jours.ts'

export interface Ligne extends Periode {
  genre: 'vacances' | 'ferie'
  annee: string
}

/** What changes for one académie. */
export interface Difference {
  acad: string
  ajouts: Ligne[]
  retraits: Ligne[]
  /** The same days, said again. */
  inchanges: number
}

/** What an import found and did. */
export interface BilanCalendrier {
  simule: boolean
  /** Lines of data of every file, their headers apart. */
  lignes: number
  differences: Difference[]
  /** Lines of another académie or zone. */
  ailleurs: number
  /** Read and left, by reason. */
  horsChamp: Map<string, number>
  doublons: number
  refus: { fichier: string; ligne: number; motif: string }[]
  /** What was taken for want of better, to be told. */
  avis: Set<string>
}

export const bilanVide = (simule: boolean): BilanCalendrier => ({
  simule,
  lignes: 0,
  differences: [],
  ailleurs: 0,
  horsChamp: new Map(),
  doublons: 0,
  refus: [],
  avis: new Set(),
})

/** True when the database is as it was before. */
export const calendrierInchange = (b: BilanCalendrier): boolean =>
  b.differences.every((d) => d.ajouts.length + d.retraits.length === 0)
