const INSECABLE = '\u00a0'

/** The spaces that are there and at which a French line must not break: around « » and before : ; ! ?. Nothing else changes. */
export const insecables = (texte: string): string => texte.replace(/ (?=[:;!?»])|(?<=«) /g, INSECABLE)

/** French typography: the spaces, before a unit too, the real apostrophe, one full stop after « nov. ». */
export const typo = (texte: string): string =>
  insecables(texte)
    .replace(/(?<=\p{L})'(?=[\p{L}«])/gu, '’')
    .replace(/(?<!\.)\.\.(?!\.)/g, '.')
    .replace(/(?<=\d) (?=(?:h|min|%|€|Mo|Ko)(?!\p{L}))/gu, INSECABLE)

/** « de Lina », « d’Enzo », « d’Hugo ». */
export const de = (nom: string): string => (/^[aeiouyh]/i.test(nom.normalize('NFD')) ? `d’${nom}` : `de ${nom}`)

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
