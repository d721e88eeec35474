import { Conflit, page, Refus } from '#platform'
import { enTantQue, flash, type CtxAgent } from '#acces'
import { lireEnvoi, type Verbe } from './envoi.ts'
import { afficherFiche } from './lire.ts'
import { DossierDabord, Incomplet, ouvrirPourAgir } from './ouvert.ts'

/** One verb on one report: one transaction, then 303. When the rules say no, the page comes back with why, and what was typed. */
export const agir =
  (forme: string, verbe: Verbe) =>
  async (c: CtxAgent): Promise<Response> => {
    c.set('motif', `/signalements/:id/${forme}`)
    const id = c.req.param('id')!
    const envoi = await lireEnvoi(c)
    try {
      const suite = await enTantQue(c, async (db) =>
        verbe(db, await ouvrirPourAgir(db, c.get('maison').trousseau, c.get('moi'), id), envoi),
      )
      return flash(c, suite.url ?? `/signalements/${id}`, suite.fait)
    } catch (e) {
      if (!(e instanceof Refus)) throw e
      const erreurs = e instanceof Incomplet ? e.erreurs : []
      const retour = { forme, envoi, refus: e.message, erreurs, devance: e instanceof Conflit }
      const vu = await afficherFiche(c, id, retour).catch((s: unknown) => {
        // A rule may be told; what is wrong with the words of a form waits for the opening.
        if (s instanceof DossierDabord && !(e instanceof Incomplet)) s.refus = e
        throw s
      })
      return page(c, vu, e.statut)
    }
  }
