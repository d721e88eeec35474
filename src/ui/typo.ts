const INSECABLE = '\u00a0'

/** French typography: non-breaking spaces around « » and before : ; ! ?, and the real apostrophe. Adds no space that is not there. */
export const typo = (texte: string): string =>
  texte
    .replace(/(?<=\p{L})'(?=[\p{L}«])/gu, '’')
    .replace(/ (?=[:;!?»])/g, INSECABLE)
    .replace(/(?<=«) /g, INSECABLE)
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
