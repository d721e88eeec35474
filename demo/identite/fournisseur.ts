import { generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { Compte } from './comptes.ts'
import { pageRefus } from './identite.page.ts'
import { Memoire } from './memoire.ts'

export interface Demande {
  emetteur: string
  /** Public address of Préau, without a path. */
  origine: string
  comptes: readonly Compte[]
  client: string
  secret: string
}

const SCOPES = ['openid', 'given_name', 'usual_name', 'email', 'uid']

/** ProConnect's own parameters: it refuses any other, and a state or nonce of less than 32 characters. */
const PARAMETRES = new Set(
  (
    'client_id redirect_uri response_type scope state nonce prompt max_age acr_values claims ' +
    'code_challenge code_challenge_method login_hint idp_hint siret_hint'
  ).split(' '),
)

async function cleRsa(): Promise<object> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') }
}

const compteDe = (d: Demande, sub: string) => {
  const c = d.comptes.find((un) => un.sub === sub)
  if (c === undefined) return undefined
  return {
    accountId: sub,
    claims: () => ({ sub, given_name: c.prenom, usual_name: c.nom, email: c.mail, uid: c.sub }),
  }
}

/** A request that ProConnect would refuse. */
export const demandeRefusee = (q: URLSearchParams): boolean =>
  [...q.keys()].some((nom) => !PARAMETRES.has(nom)) || ['state', 'nonce'].some((nom) => (q.get(nom) ?? '').length < 32)

/** Like ProConnect, every sign-in asks again who comes: no silent entry from an earlier one. */
const demanderQui = (ctx: KoaContextWithOIDC): void => {
  ctx.query = { ...ctx.query, prompt: 'login' }
}

/** Like ProConnect, signing out goes straight back: the signed hint says that it is Préau who asks. */
async function quitter(ctx: KoaContextWithOIDC, d: Demande): Promise<void> {
  const { session, params } = ctx.oidc
  if (ctx.oidc.entities.IdTokenHint === undefined || session === undefined) return
  await session.destroy()
  const retour = new URL(String(params?.post_logout_redirect_uri ?? `${d.origine}/connexion/sortie`))
  if (params?.state !== undefined) retour.searchParams.set('state', String(params.state))
  ctx.status = 303
  ctx.redirect(retour.href)
}

function reglages(d: Demande, cle: object): Configuration {
  const fiches = new Map()
  return {
    adapter: (modele) => new Memoire(modele, fiches),
    clients: [
      {
        client_id: d.client,
        client_secret: d.secret,
        redirect_uris: [`${d.origine}/connexion/retour`],
        post_logout_redirect_uris: [`${d.origine}/connexion/sortie`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'RS256',
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [cle] } as Configuration['jwks'],
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: 'identite', interaction: 'identite-choix', resume: 'identite-suite' },
    },
    scopes: SCOPES,
    claims: { ...Object.fromEntries(SCOPES.map((s) => [s, s === 'openid' ? ['sub'] : [s]])), amr: null },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: () => {}, postLogoutSuccessSource: (ctx) => ctx.redirect(d.origine) },
    },
    pkce: { required: () => true },
    interactions: { url: (_ctx, i) => `/choix/${i.uid}` },
    // ProConnect's own durations: 30 s for the code, 60 s for the access token.
    ttl: { AuthorizationCode: 30, AccessToken: 60, IdToken: 3600, Interaction: 600, Session: 12 * 3600, Grant: 12 * 3600 },
    findAccount: (_ctx, sub) => compteDe(d, sub),
    // There is one client, Préau: choosing an account is the consent.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        accountId: ctx.oidc.session!.accountId!,
        clientId: ctx.oidc.client!.clientId,
      })
      grant.addOIDCScope(SCOPES.join(' '))
      await grant.save()
      return grant
    },
    renderError(ctx) {
      // A hint from before a restart: the keys are new, and there is nothing left to close.
      if (ctx.oidc?.route === 'end_session') return ctx.redirect(`${d.origine}/connexion/sortie`)
      ctx.type = 'html'
      ctx.body = pageRefus(d.origine).toString()
    },
  }
}

/** The package warns about any runtime that is not an LTS yet: that is not for whoever tries the demonstration. */
async function charger() {
  const { warn } = console
  console.warn = () => {}
  try {
    return await import('oidc-provider')
  } finally {
    console.warn = warn
  }
}

/** A real provider that speaks as ProConnect does, for one client. Everything lives in memory. */
export async function creerFournisseur(d: Demande): Promise<Provider> {
  const { default: Fournisseur } = await charger()
  const provider = new Fournisseur(d.emetteur, reglages(d, await cleRsa()))
  provider.use(async (ctx, next) => {
    const entree = ctx.method === 'GET' && ctx.path === '/auth'
    if (entree) demanderQui(ctx as KoaContextWithOIDC)
    await next()
    if (ctx.oidc?.route === 'end_session' && ctx.status === 200) await quitter(ctx as KoaContextWithOIDC, d)
  })
  return provider
}
