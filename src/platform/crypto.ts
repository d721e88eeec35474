import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'

/**
 * Authenticated encryption of one value: AES-256-GCM, a fresh nonce each time, the place as associated data, so that a
 * ciphertext moved to another table, column or row does not open.
 * Layout: 1 byte format, 12 bytes nonce, ciphertext, 16 bytes tag.
 */
const FORMAT = 1

/** Where a ciphertext lives: `table.colonne/acad/ligne`. */
export type Lieu = `${string}.${string}/${string}/${string}`

const RESERVE = 4096
let reserve = Buffer.alloc(0)

/** Random bytes, drawn many at once: asking the system for each costs more than sealing. What was taken is not kept. */
export function hasard(octets: number): Buffer {
  if (reserve.length < octets) reserve = randomBytes(RESERVE)
  const pris = Buffer.from(reserve.subarray(0, octets))
  reserve.fill(0, 0, octets)
  reserve = reserve.subarray(octets)
  return pris
}

export function sceller(cle: Uint8Array, lieu: Lieu, clair: Uint8Array): Buffer {
  const nonce = hasard(12)
  const c = createCipheriv('aes-256-gcm', cle, nonce)
  c.setAAD(Buffer.from(lieu))
  const corps = Buffer.concat([c.update(clair), c.final()])
  return Buffer.concat([Buffer.of(FORMAT), nonce, corps, c.getAuthTag()])
}

/** @throws when the ciphertext was altered, moved, or sealed under another key. */
export function ouvrir(cle: Uint8Array, lieu: Lieu, scelle: Uint8Array): Buffer {
  if (scelle.length < 29 || scelle[0] !== FORMAT) throw new Error(`${lieu}: not a ciphertext of ours`)
  const d = createDecipheriv('aes-256-gcm', cle, scelle.subarray(1, 13))
  d.setAAD(Buffer.from(lieu))
  d.setAuthTag(scelle.subarray(scelle.length - 16))
  return Buffer.concat([d.update(scelle.subarray(13, scelle.length - 16)), d.final()])
}

export const scellerJson = (cle: Uint8Array, lieu: Lieu, valeur: unknown): Buffer =>
  sceller(cle, lieu, Buffer.from(JSON.stringify(valeur)))

export const ouvrirJson = <T>(cle: Uint8Array, lieu: Lieu, scelle: Uint8Array): T =>
  JSON.parse(ouvrir(cle, lieu, scelle).toString('utf8')) as T

/** A report asks for ten of them under two keys: each key is made ready once. */
const pretes = new WeakMap<Uint8Array, KeyObject>()
const prete = (cle: Uint8Array): KeyObject => {
  const deja = pretes.get(cle)
  if (deja !== undefined) return deja
  const faite = createSecretKey(cle)
  pretes.set(cle, faite)
  return faite
}

export const hmac = (cle: Uint8Array, texte: string | Uint8Array): Buffer =>
  createHmac('sha256', prete(cle)).update(texte).digest()

/** A key for one purpose, from a master key (RFC 5869). */
export const deriver = (maitresse: Uint8Array, usage: string, sel = ''): Buffer =>
  Buffer.from(hkdfSync('sha256', maitresse, sel, `preau ${usage}`, 32))

/** A fresh 32-byte key. */
export const nouvelleCle = (): Buffer => hasard(32)
