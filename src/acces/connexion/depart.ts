import * as oidc from 'openid-client'
import { page, type Ctx } from '#platform'
import { jetonDe, lireSession } from '../session.ts'
import { accueilDe } from '../menu.ts'
import { pageConnexion } from './connexion.page.ts'
import { echouer } from './echec.ts'
import { adresseRetour, fournisseur } from './fournisseur.ts'
import { alea, poserTransit } from './transit.ts'
import { cheminLocal } from './vers.ts'

/** GET /connexion: what this door is, and the link that leaves for the provider. */
export async function accueillir(c: Ctx): Promise<Response> {
  c.set('motif', '/connexion')
  const m = c.get('maison')
  const vers = cheminLocal(c.req.query('vers'))
  const jeton = jetonDe(c, m)
  const moi = jeton === null ? null : await lireSession(m, jeton)
  if (moi !== null) return c.redirect(vers ?? accueilDe(moi), 303)
  return page(c, pageConnexion({ vers, fin: c.req.query('fin') === '1' }))
}

/** GET /connexion/depart: reached by a link, since `form-action` would stop a form on its way to the provider. */
export async function partir(c: Ctx): Promise<Response> {
  c.set('motif', '/connexion/depart')
  const m = c.get('maison')
  const vers = cheminLocal(c.req.query('vers'))
  try {
    const f = await fournisseur(m)
    const transit = { state: alea(), nonce: alea(), verifieur: oidc.randomPKCECodeVerifier(), vers }
    const url = oidc.buildAuthorizationUrl(f, {
      redirect_uri: adresseRetour(m),
      // ProConnect refuses any parameter it does not know: nothing of our own here.
      scope: 'openid given_name usual_name email uid',
      state: transit.state,
      nonce: transit.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(transit.verifieur),
      code_challenge_method: 'S256',
      // How one signed in is told only when it is asked for.
      ...(m.config.secondFacteur && { claims: JSON.stringify({ id_token: { amr: { essential: true } } }) }),
    })
    poserTransit(c, m, transit)
    return c.redirect(url.href, 303)
  } catch (erreur) {
    return echouer(c, erreur, vers)
  }
}
