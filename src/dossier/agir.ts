import { Conflit, menerABien, page, Refus, type AgentDb } from '#platform'
import { enTantQue, flash, type cadre, type CtxAgent } from '#acces'
import { dossierPourAgir, Incomplet, type Dossier } from './dossier.ts'
import { oublierBrouillon } from './brouillon/brouillon.ts'
import { afficherDossier, type Retour } from './fiche/fiche.ts'
import { Dispute } from './fusion.ts'
import { SansMotif } from './motif/sans.ts'

/** The fields of a form, as sent. */
export type Envoi = Readonly<Record<string, string>>
export interface Suite {
  /** The code of the sentence to say. */
  fait: string
  url?: string
}
export type Acte = (db: AgentDb, o: Dossier, envoi: Envoi, id: string | undefined) => Promise<Suite>

export async function lireEnvoi(c: CtxAgent): Promise<Envoi> {
  const corps = await menerABien(() => c.req.parseBody({ all: true }))
  // Boxes under one name come as one text, `arme,suicide`: their values are codes.
  return Object.fromEntries(
    Object.entries(corps).flatMap(([k, v]) => {
      const dits = [v].flat().filter((x) => typeof x === 'string')
      return dits.length === 0 ? [] : [[k, dits.join(',').trim()]]
    }),
  )
}

/** The version of the dossier on the page that was sent. */
export const versionDe = (envoi: Envoi): number => (/^\d{1,9}$/.test(envoi.version ?? '') ? Number(envoi.version) : -1)

/** The page that a form stands on, and comes back to when it is refused. */
export interface Vue {
  /** Part of the dossier (`entretiens`…); empty for its own page. */
  code: string
  afficher(c: CtxAgent, numero: string, retour?: Retour): Promise<ReturnType<typeof cadre>>
}

const url = (numero: string, code: string): string => (code === '' ? `/dossiers/${numero}` : `/dossiers/${numero}/${code}`)

/** What was typed and why it was not taken. */
export const retourDe = (forme: string, envoi: Envoi, e: Refus): Retour => ({
  forme,
  envoi,
  refus: e.message,
  erreurs: e instanceof Incomplet ? e.erreurs : [],
  devance: e instanceof Conflit,
})

/** One act on one dossier: one transaction, then 303. When the table says no, the page comes back with why, and what was typed. */
export const agir =
  (forme: string, acte: Acte, vue: Vue = { code: '', afficher: afficherDossier }) =>
  async (c: CtxAgent): Promise<Response> => {
    c.set('motif', `/dossiers/:numero/${forme}`)
    const numero = c.req.param('numero')!
    const envoi = await lireEnvoi(c)
    try {
      const suite = await enTantQue(c, async (db) => {
        const o = await dossierPourAgir(db, c.get('maison').trousseau, c.get('moi'), numero)
        const suite = await acte(db, o, envoi, c.req.param('id'))
        if (envoi.brouillon !== undefined) await oublierBrouillon(db, o, envoi.brouillon)
        return suite
      })
      return flash(c, suite.url ?? url(numero, vue.code), suite.fait)
    } catch (e) {
      if (!(e instanceof Refus)) throw e
      const retour = retourDe(forme, envoi, e)
      // What only the other had changed comes back merged; where both wrote, what was typed here, beside the other text.
      if (e instanceof Dispute) Object.assign(retour, { envoi: { ...envoi, ...e.valeurs }, devance: true, verbes: e.verbes })
      const vu = await vue.afficher(c, numero, retour).catch((s: unknown) => {
        // A rule may be told; what is wrong with the words of a form might say a name to whoever guesses.
        if (s instanceof SansMotif && !(e instanceof Incomplet)) s.refus = e
        throw s
      })
      return page(c, vu, e.statut)
    }
  }
