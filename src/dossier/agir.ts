import { Conflit, page, Refus, type AgentDb } from '#platform'
import { enTantQue, flash, type CtxAgent } from '#acces'
import { dossierDe, Incomplet, type Dossier } from './dossier.ts'
import { afficherDossier } from './fiche/fiche.ts'

/** The fields of a form, as sent. */
export type Envoi = Readonly<Record<string, string>>
export interface Suite {
  /** The code of the sentence to say. */
  fait: string
  url?: string
}
export type Acte = (db: AgentDb, o: Dossier, envoi: Envoi, id: string | undefined) => Promise<Suite>

export async function lireEnvoi(c: CtxAgent): Promise<Envoi> {
  const corps = await c.req.parseBody()
  return Object.fromEntries(Object.entries(corps).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v.trim()]] : [])))
}

/** The version of the dossier on the page that was sent. */
export const versionDe = (envoi: Envoi): number => (/^\d{1,9}$/.test(envoi.version ?? '') ? Number(envoi.version) : -1)

/** One act on one dossier: one transaction, then 303. When the table says no, the page comes back with why, and what was typed. */
export const agir =
  (forme: string, acte: Acte) =>
  async (c: CtxAgent): Promise<Response> => {
    c.set('motif', `/dossiers/:numero/${forme}`)
    const numero = c.req.param('numero')!
    const envoi = await lireEnvoi(c)
    try {
      const suite = await enTantQue(c, async (db) =>
        acte(db, await dossierDe(db, c.get('maison').trousseau, c.get('moi'), numero), envoi, c.req.param('id')),
      )
      return flash(c, suite.url ?? `/dossiers/${numero}`, suite.fait)
    } catch (e) {
      if (!(e instanceof Refus)) throw e
      const erreurs = e instanceof Incomplet ? e.erreurs : []
      const retour = { forme, envoi, refus: e.message, erreurs, devance: e instanceof Conflit }
      return page(c, await afficherDossier(c, numero, retour), e.statut)
    }
  }
