/** Fewer schools than this, having or lacking something, would be guessed: not said to whoever may not read which. */
export const SEUIL = 5

const devine = (n: number, sur: number): boolean =>
  (sur > 0 && sur < SEUIL) || (n > 0 && n < SEUIL) || (n < sur && sur - n < SEUIL)

/**
 * One column: how many of how many, line by line, then their sum. @returns what may be said, null for what is hidden. The sum is
 * hidden too when it would give back what is: one line, or so few schools that they are all guessed.
 */
export function taire(lignes: readonly { n: number; sur: number }[]): { lignes: (number | null)[]; somme: number | null } {
  const tues = lignes.filter((l) => devine(l.n, l.sur))
  const somme = lignes.reduce((s, l) => s + l.n, 0)
  const sur = lignes.reduce((s, l) => s + l.sur, 0)
  const [n, reste] = [tues.reduce((s, l) => s + l.n, 0), tues.reduce((s, l) => s + l.sur, 0)]
  const rendu = tues.length > 0 && (tues.length === 1 || devine(n, reste))
  return { lignes: lignes.map((l) => (devine(l.n, l.sur) ? null : l.n)), somme: rendu || devine(somme, sur) ? null : somme }
}
