import { MINUTE, type Db } from '#platform'
import * as sql from './recherche.sql.ts'

const VIE = 5 * MINUTE
const PROPOSITIONS = 6

type Mot = { mot: string; son: string; fois: number }

/**
 * Spelling as it is heard: « jores » is « jaurès », « viktor » is « victor ». Rough on purpose, it only brings words together
 * that are then compared letter by letter.
 */
export const son = (mot: string): string =>
  mot
    .replace(/e?au/g, 'o')
    .replace(/ph/g, 'f')
    .replace(/qu|q|c(?![eiyh])/g, 'k')
    .replace(/c(?=[eiy])|ss/g, 's')
    .replace(/ch/g, 'S')
    .replace(/ai|ei|ay/g, 'e')
    .replace(/y/g, 'i')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=..)(e?[sxtdz]|e)$/, '')

/** Letters to add, remove, replace or swap with the next one; `max + 1` as soon as it is more than `max`. */
export function distance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1
  let avant: number[] = []
  let ligne = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const suivante = [i]
    for (let j = 1; j <= b.length; j++) {
      const memes = a[i - 1] === b[j - 1] ? 0 : 1
      let d = Math.min(ligne[j]! + 1, suivante[j - 1]! + 1, ligne[j - 1]! + memes)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, avant[j - 2]! + 1)
      suivante[j] = d
    }
    if (Math.min(...suivante) > max) return max + 1
    avant = ligne
    ligne = suivante
  }
  return ligne[b.length]!
}

const permises = (mot: string): number => (mot.length < 4 ? 0 : mot.length < 6 ? 1 : 2)

/** The words that the schools of an académie bear, to correct those that none bears. */
export class Lexique {
  #mots: Mot[]
  #entiers: Set<string>

  constructor(mots: readonly { mot: string; fois: number }[]) {
    this.#entiers = new Set(mots.map(({ mot }) => mot))
    this.#mots = mots.map(({ mot, fois }) => ({ mot, fois, son: son(mot) }))
  }

  /**
   * What a word may stand for. One that a school bears stands for itself; the beginning of one, for that and for what sounds
   * the same (« fois »: Foissac, Foix); any other, for the nearest ones, which may be none.
   */
  proches(mot: string): string[] {
    if (!/^\p{L}{3,}$/u.test(mot) || this.#entiers.has(mot)) return [mot]
    const entendu = son(mot)
    const memes = entendu.length > 2 ? this.#mots.filter((m) => m.son === entendu).map((m) => m.mot) : []
    if (this.#mots.some((m) => m.mot.startsWith(mot))) return [mot, ...memes].slice(0, PROPOSITIONS)
    return memes.length > 0 ? memes.slice(0, PROPOSITIONS) : this.#voisins(mot)
  }

  #voisins(mot: string): string[] {
    let max = permises(mot)
    let voisins: Mot[] = []
    for (const m of this.#mots) {
      const d = distance(mot, m.mot, max)
      if (d > max) continue
      if (d < max) voisins = []
      max = d
      voisins.push(m)
    }
    return voisins
      .sort((x, y) => y.fois - x.fois)
      .slice(0, PROPOSITIONS)
      .map((m) => m.mot)
  }
}

const connus = new Map<string, { le: number; lexique: Promise<Lexique> }>()

/**
 * Kept a few minutes in memory: a new word waits that long to have its mistakes forgiven, never to be found. Measured: asking
 * pg_trgm to correct (word_similarity over 60 000 schools) takes 55 to 100 ms a word, this takes one.
 */
export async function lexiqueDe(db: Db, acad: string): Promise<Lexique> {
  const cle = `${(await db.one(sql.base)).nom} ${acad}`
  const garde = connus.get(cle)
  if (garde !== undefined && performance.now() - garde.le < VIE) return garde.lexique
  const lexique = db.all(sql.mots, { acad }).then((mots) => new Lexique(mots))
  connus.set(cle, { le: performance.now(), lexique })
  lexique.catch(() => connus.delete(cle))
  return lexique
}
