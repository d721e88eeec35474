import { typoProfond, type Langue } from '#ui'
import type { Declarant } from '../vocabulaire.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Registre, Textes } from './types.ts'

const TEXTES: Record<Langue, Textes> = { fr: typoProfond(fr), en, ar }

export const textes = (langue: Langue): Textes => TEXTES[langue]

const REGISTRES: Record<Declarant, Registre> = {
  victime: 'moi',
  temoin: 'camarade',
  parent: 'parent',
  professionnel: 'pro',
  autre: 'pro',
  inconnu: 'moi',
}
export const registreDe = (d: Declarant | ''): Registre => REGISTRES[d === '' ? 'inconnu' : d]
/** Children are « tu »; adults « vous ». */
export const tutoie = (r: Registre): boolean => r === 'moi' || r === 'camarade'

export type { Registre, Textes }
