import { cleSonore } from '#signalement'
import { COURANTS, PARTICULES } from './mots.ts'

/** Somebody of the dossier, as the texts may name them. */
export interface Nomme {
  id: string
  /** As written: name and first name, and each other name, nickname or pseudonym. */
  noms: readonly string[]
  adulte: boolean
  /** May be read in the text: the child of the extract and their guardians. */
  garde: boolean
  /** What stands in the place of the name. */
  dire: string
}

/** Without case, accents, ligatures or invisible signs. */
export const plier = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')

/** The atoms of a name: « Jean-Baptiste Le Goff » gives jean, baptiste, le, goff. */
export const atomes = (nom: string): string[] => plier(nom).match(/[\p{L}\p{N}_]+/gu) ?? []

/** Optimal string alignment, stopped above `max`: a letter more, less, other, or two that changed places. */
export function ecart(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1
  let [avant, ligne]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const suite = [i]
    for (let j = 1; j <= b.length; j++) {
      const egal = a[i - 1] === b[j - 1] ? 0 : 1
      let v = Math.min(ligne[j]! + 1, suite[j - 1]! + 1, ligne[j - 1]! + egal)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) v = Math.min(v, avant[j - 2]! + 1)
      suite.push(v)
    }
    ;[avant, ligne] = [ligne, suite]
  }
  return ligne[b.length]!
}

/** A word of a text: how it is written decides what it may be. */
export interface Mot {
  pli: string
  capitale: boolean
  majuscules: boolean
  debut: boolean
}

type Force = 0 | 1 | 2

/** One person's names, ready to be looked for. */
export class Cles {
  readonly personne: Nomme
  readonly #atomes: Set<string>
  readonly #sons: Set<string>
  readonly #collages: Set<string>
  readonly #sigles: Set<string>
  readonly initiales: Set<string>

  constructor(p: Nomme) {
    this.personne = p
    const listes = p.noms.map(atomes)
    this.#atomes = new Set(listes.flat())
    this.#sons = new Set([...this.#atomes].filter((a) => a.length >= 3).map(cleSonore))
    this.#collages = new Set(listes.flatMap(collages))
    this.#sigles = new Set(listes.flatMap((l) => [l, l.filter((a) => !PARTICULES.has(a))]).flatMap(sigles))
    this.initiales = new Set([...this.#atomes].map((a) => a[0]!))
  }

  /** Is this word certainly one of the names (2), one written otherwise (1), or neither (0)? */
  lire(m: Mot): Force {
    if (this.#atomes.has(m.pli)) return PARTICULES.has(m.pli) && !ecritCommeUnNom(m) ? 0 : 2
    const lettres = m.pli.replace(/[\d_]+/g, '')
    if (this.#collages.has(lettres) || (lettres !== m.pli && this.#atomes.has(lettres))) return 2
    // « jb », « kd » too: two letters that are no word.
    if (m.pli.length <= 5 && this.#sigles.has(m.pli) && (m.majuscules || !COURANTS.has(m.pli))) return 2
    return this.#ressemble(m) ? 1 : 0
  }

  /** A particle is part of a name only beside the rest of it. */
  tient(m: Mot): boolean {
    return this.#atomes.has(m.pli)
  }

  #ressemble(m: Mot): boolean {
    if (m.pli.length < 3 || COURANTS.has(m.pli)) return false
    if (this.#sons.has(cleSonore(m.pli))) return true
    for (const a of this.#atomes) if (variante(m, a)) return true
    return false
  }
}

/** « Ben », « ben », « An » are names wherever they stand when somebody bears them; « Le » and « La » beginning a sentence are words. */
function ecritCommeUnNom(m: Mot): boolean {
  const etranger = !COURANTS.has(m.pli)
  if (!m.capitale) return etranger && m.pli.length > 2
  return !m.debut || m.pli === 'an' || (etranger && m.pli.length > 1)
}

/** « alex » for Alexandre, « Bastien » for Sébastien, « Kevim » for Kévin. */
function variante(m: Mot, a: string): boolean {
  if (m.pli.length >= 3 && a.length > m.pli.length && a.startsWith(m.pli)) return true
  if (m.pli.length >= 5 && a.length > m.pli.length && a.endsWith(m.pli)) return true
  const max = a.length >= 8 ? 2 : a.length >= 4 ? 1 : 0
  return max > 0 && m.pli.length >= 3 && ecart(m.pli, a, max) <= max
}

/** Contiguous atoms written as one word: kevindubois, duboiskevin, jeanbaptiste. */
function collages(l: readonly string[]): string[] {
  const tous: string[] = l.map((a) => a.replace(/[\d_]+/g, '')).filter((a) => a.length >= 4)
  for (let i = 0; i < l.length; i++)
    for (let j = i + 2; j <= l.length; j++) {
      tous.push(l.slice(i, j).join(''))
      for (let k = i + 1; k < j; k++) tous.push([...l.slice(k, j), ...l.slice(i, k)].join(''))
    }
  return tous.filter((c) => c.length >= 4)
}

/** KD and DK for Kévin Dubois; JB and JBLG for Jean-Baptiste Le Goff. */
function sigles(l: readonly string[]): string[] {
  const tetes = l.map((a) => a[0]!)
  const tous: string[] = []
  for (let i = 0; i < tetes.length; i++)
    for (let j = i + 2; j <= tetes.length; j++) {
      tous.push(tetes.slice(i, j).join(''))
      for (let k = i + 1; k < j; k++) tous.push([...tetes.slice(k, j), ...tetes.slice(i, k)].join(''))
    }
  return tous
}
