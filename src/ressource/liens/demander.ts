import { request as http, type ClientRequest } from 'node:http'
import { request as https } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { estPublique, Interdite, resoudreEnPublic } from './garde.ts'

export interface Constat {
  etat: 'vivant' | 'ferme' | 'mort'
  /** For the editor: « page absente (404) ». */
  constat: string
  /** Nothing answered at all: when everything is so, the machine itself is cut off. */
  injoignable: boolean
}

/** `libre`: in a test, a server of this machine may be asked. Never set by the application. */
export interface Manieres {
  agent: string
  delaiMs?: number
  libre?: boolean
  /** Stops what is under way. */
  arret?: AbortSignal
}

const DELAI_MS = 10_000
const RENVOIS_MAX = 5

interface Reponse {
  statut: number
  vers: string | undefined
}

function verifierAdresse(url: URL, o: Manieres): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Interdite(url.protocol)
  if (o.libre) return
  const hote = url.hostname.replace(/^\[|\]$/g, '')
  if (url.username !== '' || url.port !== '' || (isIP(hote) !== 0 && !estPublique(hote))) throw new Interdite(hote)
}

/** One request: the head of the answer is read, its body never is. */
function unePage(methode: 'HEAD' | 'GET', url: URL, o: Manieres): Promise<Reponse> {
  verifierAdresse(url, o)
  const { promise, resolve, reject } = Promise.withResolvers<Reponse>()
  const delai = o.delaiMs ?? DELAI_MS
  const options = {
    method: methode,
    headers: { 'User-Agent': o.agent, Accept: '*/*' },
    agent: false,
    ...(o.arret && { signal: o.arret }),
    maxHeaderSize: 16 * 1024,
    ...(!o.libre && { lookup: resoudreEnPublic as LookupFunction }),
  }
  const demande: ClientRequest = (url.protocol === 'https:' ? https : http)(url, options)
  const minuterie = setTimeout(() => demande.destroy(new Error('timeout')), delai)
  demande.on('response', (r) => {
    resolve({ statut: r.statusCode ?? 0, vers: r.headers.location })
    r.destroy()
    demande.destroy()
  })
  demande.on('error', reject)
  demande.on('close', () => clearTimeout(minuterie))
  demande.end()
  return promise
}

/** HEAD, and GET where HEAD is not understood; a few redirections, each looked at like the first address. */
async function suivre(depart: string, o: Manieres): Promise<number> {
  let url = new URL(depart)
  for (let renvois = 0; renvois <= RENVOIS_MAX; renvois++) {
    let r = await unePage('HEAD', url, o)
    if (r.statut >= 400) r = await unePage('GET', url, o)
    if (r.statut < 300 || r.statut >= 400 || r.vers === undefined) return r.statut
    url = new URL(r.vers, url)
  }
  return 310
}

const conclure = (statut: number): Omit<Constat, 'injoignable'> => {
  if (statut >= 200 && statut < 300) return { etat: 'vivant', constat: '' }
  if (statut === 401 || statut === 403 || statut === 429) return { etat: 'ferme', constat: `demande un accès (${statut})` }
  if (statut === 404 || statut === 410) return { etat: 'mort', constat: `page absente (${statut})` }
  if (statut === 310) return { etat: 'mort', constat: 'tourne en rond' }
  return { etat: 'mort', constat: `erreur du site (${statut})` }
}

const PANNES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'ce site n’existe plus',
  ECONNREFUSED: 'le site refuse la connexion',
  CERT_HAS_EXPIRED: 'le certificat du site a expiré',
}

/** Does this address still lead somewhere? Never throws: what goes wrong is the answer. */
export async function demander(url: string, o: Manieres): Promise<Constat> {
  try {
    return { ...conclure(await suivre(url, o)), injoignable: false }
  } catch (erreur) {
    if (erreur instanceof Interdite) return { etat: 'mort', constat: 'mène à un réseau interne', injoignable: false }
    const code = (erreur as NodeJS.ErrnoException).code ?? ''
    const constat = PANNES[code] ?? (/timeout/.test(String(erreur)) ? 'ne répond pas' : 'ne répond pas comme il faut')
    return { etat: 'mort', constat, injoignable: true }
  }
}
