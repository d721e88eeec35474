// Everything the pages fetch from us, read, joined and encoded once. The HTTP route is written elsewhere.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export interface FichierStatique {
  corps: Uint8Array
  type: string
  /** SHA-256, hexadecimal: the ETag, and its beginning is the version in the URL. */
  empreinte: string
  br?: Uint8Array
  gzip?: Uint8Array
}

const DOSSIER = new URL('./statique/', import.meta.url)

/** One sheet for the browser, in the order of the cascade: what comes later may refine what came before. */
export const FEUILLES = [
  'jetons.css', // colours, sizes, both themes
  'base.css', // bare elements
  'mise-en-page.css', // containers, columns, header, footer
  'boutons.css',
  'champs.css',
  'messages.css', // alerts, banners, badges, tags
  'contenus.css', // cards, disclosures, definitions, figures
  'tableaux.css',
  'navigation.css',
  'temps.css', // history, dialogue
  'publique.css',
  'parcours.css', // the reporter's path
  'agents.css',
  'pistes.css', // treatment: who sees whom, week after week
  'dossier.css', // talks, grids, drafts
  'site.css', // the journée nationale, the pôle
  'ressources.css', // the shelf, texts of editors, where they write
  'impression.css', // print and forced colours have the last word
] as const

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
}

const lire = (nom: string): Buffer => readFileSync(new URL(nom, DOSSIER))

// Comments are for us, not for a slow phone.
const theme = (): Buffer => {
  const source = FEUILLES.map((nom) => lire(nom).toString('utf8')).join('\n')
  return Buffer.from(source.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\n\s*/g, '\n'))
}

function fichier(nom: string, corps: Buffer): FichierStatique {
  const type = TYPES[nom.slice(nom.lastIndexOf('.') + 1)]
  if (!type) throw new Error(`No media type is known for the static file ${nom}`)
  const br = brotliCompressSync(corps, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: corps.length },
  })
  const gzip = gzipSync(corps, { level: 9 })
  return {
    corps,
    type,
    empreinte: createHash('sha256').update(corps).digest('hex'),
    ...(br.length < corps.length && { br }),
    ...(gzip.length < corps.length && { gzip }),
  }
}

let charges: Map<string, FichierStatique> | undefined

/** Files by name, `theme.css` being all the sheets. Read at the first call, then the same map. */
export function chargerStatique(): Map<string, FichierStatique> {
  if (charges) return charges
  const noms = readdirSync(DOSSIER).filter((nom) => !nom.endsWith('.css') && !nom.includes('.test.'))
  charges = new Map([['theme.css', fichier('theme.css', theme())], ...noms.map((nom) => [nom, fichier(nom, lire(nom))] as const)])
  return charges
}

/** `/statique/theme.css?v=1a2b3c4d`: the address changes with the content, so that it can be kept for ever. */
export function urlStatique(nom: string): string {
  const connu = chargerStatique().get(nom)
  if (!connu) throw new Error(`Unknown static file: ${nom}`)
  return `/statique/${nom}?v=${connu.empreinte.slice(0, 8)}`
}
