import { typoProfond, type Langue } from '#ui'
import type { Declarant } from '../vocabulaire.ts'
import { ar } from './ar.ts'
import { arVous } from './ar.vous.ts'
import { en } from './en.ts'
import { enVous } from './en.vous.ts'
import { fr } from './fr.ts'
import { frVous } from './fr.vous.ts'
import type { Registre, Textes } from './types.ts'

function avec<T>(base: T, autre: unknown): T {
  if (base === null || typeof base !== 'object' || Array.isArray(base) || autre === undefined) return (autre ?? base) as T
  return Object.fromEntries(Object.entries(base).map(([k, v]) => [k, avec(v, (autre as Record<string, unknown>)[k])])) as T
}

const TEXTES: Record<Langue, Textes> = { fr: typoProfond(fr), en, ar }
const VOUS: Record<Langue, Textes> = { fr: typoProfond(avec(fr, frVous)), en: avec(en, enVous), ar: avec(ar, arVous) }

/** Children are « tu »; adults « vous ». */
export const tutoie = (r: Registre): boolean => r === 'moi' || r === 'camarade'

/** The words of the form in one language, to one kind of reader. */
export const textes = (langue: Langue, registre: Registre = 'moi'): Textes => (tutoie(registre) ? TEXTES : VOUS)[langue]

const REGISTRES: Record<Declarant, Registre> = {
  victime: 'moi',
  temoin: 'camarade',
  parent: 'parent',
  professionnel: 'pro',
  autre: 'pro',
  inconnu: 'moi',
}
export const registreDe = (d: string): Registre => REGISTRES[d as Declarant] ?? 'moi'

export type { Registre, Textes }
