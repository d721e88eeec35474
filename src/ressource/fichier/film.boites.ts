import { filmAbime } from './film.ts'

/** A box of an MP4 or QuickTime film: from `debut` to `fin`, its head of `tete` bytes included. */
export interface Boite {
  type: string
  debut: number
  tete: number
  fin: number
}

/** The head of a box, at `place` of these bytes; `debut` is where it lies, `limite` where what holds it ends. */
export function lireTete(octets: Buffer, place: number, debut: number, limite: number): Boite {
  const court = octets.readUInt32BE(place)
  const type = octets.toString('latin1', place + 4, place + 8)
  const tete = court === 1 ? 16 : 8
  const longueur = court === 1 ? Number(octets.readBigUInt64BE(place + 8)) : court === 0 ? limite - debut : court
  if (longueur < tete || longueur > limite - debut) throw filmAbime()
  return { type, debut, tete, fin: debut + longueur }
}

export function enfants(parent: Buffer): Boite[] {
  const boites: Boite[] = []
  let place = 0
  while (parent.length - place >= 8) {
    const b = lireTete(parent, place, place, parent.length)
    boites.push(b)
    place = b.fin
  }
  // QuickTime may end a list with four zeros.
  parent.fill(0, place)
  return boites
}

/** In its place, the same length of nothing. */
export function vider(parent: Buffer, b: Boite): void {
  parent.write('free', b.debut + 4, 'latin1')
  parent.fill(0, b.debut + b.tete, b.fin)
}
