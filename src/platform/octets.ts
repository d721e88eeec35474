import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { selonLecteur, type Codage } from './compression.ts'
import { repondre } from './http.ts'

/** Bytes and the mark by which a browser asks whether they are still those. */
export interface Octets {
  corps: Buffer
  type: string
  marque: string
}

export function octets(texte: Buffer | { toString(): string }, type = 'text/html; charset=utf-8'): Octets {
  const corps = Buffer.isBuffer(texte) ? texte : Buffer.from(texte.toString())
  return { corps, type, marque: `"${createHash('sha256').update(corps).digest('base64url').slice(0, 22)}"` }
}

/** The mark of one form of a body: two forms are not the same bytes (RFC 9110 § 8.8.3). */
const marqueDe = (marque: string, codage: Codage | null): string =>
  codage === null ? marque : marque.replace(/"$/, `.${codage}"`)
const memeMarque = (recue: string | undefined, marque: string): boolean => recue?.replace(/\.(?:br|gzip)"$/, '"') === marque

const GARDABLE = { 'Cache-Control': 'public, max-age=0, must-revalidate', 'X-Robots-Tag': 'all' }

/** What answers a reader who says what it takes, and what it has: status, body (none when it has it already) and headers. */
export function reponseDe(o: Octets, accepte: string, aDeja: string | undefined) {
  const { corps, entetes, codage } = selonLecteur(o, accepte)
  const communs = { ...GARDABLE, ...entetes, ETag: marqueDe(o.marque, codage) }
  return memeMarque(aDeja, o.marque)
    ? { statut: 304 as const, corps: null, entetes: communs }
    : { statut: 200 as const, corps, entetes: { ...communs, 'Content-Type': o.type } }
}

/**
 * May be kept by anybody, and is asked for again each time: a withdrawal is seen at once, caches included. `vaut`: whether
 * these bytes are still what would be made now; with it, the next readers are answered from memory (see `Memoire`).
 */
export function servir(c: Context, o: Octets, vaut?: () => Promise<boolean>): Response {
  const r = reponseDe(o, c.req.header('Accept-Encoding') ?? '', c.req.header('If-None-Match'))
  const reponse = repondre(c, r.corps, r.statut, r.entetes)
  if (vaut !== undefined && c.get('complete') === reponse) c.set('memorable', { ...o, fixes: c.get('fixes'), vaut })
  return reponse
}
