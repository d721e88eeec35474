import { chiffrer, dechiffrer, type Fil } from '#acces'

/** What was told in one's own words: always encrypted. Empty strings when nothing was said. */
export interface Contenu {
  recit: string
  /** Who suffers, as told: name, class. */
  cible: string
  /** Who does it, as told. */
  auteurs: string
  temoins: string
  essais: string
  souhait: string
  /** The adult whom they chose, to be answered by them in person. */
  adulte: string
  /** Who tells, when they say so. */
  declarant: string
  /** Number in another system: Stop harcèlement, Faits établissement… */
  reference: string
}

export const CONTENU_VIDE: Contenu = {
  recit: '',
  cible: '',
  auteurs: '',
  temoins: '',
  essais: '',
  souhait: '',
  adulte: '',
  declarant: '',
  reference: '',
}

export const chiffrerContenu = (f: Fil, c: Contenu): Buffer => chiffrer(f, 'signalement.contenu', f.id, c)
export const lireContenu = (f: Fil, chiffre: Uint8Array): Contenu => ({
  ...CONTENU_VIDE,
  ...dechiffrer<Partial<Contenu>>(f, 'signalement.contenu', f.id, chiffre),
})

/** `id` is the message's own. */
export const chiffrerMessage = (f: Fil, id: string, texte: string): Buffer => chiffrer(f, 'message.contenu', id, texte)
export const lireMessage = (f: Fil, id: string, chiffre: Uint8Array): string =>
  dechiffrer<string>(f, 'message.contenu', id, chiffre)
