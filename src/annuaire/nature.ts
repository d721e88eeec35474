export type TypeEtablissement = 'ecole' | 'college' | 'lycee' | 'erea'
export const TYPES: readonly TypeEtablissement[] = ['ecole', 'college', 'lycee', 'erea']

export type Genre = TypeEtablissement | 'circonscription'

/**
 * National natures (N_NATURE_UAI) of what Préau serves: 1xx first degree, 30x to 320 lycées, 340 and 35x collèges, 370 EREA,
 * 809 circonscriptions. Annex sections (334, 335), post-bac (400), medico-social (24x), MFR (380), CIO (841)… are not ours.
 */
const NATURES: readonly [RegExp, Genre][] = [
  [/^1\d\d$/, 'ecole'],
  [/^3([01]\d|20)$/, 'lycee'],
  [/^3(40|5\d)$/, 'college'],
  [/^370$/, 'erea'],
  [/^809$/, 'circonscription'],
]

const TYPES_DITS: Record<string, Genre> = { ecole: 'ecole', college: 'college', lycee: 'lycee', erea: 'erea' }

/** The nature decides; the type, already folded, only where the nature is missing. Null: not one of ours. */
export function genreDe(nature: string, type: string): Genre | null {
  if (nature === '') return TYPES_DITS[type] ?? null
  return NATURES.find(([forme]) => forme.test(nature))?.[1] ?? null
}

const LISIBLES: Record<TypeEtablissement, string> = {
  ecole: 'l’école',
  college: 'le collège',
  lycee: 'le lycée',
  erea: 'l’EREA',
}

/** « le collège », to be put in a sentence. A type that is not known is « l’établissement ». */
export const natureLisible = (type: string): string => LISIBLES[type as TypeEtablissement] ?? 'l’établissement'
