import type { Context, MiddlewareHandler } from 'hono'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Config } from './config.ts'
import type { Base } from './db.ts'
import type { Journal } from './log.ts'
import type { Trousseau } from './trousseau.ts'

/** What every handler may lean on; made once, in main.ts or by a test. */
export interface Maison {
  config: Config
  base: Base
  trousseau: Trousseau
  journal: Journal
}

export interface Env {
  Variables: { maison: Maison; reference: string; motif: string }
}
export type Ctx<E extends Env = Env> = Context<E>

/** The security headers of every response, whatever happens behind. `formes`: other origins a form may end at (sign-out). */
export function entetes(formes: readonly string[], https: boolean): MiddlewareHandler {
  const csp = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action 'self'${formes.map((o) => ` ${o}`).join('')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const fixes: [string, string][] = [
    ['Content-Security-Policy', csp],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Embedder-Policy', 'require-corp'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    [
      'Permissions-Policy',
      'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), interest-cohort=()',
    ],
    ['X-Robots-Tag', 'noindex'],
    ['X-DNS-Prefetch-Control', 'off'],
  ]
  if (https) fixes.push(['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'])
  return async (c, next) => {
    await next()
    for (const [nom, valeur] of fixes) if (!c.res.headers.has(nom)) c.res.headers.set(nom, valeur)
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  }
}

/**
 * A form may be sent only by our own pages: browsers say where a request comes from (Sec-Fetch-Site, Origin), and a page
 * elsewhere cannot lie about it. A client that says neither (curl, a test) carries no cookie of a person's browser.
 */
export const memeOrigine =
  (origine: string): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const site = c.req.header('Sec-Fetch-Site')
    const from = c.req.header('Origin')
    const ici = from === undefined || from === origine || from === new URL(c.req.url).origin
    // « Referrer-Policy: no-referrer » makes some browsers send Origin: null with a form of our own; Sec-Fetch-Site then decides.
    if (site === undefined ? ici : site === 'same-origin' || (site === 'none' && from === undefined)) return next()
    return c.text('Cette demande vient d’un autre site : elle est refusée.', 403)
  }

/** A page as bytes, with its status. */
export function page(
  c: Context,
  corps: { toString(): string },
  statut: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 = 200,
): Response {
  const octets = Buffer.isBuffer(corps) ? corps : Buffer.from(corps.toString())
  return c.body(octets as Uint8Array<ArrayBuffer>, statut, { 'Content-Type': 'text/html; charset=utf-8' })
}

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
