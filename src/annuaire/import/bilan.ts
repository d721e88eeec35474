import type { Encodage } from './source.ts'

export type Compte = { nouveaux: number; changes: number; fermes: number; inchanges: number }
export type Changement = { etab: string; nom: string; colonnes: string[] }

/** What an import found and did. */
export interface Bilan {
  simule: boolean
  encodage: Encodage
  /** Lines of data, the header apart. */
  lignes: number
  academies: string[]
  departements: number
  etablissements: Compte & { rouverts: number }
  circonscriptions: Compte
  bassins: Compte
  /** Écoles that leave a circonscription for another one. */
  deplaces: number
  /** Reports and dossiers that went with their school to its new circonscription. */
  suivis: { signalements: number; dossiers: number }
  /** The first ones, to be shown. */
  changements: Changement[]
  fermetures: { etab: string; nom: string }[]
  /** Closed schools where posts are still held. */
  aFinir: { etab: string; nom: string; fonctions: number }[]
  horsChamp: Map<string, number>
  ailleurs: number
  doublons: number
  refus: { ligne: number; motif: string }[]
}

const compte = (): Compte => ({ nouveaux: 0, changes: 0, fermes: 0, inchanges: 0 })

export const bilanVide = (simule: boolean, encodage: Encodage): Bilan => ({
  simule,
  encodage,
  lignes: 0,
  academies: [],
  departements: 0,
  etablissements: { ...compte(), rouverts: 0 },
  circonscriptions: compte(),
  bassins: compte(),
  deplaces: 0,
  suivis: { signalements: 0, dossiers: 0 },
  changements: [],
  fermetures: [],
  aFinir: [],
  horsChamp: new Map(),
  ailleurs: 0,
  doublons: 0,
  refus: [],
})

/** True when the database is as it was before. */
export const rienNeChange = (b: Bilan): boolean =>
  [b.etablissements, b.circonscriptions, b.bassins].every((c) => c.nouveaux + c.changes + c.fermes === 0) &&
  b.departements + b.suivis.signalements + b.suivis.dossiers === 0
