import type { RolePersonne } from '../vocabulaire.ts'

export interface Suggestion {
  nom: string
  precision: string
  role: RolePersonne
}

/** « 5e B », « CM2 », « Tle »: what is said of a person, not a person. */
const CLASSE = /^(?:en\s+)?(?:\d\s?(?:e|ème|eme|è|nde|ère)?\s?[A-Z]?\d?|c[pem]\s?\d?|[pmg]s|tle|ulis|segpa)(?:\s?[A-Z\d]{1,2})?$/i

/** People suggested from what was told, for an agent to check: « Mathieu D. et Karim, 4e B » names two, both in 4e B. */
export function nomsDits(texte: string): { nom: string; precision: string }[] {
  const bouts = texte.split(/[,;\n/]|(?<!\p{L})(?:et|avec|and)(?!\p{L})/iu).map((b) => b.replace(/\s+/g, ' ').trim())
  const dits: { nom: string; precision: string }[] = []
  for (const bout of bouts)
    if (CLASSE.test(bout)) for (const d of dits.filter((x) => x.precision === '')) d.precision = bout
    else if (/\p{L}{2,}/u.test(bout) && bout.length <= 80) dits.push({ nom: bout, precision: '' })
  return dits.slice(0, 6)
}

export const suggestions = (c: { cible: string; auteurs: string; temoins: string }): Suggestion[] => [
  ...nomsDits(c.cible).map((d) => ({ ...d, role: 'cible' as const })),
  ...nomsDits(c.auteurs).map((d) => ({ ...d, role: 'auteur_presume' as const })),
  ...nomsDits(c.temoins).map((d) => ({ ...d, role: 'temoin' as const })),
]
