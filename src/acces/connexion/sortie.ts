import * as oidc from 'openid-client'
import { ouvrir, transaction, type Ctx, type Maison } from '#platform'
import { empreinteDe, jetonDe, oterCookie } from '../session.ts'
import * as sql from './connexion.sql.ts'
import { adresseSortie, fournisseur } from './fournisseur.ts'
import { lieuDuJeton } from './retour.ts'
import { alea } from './transit.ts'

/** Closes the session in the database; gives the id_token it was opened with, if it still had one. */
async function fermer(m: Maison, jeton: string): Promise<string | null> {
  const empreinte = empreinteDe(jeton)
  const ferme = await transaction(m.base, 'seuil', {}, (db) => db.maybe(sql.fermerSession, { empreinte }))
  if (ferme?.jeton == null) return null
  const acad = m.config.academie
  return ouvrir(m.trousseau.cle('connexion', acad), lieuDuJeton(acad, empreinte), ferme.jeton).toString()
}

/** Where the provider's own session ends. When it does not answer, ours is closed all the same. */
async function adresseDeFin(m: Maison, idToken: string): Promise<string> {
  try {
    const f = await fournisseur(m)
    return oidc.buildEndSessionUrl(f, {
      id_token_hint: idToken,
      post_logout_redirect_uri: adresseSortie(m),
      state: alea(),
    }).href
  } catch {
    return '/connexion/sortie'
  }
}

/** POST /deconnexion. Works without a session too: whoever wants to leave is let out. */
export async function sortir(c: Ctx): Promise<Response> {
  c.set('motif', '/deconnexion')
  const m = c.get('maison')
  const jeton = jetonDe(c, m)
  const idToken = jeton === null ? null : await fermer(m, jeton)
  oterCookie(c, m)
  // A shared computer in a staff room: neither pages nor drafts stay.
  c.header('Clear-Site-Data', '"cache", "storage"')
  return c.redirect(idToken === null ? '/connexion/sortie' : await adresseDeFin(m, idToken), 303)
}
