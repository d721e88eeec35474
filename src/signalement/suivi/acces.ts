import { clock, MINUTE, ouvrirJson, scellerJson, transaction, type Maison, type PublicDb, type Trousseau } from '#platform'
import { empreinteCode } from '../depot/deposer.ts'

/** What the page holds while it is open: the code's keyed hash, sealed, for half an hour. No cookie, nothing in the address. */
export interface Acces {
  empreinte: string
  jusqua: number
}

const LIEU = 'suivi.acces/-/-'

export const accesParCode = (t: Trousseau, acad: string, secret: Uint8Array): Acces => ({
  empreinte: empreinteCode(t, acad, secret).toString('hex'),
  jusqua: clock.now().getTime() + 30 * MINUTE,
})

export const scellerAcces = (t: Trousseau, a: Acces): string =>
  scellerJson(t.cle('suivi'), LIEU, { ...a, jusqua: clock.now().getTime() + 30 * MINUTE }).toString('base64url')

/** Null when the page was altered or has been open for too long. */
export function ouvrirAcces(t: Trousseau, texte: string): Acces | null {
  try {
    const a = ouvrirJson<Acces>(t.cle('suivi'), LIEU, Buffer.from(texte, 'base64url'))
    return a.jusqua > clock.now().getTime() ? a : null
  } catch {
    return null
  }
}

/** One transaction with the code shown: the policies open this one report. */
export const avecCode = <T>(m: Maison, a: Acces, work: (db: PublicDb) => Promise<T>): Promise<T> =>
  transaction(m.base, 'public', { code: a.empreinte }, work)
