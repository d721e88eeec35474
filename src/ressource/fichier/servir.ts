import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { estUuid, Introuvable, transaction, type Ctx, type Db, type Maison } from '#platform'
import { enTantQue, type CtxAgent } from '#acces'
import { telechargeable } from './examen.ts'
import * as sql from './fichier.sql.ts'
import { cheminDe, dejaRecus } from './stockage.ts'

type Fichier = sql.FichierRow

const lire = (db: Db, acad: string, id: string): Promise<Fichier | null> =>
  estUuid(id) ? db.maybe(sql.fichier, { acad, id }) : Promise.resolve(null)

/** GET /ressources/fichiers/:id: asked of the database each time, so that an address dies with its publication. */
export async function ouvrirFichier(c: Ctx): Promise<Response> {
  c.set('motif', '/ressources/fichiers/:id')
  const m = c.get('maison')
  const f = await transaction(m.base, 'public', {}, (db) => lire(db, m.config.academie, c.req.param('id')!))
  return donner(c, m, f, 'public, max-age=0, must-revalidate')
}

/** GET /bibliotheque/fichiers/:id */
export async function ouvrirFichierReserve(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bibliotheque/fichiers/:id')
  const f = await enTantQue(c, (db) => lire(db, c.get('moi').acad, c.req.param('id')!))
  return donner(c as unknown as Ctx, c.get('maison'), f, 'private, no-cache')
}

/** Bytes from `debut` to `fin`, both included. */
interface Part {
  debut: number
  fin: number
}

/** One range, as players of films ask for; null: the whole; 'hors': outside. More than one is answered by the whole. */
export function lirePart(entete: string | undefined, taille: number): Part | 'hors' | null {
  const lu = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(entete ?? '')
  if (lu === null || (lu[1] === '' && lu[2] === '')) return null
  if (lu[1] === '') return Number(lu[2]) === 0 ? 'hors' : { debut: Math.max(0, taille - Number(lu[2])), fin: taille - 1 }
  const debut = Number(lu[1])
  const fin = lu[2] === '' ? taille - 1 : Math.min(Number(lu[2]), taille - 1)
  if (lu[2] !== '' && Number(lu[2]) < debut) return null
  return debut >= taille ? 'hors' : { debut, fin }
}

/** What a browser may do with a file of ours: show it, and nothing else. A document is saved, never opened among our pages. */
function entetesDe(c: Ctx, f: Fichier, cache: string): Record<string, string> {
  const enPage = f.type !== 'application/pdf' && c.req.query('telecharger') === undefined
  const ascii = f.nom.normalize('NFD').replace(/[^\w. -]/g, '')
  return {
    'Content-Type': f.type,
    'Content-Disposition': `${enPage ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(f.nom).replace(/['()*]/g, (s) => `%${s.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    'Content-Security-Policy': "default-src 'none'; media-src 'self'; sandbox",
    'Accept-Ranges': 'bytes',
    'Cache-Control': cache,
    ETag: `"${Buffer.from(f.empreinte).toString('hex')}"`,
  }
}

async function donner(c: Ctx, m: Maison, f: Fichier | null, cache: string): Promise<Response> {
  if (f === null || !telechargeable(m, f.examen)) throw new Introuvable()
  const chemin = cheminDe(m, f.empreinte)
  if ((await dejaRecus(chemin)) !== f.taille) {
    m.journal.error({ fichier: f.id }, 'a file is missing from the data folder')
    throw new Introuvable()
  }
  const entetes = entetesDe(c, f, cache)
  if (c.req.header('If-None-Match') === entetes.ETag) return c.body(null, 304, entetes)
  const siMeme = c.req.header('If-Range')
  const part = siMeme === undefined || siMeme === entetes.ETag ? lirePart(c.req.header('Range'), f.taille) : null
  if (part === 'hors') return c.body(null, 416, { ...entetes, 'Content-Range': `bytes */${f.taille}` })
  const { debut, fin } = part ?? { debut: 0, fin: f.taille - 1 }
  const tete: Record<string, string> = { ...entetes, 'Content-Length': String(fin - debut + 1) }
  if (part !== null) tete['Content-Range'] = `bytes ${debut}-${fin}/${f.taille}`
  const statut = part === null ? 200 : 206
  if (c.req.raw.method === 'HEAD') return c.body(null, statut, tete)
  return c.body(Readable.toWeb(createReadStream(chemin, { start: debut, end: fin })) as ReadableStream, statut, tete)
}
