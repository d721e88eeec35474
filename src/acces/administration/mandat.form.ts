import { ROLES, type CodeRole, type Territoire } from '#annuaire'
import { typo, type Erreur } from '#ui'
import { debutDeJour, finDeJour } from '../dates.ts'

/** As typed. */
export interface MandatSaisi {
  lieu: string
  territoire: string
  du: string
  au: string
}

export interface MandatLu extends Territoire {
  du: Date
  au: Date | null
}

const CHAMP = { etablissement: 'etab', circonscription: 'circo', departement: 'dept' } as const
const MANQUE = {
  etablissement: 'Choisissez l’école ou l’établissement.',
  circonscription: 'Choisissez la circonscription.',
  departement: 'Choisissez le département.',
}
const PAS_UNE_DATE = typo('Donnez une date complète : jour, mois, année.')

const texte = (v: unknown): string => (typeof v === 'string' ? v.trim().slice(0, 200) : '')

export const saisieDe = (corps: Record<string, unknown>, aujourdhui: string): MandatSaisi => ({
  lieu: texte(corps.lieu),
  territoire: texte(corps.territoire),
  du: corps.du === undefined ? aujourdhui : texte(corps.du),
  au: texte(corps.au),
})

/** The mandate that these answers make, or what is missing, by field. */
export function lireMandat(role: CodeRole, s: MandatSaisi): { lu?: MandatLu; erreurs: Erreur[] } {
  const { niveau } = ROLES[role]
  const du = debutDeJour(s.du)
  const au = s.au === '' ? null : finDeJour(s.au)
  const erreurs: Erreur[] = []
  if (niveau !== 'academie' && s.territoire === '') erreurs.push({ champ: 'territoire', message: MANQUE[niveau] })
  if (du === null) erreurs.push({ champ: 'du', message: PAS_UNE_DATE })
  if (s.au !== '' && au === null) erreurs.push({ champ: 'au', message: PAS_UNE_DATE })
  if (du !== null && au !== null && au <= du) erreurs.push({ champ: 'au', message: 'La fin doit venir après le début.' })
  if (erreurs.length > 0 || du === null) return { erreurs }
  const lieu: Territoire = { dept: null, circo: null, etab: null }
  if (niveau !== 'academie') lieu[CHAMP[niveau]] = s.territoire
  return { lu: { ...lieu, du, au }, erreurs }
}
