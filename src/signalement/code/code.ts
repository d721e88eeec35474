import { distance } from './distance.ts'
import { MOTS } from './mots.ts'
import { son } from './son.ts'

export const BITS = 80
const OCTETS = BITS / 8
const BITS_PAR_MOT = 10
const NOMBRE = BITS / BITS_PAR_MOT

// Someone may paste anything into the field: only so much of it is read, examined and shown again.
const LONGUEUR_LUE = 2000
const EXAMINES = 2 * NOMBRE
const LONGUEUR_MONTREE = 30
const LONGUEUR_COMPAREE = 12

export type Inconnu = { rang: number; saisi: string; proches: string[] }
export type Lecture =
  | { mots: string[]; secret: Uint8Array; corriges: number }
  | { erreur: 'vide' | 'nombre' | 'mots'; inconnus: Inconnu[]; compte: number }

const RANG_PAR_FORME = new Map(MOTS.map((mot, rang) => [plier(mot), rang]))
const FORMES = [...RANG_PAR_FORME.keys()]
const SONS = MOTS.map(son)

export function ecrireCode(secret: Uint8Array): string[] {
  if (secret.length !== OCTETS) throw new RangeError(`a code is made of ${OCTETS} bytes, not ${secret.length}`)
  return Array.from({ length: NOMBRE }, (_, i) => {
    // Ten bits never reach over more than two bytes, since they begin at an even one.
    const bit = i * BITS_PAR_MOT
    const deux = (secret[bit >> 3]! << 8) | secret[(bit >> 3) + 1]!
    return MOTS[(deux >> (6 - (bit & 7))) & 0x3ff]!
  })
}

export function formaterCode(mots: string[]): string {
  return mots.join('-')
}

/** Reads what somebody typed, copied or heard. Says nothing about stored codes: it only knows the public list. */
export function lireCode(saisie: string): Lecture {
  const saisis = decouper(saisie)
  const compte = saisis.length
  if (compte === 0) return { erreur: 'vide', inconnus: [], compte }

  const lus = saisis.slice(0, EXAMINES).map((saisi) => reconnaitre(plier(saisi)))
  const inconnus = saisis.slice(0, EXAMINES).flatMap((saisi, i) => (lus[i] ? [] : [inconnu(saisi, i + 1)]))
  if (compte !== NOMBRE) return { erreur: 'nombre', inconnus, compte }

  const reconnus = lus.filter((lu) => lu !== undefined)
  if (reconnus.length < NOMBRE) return { erreur: 'mots', inconnus, compte }
  return {
    mots: reconnus.map(({ rang }) => MOTS[rang]!),
    secret: assembler(reconnus.map(({ rang }) => rang)),
    corriges: reconnus.filter(({ corrige }) => corrige).length,
  }
}

/** The form in which words are compared: no case, no accents, no ligatures. */
export function plier(mot: string): string {
  const minuscules = mot.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return minuscules.replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}

// Apostrophes and invisible characters vanish (« l’avion » is « avion » with one letter too many); whatever else is not
// a letter or a digit separates; a number before a word is its place in the list.
function decouper(saisie: string): string[] {
  const nette = saisie
    .slice(0, LONGUEUR_LUE)
    .replace(/[\p{Cf}'’‘ʼ`´]/gu, '')
    .normalize('NFKC')
  const morceaux = nette.match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? []
  return morceaux.map((m) => m.replace(/^\p{Nd}+/u, '')).filter((m) => plier(m) !== '')
}

function reconnaitre(forme: string): { rang: number; corrige: boolean } | undefined {
  const exact = RANG_PAR_FORME.get(forme)
  if (exact !== undefined) return { rang: exact, corrige: false }
  // At most one word is a single error away, because any two of them are three apart.
  const rang = FORMES.findIndex((f) => aPortee(f, forme, 1))
  return rang === -1 ? undefined : { rang, corrige: true }
}

function assembler(rangs: number[]): Uint8Array {
  const valeur = rangs.reduce((v, rang) => (v << BigInt(BITS_PAR_MOT)) | BigInt(rang), 0n)
  return Uint8Array.from(Buffer.from(valeur.toString(16).padStart(2 * OCTETS, '0'), 'hex'))
}

function inconnu(saisi: string, rang: number): Inconnu {
  return { rang, saisi: saisi.slice(0, LONGUEUR_MONTREE), proches: proches(saisi) }
}

// Two typing errors away, or heard almost the same: suggested, never chosen for the person.
function proches(saisi: string): string[] {
  const forme = plier(saisi)
  if (forme.length > LONGUEUR_COMPAREE) return []
  const entendu = son(saisi)
  const ecart = (i: number) => {
    if (SONS[i] === entendu) return 1
    return aPortee(FORMES[i]!, forme, 2) || aPortee(SONS[i]!, entendu, 1) ? 2 : Infinity
  }
  return MOTS.map((mot, i) => ({ mot, ecart: ecart(i) }))
    .filter((m) => m.ecart <= 2)
    .sort((m, n) => m.ecart - n.ecart)
    .slice(0, 3)
    .map(({ mot }) => mot)
}

// Lengths and letters first: one error changes the length by one and the set of letters by two at most, and these
// rule out nearly all of the list before a table is needed.
function aPortee(a: string, b: string, fautes: number): boolean {
  if (Math.abs(a.length - b.length) > fautes) return false
  if (ecartDeLettres(a, b) > 2 * fautes) return false
  return distance(a, b) <= fautes
}

function ecartDeLettres(a: string, b: string): number {
  let bits = lettres(a) ^ lettres(b)
  let nombre = 0
  for (; bits !== 0; bits &= bits - 1) nombre++
  return nombre
}

function lettres(mot: string): number {
  let bits = 0
  for (let i = 0; i < mot.length; i++) bits |= 1 << (mot.charCodeAt(i) & 31)
  return bits
}

/** One word alone, one typing error and its number (« 3. ») forgiven; null when it is not of the list. */
export function lireMot(saisi: string): string | null {
  const [mot, ...autres] = decouper(saisi)
  const lu = mot === undefined || autres.length > 0 ? undefined : reconnaitre(plier(mot))
  return lu === undefined ? null : MOTS[lu.rang]!
}
