import * as oidc from 'openid-client'
import { HEURE, type Config, type Maison } from '#platform'

/** The identity provider cannot be used now: not configured, down, or answering nonsense. */
export class SansFournisseur extends Error {}

type Connu = { lu: number; configuration: Promise<oidc.Configuration> }
const connus = new WeakMap<Config, Connu>()

/** Time by the machine, not by our clock: it is the provider's document that ages, not our data. */
const VALIDITE = HEURE

async function decouvrir({ oidc: o, env }: Config): Promise<oidc.Configuration> {
  if (o === undefined) throw new SansFournisseur('OIDC_EMETTEUR is not set')
  const emetteur = new URL(o.emetteur)
  if (emetteur.protocol !== 'https:' && env === 'production') throw new SansFournisseur('the issuer must be https in production')
  return oidc.discovery(
    emetteur,
    o.client,
    { client_secret: o.secret, id_token_signed_response_alg: 'RS256', userinfo_signed_response_alg: 'RS256' },
    oidc.ClientSecretPost(o.secret),
    {
      timeout: 5,
      // Signatures of the id_token and of the userinfo are verified even though both come over TLS: ProConnect signs both.
      execute: [oidc.enableNonRepudiationChecks, ...(emetteur.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])],
    },
  )
}

/**
 * What the provider says of itself, kept for an hour; a failure is not kept, so that the next person tries again.
 * @throws SansFournisseur
 */
export async function fournisseur({ config }: Maison): Promise<oidc.Configuration> {
  const connu = connus.get(config)
  if (connu !== undefined && performance.now() - connu.lu < VALIDITE) return connu.configuration
  const configuration = decouvrir(config).catch((cause: unknown) => {
    connus.delete(config)
    throw cause instanceof SansFournisseur ? cause : new SansFournisseur('discovery failed', { cause })
  })
  connus.set(config, { lu: performance.now(), configuration })
  return configuration
}

export const adresseRetour = (m: Maison): string => `${m.config.origine}/connexion/retour`
export const adresseSortie = (m: Maison): string => `${m.config.origine}/connexion/sortie`
