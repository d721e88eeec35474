const INSECABLE = '\u00a0'

/** The spaces that are there and at which a French line must not break: around « » and before : ; ! ?. Nothing else changes. */
export const insecables = (texte: string): string => texte.replace(/ (?=[:;!?»])|(?<=«) /g, INSECABLE)

/** French typography: the spaces, before a unit too, and the real apostrophe. */
export const typo = (texte: string): string =>
  insecables(texte)
    .replace(/(?<=\p{L})'(?=[\p{L}«])/gu, '’')
    .replace(/(?<=\d) (?=(?:h|min|%|€|Mo|Ko)(?!\p{L}))/gu, INSECABLE)

/** A whole dictionary with French typography: its strings, and what its functions give. */
export function typoProfond<T>(texte: T): T {
  if (typeof texte === 'string') return typo(texte) as T
  if (typeof texte === 'function')
    return ((...args: unknown[]) => typoProfond((texte as (...a: unknown[]) => unknown)(...args))) as T
  if (Array.isArray(texte)) return texte.map((x) => typoProfond(x)) as T
  if (texte !== null && typeof texte === 'object')
    return Object.fromEntries(Object.entries(texte).map(([k, v]) => [k, typoProfond(v)])) as T
  return texte
}
