import { atomes, plier } from '../masque/noms.ts'

/** A piece of an excerpt; `vu`: a word that was looked for. */
export interface Bout {
  texte: string
  vu: boolean
}

interface Place {
  de: number
  a: number
  mot: string
}

/** The words looked for, without case or accents. What an apostrophe leaves alone (the « l » of « l’école ») is looked for only when there is nothing else. */
export function cherches(question: string): string[] {
  const tous = [...new Set(atomes(question))]
  const longs = tous.filter((m) => m.length > 1)
  return longs.length > 0 ? longs : tous
}

/** Each word of a text as it is looked for, with its place in the text as it was written. */
function places(texte: string): Place[] {
  let plie = ''
  // The sign of the text that each sign of the folded one comes from: « œ » becomes two, an accent written apart none.
  const origine: number[] = []
  let i = 0
  for (const signe of texte) {
    const p = plier(signe)
    plie += p
    for (let k = 0; k < p.length; k++) origine.push(i)
    i += signe.length
  }
  origine.push(texte.length)
  return [...plie.matchAll(/[\p{L}\p{N}_]+/gu)].map((m) => ({
    de: origine[m.index]!,
    a: origine[m.index + m[0].length]!,
    mot: m[0],
  }))
}

const AVANT = 60
const APRES = 180

/** A window of the text around its first word, ended between words. */
function fenetre(texte: string, vus: readonly Place[], toutes: readonly Place[], premier: Place): Bout[] {
  const de = toutes.find((p) => p.de >= premier.de - AVANT)!.de
  const a = toutes.findLast((p) => p.a <= premier.de + APRES)?.a ?? premier.a
  const debut = toutes[0]!.de === de ? 0 : de
  const fin = toutes.at(-1)!.a <= a ? texte.length : Math.max(a, premier.a)
  const bouts: Bout[] = debut > 0 ? [{ texte: '… ', vu: false }] : []
  let ici = debut
  for (const v of vus.filter((x) => x.de >= debut && x.a <= fin)) {
    bouts.push({ texte: texte.slice(ici, v.de), vu: false }, { texte: texte.slice(v.de, v.a), vu: true })
    ici = v.a
  }
  bouts.push({ texte: texte.slice(ici, fin), vu: false })
  if (fin < texte.length) bouts.push({ texte: ' …', vu: false })
  return bouts.filter((b) => b.texte !== '')
}

/**
 * Excerpts of a text that holds every word looked for, each by its beginning (« insult » finds « Insultes »); null when one is
 * missing. As many excerpts as it takes to see each word once.
 */
export function trouver(texte: string, mots: readonly string[]): Bout[][] | null {
  const toutes = places(texte)
  const vus = toutes.filter((p) => mots.some((m) => p.mot.startsWith(m)))
  const premiers = mots.map((m) => vus.find((p) => p.mot.startsWith(m)))
  if (mots.length === 0 || premiers.some((p) => p === undefined)) return null
  const extraits: Bout[][] = []
  let jusque = -1
  for (const p of (premiers as Place[]).toSorted((a, b) => a.de - b.de))
    if (p.a > jusque) {
      extraits.push(fenetre(texte, vus, toutes, p))
      jusque = toutes.findLast((x) => x.a <= p.de + APRES)?.a ?? p.a
    }
  return extraits
}
