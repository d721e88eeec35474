import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { estUuid, Introuvable, repondre, transaction, type Env } from '#platform'
import { ouvrirPhoto } from '#action'
import * as sql from './photos.sql.ts'

/**
 * Not kept by anything that is shared, and asked for again each time by the browser that keeps it: once consent is
 * withdrawn, the address answers « not found » to everybody at the next request. Engines that copy pictures are told not to.
 */
const ENTETES = {
  'Content-Type': 'image/jpeg',
  'Cache-Control': 'private, no-cache, max-age=0, must-revalidate',
  'X-Robots-Tag': 'noindex, noimageindex',
  'Content-Disposition': 'inline; filename="photo.jpg"',
}

const ADRESSE = /^([0-9a-f-]{36})-(petite|grande)\.jpg$/
export const adressePhoto = (id: string, taille: 'petite' | 'grande'): string => `/photos/${id}-${taille}.jpg`

/** /photos */
export const routesPhotos = new Hono<Env>().get('/:nom', async (c) => {
  c.set('motif', '/photos/:nom')
  const [, id, taille] = ADRESSE.exec(c.req.param('nom')) ?? []
  if (id === undefined || !estUuid(id)) throw new Introuvable()
  const m = c.get('maison')
  const petite = taille === 'petite'
  const lue = await transaction(m.base, 'public', {}, (db) =>
    db.maybe(sql.octetsPublics, { acad: m.config.academie, id, petite }),
  )
  if (lue === null || lue.octets === null) throw new Introuvable()
  const octets = ouvrirPhoto(m, id, petite ? 'petite' : 'grande', lue.octets)
  const marque = `"${createHash('sha256').update(octets).digest('base64url').slice(0, 22)}"`
  if (c.req.header('If-None-Match') === marque) return repondre(c, null, 304, { ...ENTETES, ETag: marque })
  return repondre(c, octets, 200, { ...ENTETES, ETag: marque })
})
