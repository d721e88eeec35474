import type { Context } from 'hono'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Config } from './config.ts'
import type { Base } from './db.ts'
import type { Journal } from './log.ts'
import type { Memorable } from './memoire.ts'
import { selonLecteur } from './compression.ts'
import type { Trousseau } from './trousseau.ts'

/** What every handler may lean on; made once, in main.ts or by a test. */
export interface Maison {
  config: Config
  base: Base
  trousseau: Trousseau
  journal: Journal
}

export interface Env {
  Variables: { maison: Maison; reference: string; motif: string } & Entetes
}
export type Ctx<E extends Env = Env> = Context<E>

export type Noms = Readonly<Record<string, string>>

/** How an answer gets its headers: see `entetes` and `repondre`. */
interface Entetes {
  /** What every response says. */
  fixes: Noms
  /** A handler has set a header by hand (a cookie): it must be joined to the others. */
  aLaMain: boolean
  /** The response that already says everything. */
  complete: Response
  /** The same to everybody: see `Memoire`. */
  memorable: Memorable
}

/** The security headers of every response. A form may also end at the provider of identities (sign-out). */
export function entetesFixes({ oidc, origine }: Pick<Config, 'oidc' | 'origine'>): Noms {
  const formes = oidc === undefined ? [] : [new URL(oidc.emetteur).origin]
  const https = origine.startsWith('https:')
  const csp = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action 'self'${formes.map((o) => ` ${o}`).join('')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  return {
    'Content-Security-Policy': csp,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Nothing is said to other sites. « no-referrer » would make every browser say Origin: null with our own forms (see memeOrigine).
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), interest-cohort=()',
    'X-Robots-Tag': 'noindex',
    'X-DNS-Prefetch-Control': 'off',
    'Cache-Control': 'no-store',
    ...(https && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
  }
}

/**
 * On every response, whatever happens behind. One of `repondre` has them from its making; any other gets them here. Measured: taking a
 * response apart to look for twelve headers cost as much as the rest of a page.
 */
export function entetes(fixes: Noms): { preparer: (c: Context) => void; completer: (c: Context) => void } {
  return {
    preparer(c) {
      c.set('fixes', fixes)
      const poser = c.header
      c.header = (...nomEtValeur: Parameters<typeof poser>) => {
        c.set('aLaMain', true)
        poser(...nomEtValeur)
      }
    },
    completer(c) {
      if (c.res === c.get('complete')) return
      for (const nom in fixes) if (!c.res.headers.has(nom)) c.res.headers.set(nom, fixes[nom]!)
    },
  }
}

type Statut = 200 | 304 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503

/**
 * Bytes, with their status and their own headers (names written as in `entetes`: one of the same name takes its place).
 * The one way to answer a page, a file or a picture.
 */
export function repondre(c: Context, corps: Uint8Array | null, statut: Statut, propres: Noms): Response {
  const octets = corps as Uint8Array<ArrayBuffer>
  const fixes: Noms | undefined = c.get('fixes')
  // A room tried without the house around it, or a cookie that goes along: the ordinary way, which is slower.
  if (fixes === undefined || c.get('aLaMain')) return c.newResponse(octets, statut, propres)
  const reponse = new Response(octets, { status: statut, headers: { ...fixes, ...propres } })
  c.set('complete', reponse)
  return reponse
}

/**
 * A form may be sent only by our own pages: browsers say where a request comes from (Sec-Fetch-Site, Origin), and a page
 * elsewhere cannot lie about it. A client that says neither (curl, a test) carries no cookie of a person's browser. Older ones
 * (an iPhone before 16.4), and any of them over plain http, say Origin alone.
 */
export function memeOrigine(c: Context, origine: string): boolean {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return true
  const site = c.req.header('Sec-Fetch-Site')
  const from = c.req.header('Origin')
  const deNous = from === undefined || from === origine || from === new URL(c.req.url).origin
  // « none »: the person did it (a tab restored, sent again), no page.
  if (site !== undefined) return site === 'same-origin' || (site === 'none' && deNous)
  return deNous
}

/** A page as bytes, with its status. */
export function page(c: Context, corps: { toString(): string }, statut: Statut = 200): Response {
  const octets = Buffer.isBuffer(corps) ? corps : Buffer.from(corps.toString())
  return repondre(c, octets, statut, HTML)
}

/** A page that is the same for everybody, until a moment: see `Memoire`. */
export function pageFixe(c: Context, corps: Buffer, jusque = Infinity): Response {
  const forme = formeFixe(corps, c.req.header('Accept-Encoding') ?? '')
  const reponse = repondre(c, forme.corps, 200, forme.entetes)
  if (c.get('complete') === reponse) c.set('memorable', { corps, fixes: c.get('fixes'), jusque })
  return reponse
}

/** Such a page as this reader takes it. What says the same to everybody is what a family looks for: search engines may show it. */
export function formeFixe(corps: Buffer, accepte: string): { corps: Buffer; entetes: Noms } {
  const forme = selonLecteur({ corps, type: HTML['Content-Type'] }, accepte)
  return { corps: forme.corps, entetes: { ...HTML, 'X-Robots-Tag': 'all', ...forme.entetes } }
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' }

/** The address of the person, through the trusted proxies only. Used for rate limits, hashed; never stored. */
export function adresse(c: Ctx): string {
  const n = c.get('maison').config.mandatairesDeConfiance
  const suite = (c.req.header('X-Forwarded-For') ?? '')
    .split(',')
    .map((s) => s.trim())
    .filter(Boolean)
  const vue = n > 0 ? suite.at(-n) : undefined
  if (vue !== undefined) return vue
  try {
    return getConnInfo(c).remote.address ?? '?'
  } catch {
    return '?'
  }
}
