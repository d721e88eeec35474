import type { CodeRole } from '#annuaire'

/** The words of a protocol. Each published version is a constant of this shape, never edited afterwards. */

export const ETATS = {
  recu: { libelle: 'Reçu', suite: 'À prendre en charge' },
  pris_en_charge: { libelle: 'Pris en charge', suite: 'Protéger' },
  protege: { libelle: 'Protégé', suite: 'Évaluer la situation' },
  evaluation: { libelle: 'En évaluation', suite: '' },
  traitement: { libelle: 'En traitement', suite: '' },
  surveillance: { libelle: 'Sous surveillance', suite: '' },
  clos: { libelle: 'Clos', suite: '' },
} as const
export type Etat = keyof typeof ETATS

/** What can be done to a dossier. */
export type Verbe =
  | 'prendre'
  | 'proteger'
  | 'lever'
  | 'inscrire_personne'
  | 'changer_role'
  | 'resumer'
  | 'confier'
  | 'rattacher'
  | 'reporter'

/** What must be written before: each is read from the dossier itself. */
export const PREALABLES = {
  cible: 'Dites d’abord qui est protégé : ajoutez la personne visée, même sans son nom.',
} as const
export type Prealable = keyof typeof PREALABLES

/** One cell of the table: in this state, who may do this verb, where it leads, and by when the next act is due. */
export interface Regle {
  roles: readonly CodeRole[]
  vers: Etat
  /** Hours until the next act; absent: the due date stays. */
  heures?: number
  avant?: readonly Prealable[]
  bouton: string
  source: string
}

export interface Protocole {
  version: string
  source: string
  regles: Record<Etat, Partial<Record<Verbe, Regle>>>
  /** The sentence when the state does not allow the verb. */
  refus: Record<Verbe, string>
}
