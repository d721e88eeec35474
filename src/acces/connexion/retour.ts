import * as oidc from 'openid-client'
import { page, sceller, transaction, type Ctx, type Lieu, type Maison } from '#platform'
import { accueilDe } from '../menu.ts'
import { empreinteDe, jetonDe, lireSession, nouveauJeton, poserCookie } from '../session.ts'
import * as sql from './connexion.sql.ts'
import { pageSansMandat } from './connexion.page.ts'
import { dire, echouer } from './echec.ts'
import { fournisseur } from './fournisseur.ts'
import { prendreTransit, type Transit } from './transit.ts'

/** The provider's word on who came: signed twice, id_token and userinfo. */
interface Identite {
  sub: string
  mail: string
  idToken: string
  /** How one signed in (RFC 8176), when it was asked for: `pwd`, `mfa`… */
  amr: readonly string[]
}

async function identifier(m: Maison, t: Transit, recherche: string): Promise<Identite> {
  const f = await fournisseur(m)
  // Behind a proxy the request's own address is not the public one, which the provider knows.
  const url = new URL(`/connexion/retour${recherche}`, m.config.origine)
  const jetons = await oidc.authorizationCodeGrant(f, url, {
    expectedState: t.state,
    expectedNonce: t.nonce,
    pkceCodeVerifier: t.verifieur,
    idTokenExpected: true,
  })
  const { sub, amr } = jetons.claims()!
  const infos = await oidc.fetchUserInfo(f, jetons.access_token, sub)
  return {
    sub,
    // An address that the provider itself does not vouch for says nothing of who this is: it must bind nobody's account.
    mail: infos.email_verified === false ? '' : (infos.email ?? ''),
    idToken: jetons.id_token!,
    amr: Array.isArray(amr) ? amr.filter((x) => typeof x === 'string') : [],
  }
}

export const lieuDuJeton = (acad: string, empreinte: Buffer): Lieu =>
  `session.jeton_identite/${acad}/${empreinte.toString('hex')}`

/** Opens a session for this identity; null when the directory has no post for it today. */
async function ouvrirSession(m: Maison, i: Identite, ancien: string | null): Promise<string | null> {
  const acad = m.config.academie
  const jeton = nouveauJeton()
  const empreinte = empreinteDe(jeton)
  const scelle = sceller(m.trousseau.cle('connexion', acad), lieuDuJeton(acad, empreinte), Buffer.from(i.idToken))
  return transaction(m.base, 'seuil', {}, async (db) => {
    const ouverte = await db.maybe(sql.ouvrirSession, { acad, sub: i.sub, mail: i.mail, empreinte, jeton: scelle })
    if (ouverte === null) return null
    // Who signs in again leaves no forgotten session behind.
    if (ancien !== null) await db.run(sql.fermerSession, { empreinte: empreinteDe(ancien) })
    return jeton
  })
}

/** GET /connexion/retour */
export async function revenir(c: Ctx): Promise<Response> {
  c.set('motif', '/connexion/retour')
  const m = c.get('maison')
  const transit = prendreTransit(c, m)
  if (transit === null) return dire(c, 'perdu', null)
  let identite: Identite
  try {
    identite = await identifier(m, transit, new URL(c.req.url).search)
  } catch (erreur) {
    return echouer(c, erreur, transit.vers)
  }
  if (m.config.secondFacteur && !identite.amr.includes('mfa')) return dire(c, 'facteur', transit.vers)
  const jeton = await ouvrirSession(m, identite, jetonDe(c, m))
  const moi = jeton === null ? null : await lireSession(m, jeton)
  if (jeton === null || moi === null) return page(c, pageSansMandat(), 403)
  poserCookie(c, m, jeton)
  return c.redirect(transit.vers ?? accueilDe(moi), 303)
}
