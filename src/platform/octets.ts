import { createHash } from 'node:crypto'
import type { Context } from 'hono'
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

/** May be kept by anybody, and is asked for again each time: a withdrawal is seen at once, caches included. */
export function servir(c: Context, o: Octets, statut: 200 | 404 = 200): Response {
  const entetes = { 'Cache-Control': 'public, max-age=0, must-revalidate', ETag: o.marque, 'X-Robots-Tag': 'all' }
  if (statut === 200 && c.req.header('If-None-Match') === o.marque) return repondre(c, null, 304, entetes)
  return repondre(c, o.corps, statut, { ...entetes, 'Content-Type': o.type })
}
