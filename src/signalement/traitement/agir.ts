import { Conflit, page, Refus } from '#platform'
import { enTantQue, flash, type CtxAgent } from '#acces'
import { lireEnvoi, type Verbe } from './envoi.ts'
import { afficherFiche } from './lire.ts'
import { Incomplet, ouvrir } from './ouvert.ts'

/** One verb on one report: one transaction, then 303. When the rules say no, the page comes back with why, and what was typed. */
export const agir =
  (forme: string, verbe: Verbe) =>
  async (c: CtxAgent): Promise<Response> => {
    c.set('motif', `/signalements/:id/${forme}`)
    const id = c.req.param('id')!
    const envoi = await lireEnvoi(c)
    try {
      const suite = await enTantQue(c, async (db) =>
        verbe(db, await ouvrir(db, c.get('maison').trousseau, c.get('moi'), id), envoi),
      )
      return flash(c, suite.url ?? `/signalements/${id}`, suite.fait)
    } catch (e) {
      if (!(e instanceof Refus)) throw e
      const erreurs = e instanceof Incomplet ? e.erreurs : []
      return page(
        c,
        await afficherFiche(c, id, { forme, envoi, refus: e.message, erreurs, devance: e instanceof Conflit }),
        e.statut,
      )
    }
  }
