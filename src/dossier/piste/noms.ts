/** « Léa Marchetti » is « L. M. »: what may lie open on a table. Two pupils with the same initials are told apart by a number. */
export function initiales(noms: readonly string[]): string[] {
  const courts = noms.map((nom) =>
    nom
      .split(/[\s'’-]+/)
      .filter((mot) => /^\p{L}/u.test(mot))
      .map((mot) => `${[...mot][0]!.toLocaleUpperCase('fr')}.`)
      .slice(0, 3)
      .join('\u00a0'),
  )
  return distinguer(courts.map((c) => c || '—'))
}

/** The first word only; told apart in the same way. */
export const prenoms = (noms: readonly string[]): string[] => distinguer(noms.map((nom) => nom.trim().split(/\s+/)[0] || '—'))

function distinguer(courts: readonly string[]): string[] {
  const vus = new Map<string, number>()
  return courts.map((c) => {
    const rang = (vus.get(c) ?? 0) + 1
    vus.set(c, rang)
    return courts.filter((x) => x === c).length === 1 ? c : `${c} (${rang})`
  })
}
