import { octets, page, servir, transaction, type Ctx, type Db, type Maison } from '#platform'
import { pageDuSite, type Html } from '#ui'
import { cadre, enTantQue, type CtxAgent } from '#acces'
import { etagereDesAgents, etagerePublique, type Etagere, type Livre } from '../etagere/etagere.ts'
import { lireKit } from '../etagere/visite.ts'
import { piecesDe } from './fiche.ts'
import * as sql from './fiche.sql.ts'
import { pageKit, pageSansKit } from './kit.page.ts'

async function contenuDuKit(db: Db, m: Maison, acad: string, livres: readonly Livre[], base: string): Promise<Html> {
  if (livres.length === 0) return pageSansKit(base)
  const versions = livres.map((l) => l.id)
  const [textes, fichiers] = await Promise.all([db.all(sql.textes, { acad, versions }), db.all(sql.fichiers, { acad, versions })])
  const chapitres = livres.flatMap((l) => {
    const t = textes.find((x) => x.id === l.id)
    const siens = fichiers.filter((f) => f.version === l.id)
    return t === undefined ? [] : [{ l, texte: t.texte, pieces: piecesDe(m, base, siens) }]
  })
  return pageKit(chapitres, base)
}

const choisis = (c: Ctx, e: Etagere): Livre[] => lireKit(e, c.req.queries('r') ?? []).map((a) => e.ressources.get(a)!)

/** GET /ressources/kit?r=…&r=… */
export async function faireKit(c: Ctx): Promise<Response> {
  c.set('motif', '/ressources/kit')
  const m = c.get('maison')
  const livres = choisis(c, await etagerePublique(m))
  const contenu = await transaction(m.base, 'public', {}, (db) => contenuDuKit(db, m, m.config.academie, livres, '/ressources'))
  const description = 'Des ressources choisies, prêtes à imprimer.'
  return servir(c, octets(pageDuSite({ titre: 'Mon kit', description, chemin: '/ressources', contenu, script: ['imprimer.js'] })))
}

/** GET /bibliotheque/kit?r=…&r=… */
export async function faireKitReserve(c: CtxAgent): Promise<Response> {
  c.set('motif', '/bibliotheque/kit')
  const m = c.get('maison')
  const { acad } = c.get('moi')
  const contenu = await enTantQue(c, async (db) => {
    const livres = choisis(c as unknown as Ctx, await etagereDesAgents(db, m, acad))
    return contenuDuKit(db, m, acad, livres, '/bibliotheque')
  })
  return page(c, cadre(c, { titre: 'Mon kit', courant: '/bibliotheque', contenu, script: ['imprimer.js'] }))
}
