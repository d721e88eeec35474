import { get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { auPlus, type Ctx, type Mesure } from './mesure.ts'
import { lancerServeur } from './serveur.ts'

interface Recu {
  /** Head and body as they came. */
  octets: number
  /** The body alone, as it came. */
  corps: number
  texte: string
}

/** What a browser that has never been here is sent for the first page, and what of it must be a script. */
async function mesurer({ banc, dire }: Ctx): Promise<void> {
  const url = await banc.nouvelleBase()
  const serveur = await lancerServeur(banc, url)
  const page = await recevoir(serveur.port, '/')
  const fichiers = await Promise.all(dependances(page.texte).map((chemin) => recevoir(serveur.port, chemin)))
  const deuxiemes = await Promise.all(fichiers.flatMap((f) => urlsCss(f.texte)).map((chemin) => recevoir(serveur.port, chemin)))
  const recus = [page, ...fichiers, ...deuxiemes]
  const ko = recus.reduce((n, r) => n + r.octets, 0) / 1000
  dire(
    { name: 'page.poids', value: ko, unit: 'ko', limit: 60, ratio: ko / 60, fichiers: recus.length, html: page.octets / 1000 },
    auPlus(60),
  )
  const script = scriptsNecessaires(page.texte) / 1000
  dire({ name: 'page.poids.script', value: script, unit: 'ko', limit: 0, ratio: null }, auPlus(0))
  await serveur.arreter()
  await banc.supprimerBase(url)
}

/** What browsers say that they take. */
export const NAVIGATEUR = { 'Accept-Encoding': 'gzip, deflate, br' }

/** One file, as a browser asks for it. */
export function recevoir(port: number, chemin: string): Promise<Recu> {
  const { promise, resolve, reject } = Promise.withResolvers<Recu>()
  get({ port, host: '127.0.0.1', path: chemin, headers: NAVIGATEUR, agent: false }, (reponse) => {
    const { socket } = reponse
    lire(reponse).then((lu) => resolve({ octets: socket.bytesRead, ...lu }), reject)
  }).once('error', reject)
  return promise
}

async function lire(reponse: IncomingMessage): Promise<Pick<Recu, 'corps' | 'texte'>> {
  const corps = await buffer(reponse)
  if (reponse.statusCode !== 200) throw new Error(`a file of the page was answered ${reponse.statusCode}`)
  const encodage = reponse.headers['content-encoding'] ?? 'identity'
  if (encodage === 'identity') return { corps: corps.length, texte: corps.toString() }
  const flux = new Blob([corps as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream(encodage === 'br' ? 'brotli' : 'gzip'))
  return { corps: corps.length, texte: await new Response(flux).text() }
}

const attribut = (balise: string, nom: string): string | undefined => new RegExp(`\\b${nom}="([^"]*)"`).exec(balise)?.[1]

/** Styles, icons, scripts and pictures; an anchor is only fetched when somebody follows it. */
function dependances(html: string): string[] {
  const balises = html.match(/<(?:link|script|img|source|use|iframe|video|audio|object)\b[^>]*>/g) ?? []
  const urls = balises.map((b) => attribut(b, 'src') ?? attribut(b, 'href') ?? attribut(b, 'data'))
  return [...new Set(urls.filter((u) => u !== undefined && /^\/[^/]/.test(u)).map((u) => u!.replaceAll('&amp;', '&')))]
}

const urlsCss = (texte: string): string[] => [...texte.matchAll(/url\((?:"|')?(\/[^"')]+)/g)].map(([, u]) => u!)

/**
 * Scripts without which the page would not be whole: those that stop its reading (not modules), those written in it, and
 * « javascript: » links. Modules come after a page that is complete: the journeys without JavaScript hold that.
 */
function scriptsNecessaires(html: string): number {
  const balises = html.match(/<script\b[^>]*>[^]*?<\/script>/g) ?? []
  const bloquants = balises.filter((b) => attribut(b, 'type') !== 'module' || !/\bsrc=/.test(b))
  const enLigne = html.match(/\son[a-z]+="[^"]*"|href="javascript:[^"]*"/g) ?? []
  return [...bloquants, ...enLigne].reduce((n, s) => n + s.length, 0)
}

export const poids: Mesure = { noms: ['page.poids', 'page.poids.script'], mesurer }
