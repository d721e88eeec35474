import { DUREES, dureeDe, estCle, FORMES, LES_PILIERS, NIVEAUX, PUBLICS, THEMES } from '../vocabulaire.ts'
import type { Livre } from './etagere.ts'

export const FACETTES = {
  public: { libelle: 'Pour qui', mots: PUBLICS, de: (l: Livre): readonly string[] => l.publics },
  niveau: { libelle: 'Niveau', mots: NIVEAUX, de: (l: Livre): readonly string[] => l.niveaux },
  theme: { libelle: 'Thème', mots: THEMES, de: (l: Livre): readonly string[] => l.themes },
  forme: { libelle: 'Forme', mots: FORMES, de: (l: Livre): readonly string[] => [l.forme] },
  duree: { libelle: 'Durée', mots: DUREES, de: (l: Livre): readonly string[] => [dureeDe(l.duree)] },
  pilier: { libelle: 'Pilier de pHARe', mots: LES_PILIERS, de: (l: Livre): readonly string[] => l.piliers.map(String) },
  falc: {
    libelle: 'Lecture',
    mots: { oui: 'Facile à lire et à comprendre' },
    de: (l: Livre): readonly string[] => (l.falc ? ['oui'] : []),
  },
} as const satisfies Record<
  string,
  { libelle: string; mots: Readonly<Record<string, string>>; de: (l: Livre) => readonly string[] }
>
export type Facette = keyof typeof FACETTES
export const NOMS = Object.keys(FACETTES) as Facette[]

export type Choix = Readonly<Record<Facette, string>>
export interface Filtres {
  q: string
  choix: Choix
  page: number
}

/** What an address may say. Anything else is ignored: the pages kept stay as few as the choices. */
export function lireFiltres(q: (nom: string) => string | undefined): Filtres {
  const page = q('page') ?? ''
  const choix = Object.fromEntries(NOMS.map((nom) => [nom, estCle(FACETTES[nom].mots, q(nom) ?? '') ? q(nom)! : ''])) as Record<
    Facette,
    string
  >
  return { q: (q('q') ?? '').trim().slice(0, 200), choix, page: /^[1-9]\d?$/.test(page) ? Number(page) : 1 }
}

const repond = (l: Livre, choix: Choix, sauf?: Facette): boolean =>
  NOMS.every((nom) => nom === sauf || choix[nom] === '' || FACETTES[nom].de(l).includes(choix[nom]))

export const filtrer = (livres: readonly Livre[], choix: Choix): Livre[] => livres.filter((l) => repond(l, choix))

/** How many each value of a facet would leave, with the other choices as they are. */
export function compter(livres: readonly Livre[], choix: Choix, nom: Facette): Map<string, number> {
  const n = new Map<string, number>()
  for (const l of livres) if (repond(l, choix, nom)) for (const v of FACETTES[nom].de(l)) n.set(v, (n.get(v) ?? 0) + 1)
  return n
}

/** The same question written one way only: the key of a kept page, and the address of a link. */
export function requete(
  f: Filtres,
  change: { choix?: Partial<Record<Facette, string>>; page?: number; q?: string } = {},
): string {
  const p = new URLSearchParams()
  const q = change.q ?? f.q
  if (q !== '') p.set('q', q)
  for (const nom of NOMS) {
    const v = change.choix?.[nom] ?? f.choix[nom]
    if (v !== '') p.set(nom, v)
  }
  const page = change.page ?? 1
  if (page > 1) p.set('page', String(page))
  const texte = p.toString()
  return texte === '' ? '' : `?${texte}`
}
