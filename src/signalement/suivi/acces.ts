import { clock, MINUTE, ouvrirJson, scellerJson, transaction, type Maison, type PublicDb, type Trousseau } from '#platform'
import { empreinteCode } from '../depot/deposer.ts'

/** What the page holds while it is open: the code's keyed hash, sealed, for half an hour. No cookie, nothing in the address. */
export interface Acces {
  empreinte: string
  jusqua: number
  /** Of the page where the code was written: once it is closed for good, nothing that it sent opens again. */
  visite: string
}

const LIEU = 'suivi.acces/-/-'

export const accesParCode = (t: Trousseau, acad: string, secret: Uint8Array, visite: string = crypto.randomUUID()): Acces => ({
  visite,
  empreinte: empreinteCode(t, acad, secret).toString('hex'),
  jusqua: clock.now().getTime() + 30 * MINUTE,
})

export const scellerAcces = (t: Trousseau, a: Acces): string =>
  scellerJson(t.cle('suivi'), LIEU, { ...a, jusqua: clock.now().getTime() + 30 * MINUTE }).toString('base64url')

function descellerAcces(t: Trousseau, texte: string): Acces | null {
  try {
    return ouvrirJson<Acces>(t.cle('suivi'), LIEU, Buffer.from(texte, 'base64url'))
  } catch {
    return null
  }
}

/** Null when the page was altered or has been open for too long. */
export function ouvrirAcces(t: Trousseau, texte: string): Acces | null {
  const a = descellerAcces(t, texte)
  return a !== null && a.jusqua > clock.now().getTime() ? a : null
}

/** Whose page it is, even after too long: it may still be closed for good. */
export const visiteDe = (t: Trousseau, texte: string): string | null => descellerAcces(t, texte)?.visite ?? null

/** One transaction with the code shown: the policies open this one report. */
export const avecCode = <T>(m: Maison, a: Acces, work: (db: PublicDb) => Promise<T>): Promise<T> =>
  transaction(m.base, 'public', { code: a.empreinte }, work)
