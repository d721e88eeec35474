import { Lexique, plier } from '#annuaire'
import { dire, FORMES, NIVEAUX, PUBLICS, THEMES } from '../vocabulaire.ts'

/** The words of the titles and summaries on the shelf: what a mistyped word may have meant. */
export interface LexiqueEtagere {
  proches(mot: string): string[]
  /** As it is written on the shelf, with its accents. */
  ecrit(mot: string): string
}

interface Decrit {
  titre: string
  resume: string
  forme: string
  publics: readonly string[]
  niveaux: readonly string[]
  themes: readonly string[]
}

/** The facets in words, which are looked for like the rest. */
export const motsDesFacettes = (d: Omit<Decrit, 'titre' | 'resume'>): string =>
  [dire(FORMES, [d.forme]), dire(PUBLICS, d.publics), dire(NIVEAUX, d.niveaux), dire(THEMES, d.themes)].join(' ')

export function lexiqueDe(livres: readonly Decrit[]): LexiqueEtagere {
  const fois = new Map<string, { ecrit: string; fois: number }>()
  for (const l of livres)
    for (const mot of `${l.titre} ${l.resume} ${motsDesFacettes(l)}`.match(/\p{L}{3,}/gu) ?? []) {
      const cle = plier(mot)
      const vu = fois.get(cle)
      if (vu === undefined) fois.set(cle, { ecrit: mot.toLowerCase(), fois: 1 })
      else vu.fois += 1
    }
  const lexique = new Lexique([...fois].map(([mot, v]) => ({ mot, fois: v.fois })))
  return { proches: (mot) => lexique.proches(mot), ecrit: (mot) => fois.get(mot)?.ecrit ?? mot }
}
