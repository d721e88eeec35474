import { Readable } from 'node:stream'
import busboy from 'busboy'
import { page, type Ctx } from '#platform'
import { jetonDe } from '../session.ts'
import { pageDeRenvoi } from './renvoi.page.ts'
import { cheminLocal } from './vers.ts'

/** What somebody had typed: the fields in their order, and whether files came with them. */
export interface Saisie {
  champs: [nom: string, valeur: string][]
  fichiers: boolean
}

const FORMULAIRE = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i
/** Nobody is known yet: texts are kept up to this size, files are read past and never held. */
const TEXTE_MAX = 1024 * 1024
const ENVOI_MAX = 80 * 1024 * 1024
/** Also of parts that hold nothing: a million of them fit in what a few pictures weigh. */
const CHAMPS_MAX = 1000

/** Null when it is too large to be given back. */
function lireSaisie(requete: Request): Promise<Saisie | null> {
  const type = requete.headers.get('Content-Type') ?? ''
  const saisie: Saisie = { champs: [], fichiers: false }
  if (requete.body === null || !FORMULAIRE.test(type)) return Promise.resolve(saisie)
  const lecteur = busboy({
    headers: { 'content-type': type },
    limits: { fieldSize: TEXTE_MAX, fields: CHAMPS_MAX, parts: 2 * CHAMPS_MAX, headerPairs: 20 },
  })
  const flux = Readable.fromWeb(requete.body as never)
  const { promise, resolve, reject } = Promise.withResolvers<Saisie | null>()
  let texte = 0
  let total = 0
  const abandonner = (): void => {
    flux.destroy()
    resolve(null)
  }
  flux.on('data', (octets: Buffer) => (total += octets.length) > ENVOI_MAX && abandonner())
  lecteur.on('file', (_nom, fichier, infos) => {
    saisie.fichiers ||= infos.filename !== undefined && infos.filename !== ''
    fichier.resume()
  })
  lecteur.on('field', (nom, valeur, infos) => {
    texte += valeur.length
    if (infos.valueTruncated || texte > TEXTE_MAX) return abandonner()
    saisie.champs.push([nom, valeur])
  })
  lecteur.on('fieldsLimit', abandonner).on('partsLimit', abandonner)
  lecteur.on('close', () => resolve(saisie))
  lecteur.on('error', reject)
  flux.on('error', reject)
  flux.pipe(lecteur)
  return promise
}

/**
 * The answer to a form of the agents' door that came without a live session: 401, with everything that was typed, ready to
 * be sent again once signed in. Nothing of it is kept on the server.
 */
export async function pageRenvoi(c: Ctx): Promise<Response> {
  c.set('motif', 'renvoi')
  const saisie = await lireSaisie(c.req.raw).catch(() => undefined)
  if (saisie === undefined) return c.text('Cet envoi est illisible : il est arrivé incomplet.', 400)
  if (saisie === null) return c.text('Cet envoi est trop gros.', 413)
  const { pathname, search } = new URL(c.req.url)
  return page(c, pageDeRenvoi({ ...saisie, vers: cheminLocal(pathname + search) ?? '/boite' }), 401)
}

/** The answer to a page of the agents' door that was asked for without a live session: sign in, then come back to it. */
export function allerSeConnecter(c: Ctx): Response {
  const { pathname, search } = new URL(c.req.url)
  const q = new URLSearchParams({ vers: cheminLocal(pathname + search) ?? '/boite' })
  // A token that opens nothing any more: somebody was here, and is told why they are asked again.
  if (jetonDe(c, c.get('maison')) !== null) q.set('fin', '1')
  return c.redirect(`/connexion?${q}`, 303)
}
