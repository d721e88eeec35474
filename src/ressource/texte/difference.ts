/** A run of words: kept, taken away or added. */
export interface Morceau {
  sorte: 'pareil' | 'retire' | 'ajoute'
  texte: string
}

/** Changes that one comparison follows; beyond, the block is said to be replaced as a whole. */
const CHANGEMENTS_MAX = 400

/**
 * What leads from one text to the other: lines first, then the words of the lines that changed. Words, spaces and marks are
 * whole: what is kept and taken away gives the first text, what is kept and added the second.
 */
export function comparer(avant: string, apres: string): Morceau[] {
  const lignes = suite(avant.split(/(?<=\n)/), apres.split(/(?<=\n)/))
  const sortie: Morceau[] = []
  for (let i = 0; i < lignes.length; i++) {
    const [ici, ensuite] = [lignes[i]!, lignes[i + 1]]
    if (ici.sorte === 'retire' && ensuite?.sorte === 'ajoute') {
      sortie.push(...sansTrous(suite(mots(ici.texte), mots(ensuite.texte))))
      i += 1
    } else sortie.push(ici)
  }
  return souder(sortie)
}

const mots = (texte: string): string[] => texte.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []

/** Myers' shortest edit script (1986), over pieces; the common beginning and end are set aside first. */
function suite(a: readonly string[], b: readonly string[]): Morceau[] {
  let debut = 0
  while (debut < a.length && debut < b.length && a[debut] === b[debut]) debut += 1
  let fin = 0
  while (fin < a.length - debut && fin < b.length - debut && a[a.length - 1 - fin] === b[b.length - 1 - fin]) fin += 1
  const milieu = chemin(a.slice(debut, a.length - fin), b.slice(debut, b.length - fin))
  return souder([...pareils(a.slice(0, debut)), ...milieu, ...pareils(a.slice(a.length - fin))])
}

const pareils = (textes: readonly string[]): Morceau[] => textes.map((texte) => ({ sorte: 'pareil', texte }))
const remplace = (a: readonly string[], b: readonly string[]): Morceau[] => [
  ...a.map((texte): Morceau => ({ sorte: 'retire', texte })),
  ...b.map((texte): Morceau => ({ sorte: 'ajoute', texte })),
]

function chemin(a: readonly string[], b: readonly string[]): Morceau[] {
  if (a.length === 0 || b.length === 0) return remplace(a, b)
  const traces: Map<number, number>[] = []
  let v = new Map([[1, 0]])
  const max = Math.min(a.length + b.length, CHANGEMENTS_MAX)
  for (let d = 0; d <= max; d++) {
    traces.push(v)
    const w = new Map(v)
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && (v.get(k - 1) ?? -1) < (v.get(k + 1) ?? -1)) ? v.get(k + 1)! : v.get(k - 1)! + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      w.set(k, x)
      if (x >= a.length && x - k >= b.length) return remonter(a, b, traces, d)
    }
    v = w
  }
  return remplace(a, b)
}

function remonter(a: readonly string[], b: readonly string[], traces: readonly Map<number, number>[], d: number): Morceau[] {
  const sortie: Morceau[] = []
  let [x, y] = [a.length, b.length]
  for (let pas = d; pas >= 0; pas--) {
    const v = traces[pas]!
    const k = x - y
    const kAvant = k === -pas || (k !== pas && (v.get(k - 1) ?? -1) < (v.get(k + 1) ?? -1)) ? k + 1 : k - 1
    const xAvant = pas === 0 ? 0 : v.get(kAvant)!
    const yAvant = pas === 0 ? 0 : xAvant - kAvant
    while (x > xAvant && y > yAvant) {
      sortie.push({ sorte: 'pareil', texte: a[x - 1]! })
      x -= 1
      y -= 1
    }
    if (pas > 0) sortie.push(x === xAvant ? { sorte: 'ajoute', texte: b[y - 1]! } : { sorte: 'retire', texte: a[x - 1]! })
    x = xAvant
    y = yAvant
  }
  return sortie.toReversed()
}

/** A lone space kept between two changes is read with them: « du collège » becomes « de l’école » in one go. */
const sansTrous = (morceaux: readonly Morceau[]): Morceau[] =>
  souder(
    morceaux.flatMap((m, i): Morceau[] => {
      const change = (j: number): boolean => morceaux[j] !== undefined && morceaux[j].sorte !== 'pareil'
      return m.sorte === 'pareil' && /^[^\S\n]+$/.test(m.texte) && change(i - 1) && change(i + 1)
        ? remplace([m.texte], [m.texte])
        : [m]
    }),
  )

/** Neighbours of one kind make one; between two kept runs, what goes comes before what comes. */
function souder(morceaux: readonly Morceau[]): Morceau[] {
  const sortie: Morceau[] = []
  let retire = ''
  let ajoute = ''
  const poser = (): void => {
    if (retire !== '') sortie.push({ sorte: 'retire', texte: retire })
    if (ajoute !== '') sortie.push({ sorte: 'ajoute', texte: ajoute })
    retire = ajoute = ''
  }
  for (const m of morceaux) {
    if (m.sorte === 'retire') retire += m.texte
    else if (m.sorte === 'ajoute') ajoute += m.texte
    else {
      poser()
      const dernier = sortie.at(-1)
      if (dernier?.sorte === 'pareil') dernier.texte += m.texte
      else sortie.push({ ...m })
    }
  }
  poser()
  return sortie
}
