import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { clock, MINUTE, ouvrirJson, scellerJson, type Lieu, type Maison } from '#platform'

/** What must be found again when the person comes back from the provider; sealed in a cookie that lives ten minutes. */
export interface Transit {
  state: string
  nonce: string
  verifieur: string
  vers: string | null
}

const DUREE = 10 * MINUTE
const LIEU: Lieu = 'cookie.entree/connexion/1'

const https = (m: Maison): boolean => m.config.origine.startsWith('https:')
const nom = (m: Maison): string => (https(m) ? '__Host-preau-entree' : 'preau-entree')

/** 43 characters of 256 random bits: ProConnect asks for 32 at least. */
export const alea = (): string => randomBytes(32).toString('base64url')

export function poserTransit(c: Context, m: Maison, t: Transit): void {
  const scelle = scellerJson(m.trousseau.cle('connexion'), LIEU, { ...t, fin: clock.now().getTime() + DUREE })
  setCookie(c, nom(m), scelle.toString('base64url'), {
    httpOnly: true,
    secure: https(m),
    sameSite: 'Lax',
    path: '/',
    maxAge: DUREE / 1000,
  })
}

/** Read once: the cookie goes as it is read. Null when it is lost, forged or too old. */
export function prendreTransit(c: Context, m: Maison): Transit | null {
  const scelle = getCookie(c, nom(m))
  deleteCookie(c, nom(m), { path: '/', secure: https(m) })
  if (scelle === undefined) return null
  try {
    const { fin, ...t } = ouvrirJson<Transit & { fin: number }>(
      m.trousseau.cle('connexion'),
      LIEU,
      Buffer.from(scelle, 'base64url'),
    )
    return fin > clock.now().getTime() ? t : null
  } catch {
    return null
  }
}
