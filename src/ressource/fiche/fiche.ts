import { Introuvable, octets, page, servir, transaction, type Ctx, type Db, type Maison } from '#platform'
import { pageDuSite } from '#ui'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { etagereDesAgents, etagerePublique, tenirPage, type Livre } from '../etagere/etagere.ts'
import { compterLecture } from '../etagere/lectures.ts'
import { telechargeable } from '../fichier/examen.ts'
import { pageFiche, pageLibre, type Piece } from './fiche.page.ts'
import * as sql from './fiche.sql.ts'

/** The files of a version; `base` is where they are opened (`/ressources`, `/bibliotheque`). */
export const piecesDe = (m: Maison, base: string, lignes: readonly sql.FichiersRow[]): Piece[] =>
  lignes.map((f) => ({ ...f, url: telechargeable(m, f.examen) ? `${base}/fichiers/${f.id}` : null }))

/** @throws Introuvable when it went offline meanwhile. */
async function lire(db: Db, m: Maison, acad: string, l: Livre, base: string): Promise<{ texte: string; pieces: Piece[] }> {
  const [t, fichiers] = await Promise.all([
    db.maybe(sql.texte, { acad, version: l.id }),
    db.all(sql.fichiers, { acad, versions: [l.id] }),
  ])
  if (t === null) throw new Introuvable()
  return { texte: t.texte, pieces: piecesDe(m, base, fichiers) }
}

const enPublic = (m: Maison, l: Livre): Promise<{ texte: string; pieces: Piece[] }> =>
  transaction(m.base, 'public', {}, (db) => lire(db, m, m.config.academie, l, '/ressources'))

/** GET /ressources/:adresse */
export async function lireRessource(c: Ctx): Promise<Response> {
  c.set('motif', '/ressources/:adresse')
  const m = c.get('maison')
  const e = await etagerePublique(m)
  const l = e.ressources.get(c.req.param('adresse')!)
  if (l === undefined) throw new Introuvable()
  const chemin = `/ressources/${l.adresse}`
  const faite = await tenirPage(e, chemin, async () => {
    const contenu = pageFiche({ l, e, base: '/ressources', ...(await enPublic(m, l)) })
    return octets(pageDuSite({ titre: l.titre, description: l.resume, chemin, contenu, script: ['imprimer.js'] }))
  })
  compterLecture(m, l.ressource)
  return servir(c, faite)
}

/** GET /pages/:adresse */
export async function lirePage(c: Ctx): Promise<Response> {
  c.set('motif', '/pages/:adresse')
  const m = c.get('maison')
  const e = await etagerePublique(m)
  const l = e.pages.get(c.req.param('adresse')!)
  if (l === undefined) throw new Introuvable()
  const chemin = `/pages/${l.adresse}`
  const faite = await tenirPage(e, chemin, async () => {
    const contenu = pageLibre({ l, ...(await enPublic(m, l)) })
    return octets(pageDuSite({ titre: l.titre, description: l.resume, chemin, contenu }))
  })
  compterLecture(m, l.ressource)
  return servir(c, faite)
}

/** GET /bibliotheque/:adresse */
export async function lireReserve(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bibliotheque/:adresse')
  const m = c.get('maison')
  const { acad } = c.get('moi')
  const f = await enTantQue(c, async (db) => {
    const e = await etagereDesAgents(db, m, acad)
    const l = e.ressources.get(c.req.param('adresse')!)
    if (l === undefined) throw new Introuvable()
    return { l, e, base: '/bibliotheque', ...(await lire(db, m, acad, l, '/bibliotheque')) }
  })
  compterLecture(m, f.l.ressource)
  return page(c, cadre(c, { titre: f.l.titre, courant: '/bibliotheque', contenu: pageFiche(f), script: ['imprimer.js'] }))
}
