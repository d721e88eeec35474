import { createHash } from 'node:crypto'

/** What is hashed: each field preceded by its length in octets, so that no two rows can read the same. */
export const canonique = (champs: readonly string[]): string => champs.map((c) => `${Buffer.byteLength(c)}:${c}`).join('')

/** A fact as SQL writes it: times in microseconds and the detail as the database prints it, neither of which survives JavaScript. */
export interface FaitBrut {
  acad: string
  fil: string
  rang: number
  verbe: string
  par: string
  qualite: string
  le: string
  detail: string
  precedent: Buffer
  empreinte: Buffer
}

/** The same digest as confidentiel.empreinte_fait (db/migrations/0003), written a second time on purpose. */
export const empreinteFait = (f: FaitBrut): Buffer =>
  createHash('sha256')
    .update(f.precedent)
    .update(canonique([f.acad, f.fil, String(f.rang), f.verbe, f.par, f.qualite, f.le, f.detail]))
    .digest()

/** What the first fact of a thread follows. */
export const origine = (fil: string): Buffer => createHash('sha256').update(fil).digest()

export interface Tete {
  fil: string
  rang_fait: number
  tete: Buffer
}

export const PREMIERE = Buffer.alloc(32)

/** What was read since the anchor before, up to an instant. */
export interface Lectures {
  jusque: Date
  nombre: number
  empreinte: Buffer
}

/**
 * An anchor holds the one before it, its date, the heads that moved, in the order of their threads, and what was read. Those made
 * before readings were signed hold none.
 */
export function empreinteAncre(
  a: { acad: string; rang: number; le: Date },
  precedente: Buffer,
  tetes: readonly Tete[],
  lectures: Lectures | null,
): Buffer {
  const h = createHash('sha256')
    .update(precedente)
    .update(canonique([a.acad, String(a.rang), a.le.toISOString()]))
  for (const t of tetes) h.update(canonique([a.acad, t.fil, String(t.rang_fait), t.tete.toString('hex')]))
  if (lectures !== null) {
    const { jusque, nombre, empreinte } = lectures
    h.update(canonique(['lectures', jusque.toISOString(), String(nombre), empreinte.toString('hex')]))
  }
  return h.digest()
}
