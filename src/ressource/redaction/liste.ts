import { clock, JOUR, page, plus } from '#platform'
import { cadre, enTantQue, isoJour, type CtxAgent } from '#acces'
import { exigerRedaction } from './droits.ts'
import { pageListe, retenir } from './liste.page.ts'
import * as sql from './redaction.sql.ts'

/** The day from which readings are counted. */
export const depuis = (): string => isoJour(plus(clock.now(), -90 * JOUR))

/** GET /redaction */
export async function lister(c: CtxAgent): Promise<Response> {
  const { acad } = exigerRedaction(c, '/redaction')
  const f = {
    etat: c.req.query('etat') ?? '',
    genre: c.req.query('genre') ?? '',
    liens: c.req.query('liens') === 'morts',
    revue: c.req.query('revue') === 'oui',
  }
  const lignes = await enTantQue(c, (db) => db.all(sql.lister, { acad, depuis: depuis(), id: null }))
  return page(
    c,
    cadre(c, { titre: 'Pages et ressources', courant: '/redaction', contenu: pageListe(lignes, retenir(lignes, f), f) }),
  )
}
