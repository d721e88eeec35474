import { page, type Ctx } from '#platform'
import { ECHECS, pageEchec, type Echec } from './connexion.page.ts'
import { SansFournisseur } from './fournisseur.ts'

/** The provider could not be reached, or was too slow: fetch says so with these, openid-client with its codes. */
const PANNES = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'])

function nature(erreur: unknown): Echec {
  if (erreur instanceof SansFournisseur) return 'panne'
  const { code, name } = erreur as { code?: string; name?: string }
  if (PANNES.has(code ?? '')) return 'panne'
  if (erreur instanceof TypeError && code === undefined) return 'panne'
  return name === 'TimeoutError' || name === 'AbortError' ? 'panne' : 'refuse'
}

export const dire = (c: Ctx, echec: Echec, vers: string | null): Response => page(c, pageEchec(echec, vers), ECHECS[echec].statut)

/** One plain page, and in the log the kind of failure alone: what the provider answers may name the person. */
export function echouer(c: Ctx, erreur: unknown, vers: string | null): Response {
  const echec = nature(erreur)
  const { code, name } = erreur as { code?: string; name?: string }
  c.get('maison').journal.warn({ ref: c.get('reference'), echec, genre: name, code }, 'sign-in failed')
  return dire(c, echec, vers)
}
