import type { LangueUrl, TextesPage } from '../page/publique.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { typoProfond } from '../typo.ts'

export const LANGUES = ['fr', 'en', 'ar'] as const
export type Langue = (typeof LANGUES)[number]

export const directionDe = (langue: Langue): 'ltr' | 'rtl' => (langue === 'ar' ? 'rtl' : 'ltr')
export const prefixeDe = (langue: Langue): string => (langue === 'fr' ? '' : `/${langue}`)

const NOMS: Record<Langue, string> = { fr: 'Français', en: 'English', ar: 'العربية' }
const PAGES: Record<Langue, TextesPage> = { fr: typoProfond(fr), en, ar }

export const textesPage = (langue: Langue): TextesPage => PAGES[langue]

/** The same page in the other languages. `chemin` is without a language prefix: `/signaler`. */
export const languesUrls = (chemin: string): LangueUrl[] =>
  LANGUES.map((langue) => ({
    langue,
    dir: directionDe(langue),
    libelle: NOMS[langue],
    url: `${prefixeDe(langue)}${chemin}`.replace(/(.)\/$/, '$1'),
  }))
