import { filmAbime } from './film.ts'

/** An element of EBML (RFC 8794); `fin` is null when its size is not known. */
export interface Element {
  id: number
  debut: number
  tete: number
  fin: number | null
}

/** The head of an element, at `place` of these bytes; `debut` is where it lies, `limite` where what holds it ends. */
export function lireElement(octets: Buffer, place: number, debut: number, limite: number): Element {
  const longId = Math.clz32(octets.readUInt8(place)) - 23
  if (longId > 4) throw filmAbime()
  const id = octets.readUIntBE(place, longId)
  const premier = octets.readUInt8(place + longId)
  const longTaille = Math.clz32(premier) - 23
  if (longTaille > 8) throw filmAbime()
  let taille = premier & ((1 << (8 - longTaille)) - 1)
  let inconnue = taille === (1 << (8 - longTaille)) - 1
  for (let n = 1; n < longTaille; n++) {
    const octet = octets.readUInt8(place + longId + n)
    inconnue &&= octet === 0xff
    taille = taille * 256 + octet
  }
  const tete = longId + longTaille
  if (inconnue) return { id, debut, tete, fin: null }
  if (taille > limite - debut - tete) throw filmAbime()
  return { id, debut, tete, fin: debut + tete + taille }
}

/** The head of a Void element that takes so many bytes in all. */
export function vide(total: number): Buffer {
  if (total < 9) return Buffer.of(0xec, 0x80 | (total - 2))
  const tete = Buffer.alloc(9)
  tete.writeUInt16BE(0xec01, 0)
  tete.writeUIntBE(total - 9, 3, 6)
  return tete
}
