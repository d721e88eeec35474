import { Introuvable, type AgentDb } from '#platform'
import { enTantQue, flash, type CtxAgent } from '#acces'
import { lireEnvoi, type Envoi } from '../agir.ts'
import { dossierPourAgir, type Dossier } from '../dossier.ts'
import { FORME, garderBrouillon, oublierBrouillon, pageDe } from './brouillon.ts'

/** The address of a form under its dossier is the name of its draft, and where one goes back to. */
function formeDe(envoi: Envoi): string {
  const forme = envoi.brouillon ?? ''
  if (!FORME.test(forme)) throw new Introuvable()
  return forme
}

const ouvert = <T>(c: CtxAgent, travail: (db: AgentDb, o: Dossier) => Promise<T>): Promise<T> =>
  enTantQue(c, async (db) =>
    travail(db, await dossierPourAgir(db, c.get('maison').trousseau, c.get('moi'), c.req.param('numero')!)),
  )

/**
 * POST /dossiers/:numero/brouillons: keeps a form as it is, whatever it lacks. A script asks with `Accept: application/json` and is
 * told `{ serie }`, or 409 when another device of the same person kept something newer.
 */
export async function garder(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/brouillons')
  const envoi = await lireEnvoi(c)
  const forme = formeDe(envoi)
  const script = c.req.header('Accept') === 'application/json'
  // Without a script a page was just read: what it sends is what the person sees.
  const garde = await ouvert(c, (db, o) => garderBrouillon(db, o, forme, script ? envoi : { ...envoi, force: 'oui' }))
  if (script) return garde === null ? c.json({ autre: true }, 409) : c.json({ serie: garde.serie })
  return flash(c, `/dossiers/${c.req.param('numero')!}/${pageDe(forme)}`, 'brouillon')
}

/** POST /dossiers/:numero/brouillons/fin: erases it. */
export async function oublier(c: CtxAgent): Promise<Response> {
  c.set('motif', '/dossiers/:numero/brouillons/fin')
  const forme = formeDe(await lireEnvoi(c))
  await ouvert(c, (db, o) => oublierBrouillon(db, o, forme))
  return flash(c, `/dossiers/${c.req.param('numero')!}/${pageDe(forme)}`, 'brouillon_efface')
}
