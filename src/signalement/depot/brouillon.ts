import { randomBytes } from 'node:crypto'
import { clock, JOUR, nouvelleCle, ouvrirJson, scellerJson, uuidv7, type Trousseau } from '#platform'
import { CONTENU_VIDE } from '../contenu.ts'
import { urgencesDe } from '../urgences.ts'
import type { Declarant, Urgence } from '../vocabulaire.ts'

/** What the person has answered so far. Everything may be empty but, at the end, the school. */
export interface Reponses {
  danger: 'oui' | 'non' | ''
  declarant: Declarant | ''
  etab: string
  quoi: string[]
  recit: string
  depuis: string
  frequence: string
  lieux: string[]
  auteurs: string
  cible: string
  noms: string
  informes: string[]
  essais: string
  souhait: string
  /** `adulte`: with the code too, and by an adult whom they name. */
  contact: 'code' | 'mail' | 'adulte' | 'aucun'
  mail: string
  adulte: string
}

export const REPONSES_VIDES: Reponses = {
  danger: '',
  declarant: '',
  etab: '',
  quoi: [],
  recit: '',
  depuis: '',
  frequence: '',
  lieux: [],
  auteurs: '',
  cible: '',
  noms: '',
  informes: [],
  essais: '',
  souhait: '',
  contact: 'code',
  mail: '',
  adulte: '',
}

/**
 * A draft lives in the page, sealed: the server keeps nothing of it, the page shows nothing of it, and it opens for a day.
 * `id` will be the report's own, and `secret` its return code: sending twice makes one report and shows one code.
 */
export interface Brouillon {
  id: string
  secret: string
  /** Key of the pictures that wait. */
  cle: string
  ouvert: number
  envoye: boolean
  r: Reponses
}

export const nouveauBrouillon = (): Brouillon => ({
  id: uuidv7(),
  secret: randomBytes(10).toString('base64'),
  cle: nouvelleCle().toString('base64'),
  ouvert: clock.now().getTime(),
  envoye: false,
  r: REPONSES_VIDES,
})

const lues = new WeakMap<Reponses, Urgence[]>()

/** The reasons to read this first, from what is answered and told; asked twice of one sending, looked for once. */
export function urgencesDites(r: Reponses): Urgence[] {
  const deja = lues.get(r)
  if (deja !== undefined) return deja
  const dites = urgencesDe({ ...r, contenu: { ...CONTENU_VIDE, recit: r.recit, essais: r.essais, souhait: r.souhait } })
  lues.set(r, dites)
  return dites
}

/** Chosen from the list or said in one's own words: the 3114 is then given at once, and again once it is sent. */
export const parleDeMourir = (r: Reponses): boolean => urgencesDites(r).includes('suicide')

/** Sent: what it said is told and kept elsewhere. Only what the last screens need goes on. */
export const envoye = (b: Brouillon): Brouillon => {
  const { declarant, danger, contact } = b.r
  const quoi = parleDeMourir(b.r) ? ['envie_mourir'] : []
  return { ...b, envoye: true, r: { ...REPONSES_VIDES, declarant, danger, contact, quoi } }
}

const LIEU = 'brouillon.etat/-/-'

export const scellerBrouillon = (t: Trousseau, b: Brouillon): string =>
  scellerJson(t.cle('brouillon'), LIEU, b).toString('base64url')

/** The draft, or null when it was altered, made elsewhere, or is more than a day old. */
export function ouvrirBrouillon(t: Trousseau, texte: string): Brouillon | null {
  try {
    const b = ouvrirJson<Brouillon>(t.cle('brouillon'), LIEU, Buffer.from(texte, 'base64url'))
    // A question that came into the form since this draft was begun has no answer yet.
    return clock.now().getTime() - b.ouvert > JOUR ? null : { ...b, r: { ...REPONSES_VIDES, ...b.r } }
  } catch {
    return null
  }
}
