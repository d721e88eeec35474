import { Refus } from '#platform'
import { un, type Envoi } from '../envoi.ts'
import { estCle } from '../vocabulaire.ts'

/** Who can be recognised on a photograph: never a name. */
export const RECONNUS = {
  personne: 'Personne : de dos, de loin, ou sans visage',
  eleves: 'Des élèves',
  adultes: 'Des adultes',
  tous: 'Des élèves et des adultes',
} as const

/** The state of the image rights of a photograph, as the database derives it. */
export const DROITS = {
  personne: { libelle: 'Personne de reconnaissable', ton: 'succes' },
  accord: { libelle: 'Autorisations recueillies', ton: 'succes' },
  attente: { libelle: 'Autorisations à recueillir', ton: 'attention' },
} as const
export type Droit = keyof typeof DROITS

export interface DroitsSaisis {
  alternative: string
  reconnus: string
  accord: boolean
}

/** A page has several photographs: each field bears the mark of its own. */
export const saisieDroits = (envoi: Envoi, id: string): DroitsSaisis => ({
  alternative: un(envoi, `alternative_${id}`),
  reconnus: un(envoi, `reconnus_${id}`),
  accord: un(envoi, `accord_${id}`) === 'oui',
})

/** @throws Refus: without words, nobody who does not see knows what is shown. */
export function lireDroits(envoi: Envoi, id: string): DroitsSaisis {
  const s = saisieDroits(envoi, id)
  if (s.alternative === '') throw new Refus('Décrivez la photo : ces mots sont lus à qui ne la voit pas.', 422)
  if (s.alternative.length > 300) throw new Refus('Cette description est trop longue : 300 signes au plus.', 422)
  if (!estCle(RECONNUS, s.reconnus)) throw new Refus('Dites qui l’on peut reconnaître sur la photo.', 422)
  return { ...s, accord: s.accord && s.reconnus !== 'personne' }
}
