import type { RolePersonne } from '../vocabulaire.ts'

/** People suggested from what was told, for an agent to check: « Mathieu D. et Karim, 4e B » names two. */
export function nomsDits(texte: string): string[] {
  return texte
    .split(/[,;\n/]|\bet\b|\bavec\b|\band\b/iu)
    .map((bout) => bout.replace(/\s+/g, ' ').trim())
    .filter((bout) => /\p{L}{2,}/u.test(bout) && bout.length <= 80)
    .slice(0, 6)
}

export interface Suggestion {
  nom: string
  role: RolePersonne
}

export const suggestions = (c: { cible: string; auteurs: string; temoins: string }): Suggestion[] => [
  ...nomsDits(c.cible).map((nom) => ({ nom, role: 'cible' as const })),
  ...nomsDits(c.auteurs).map((nom) => ({ nom, role: 'auteur_presume' as const })),
  ...nomsDits(c.temoins).map((nom) => ({ nom, role: 'temoin' as const })),
]
