import assert from 'node:assert/strict'
import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { after, before, test } from 'node:test'
import { ouvrirMaison, type MaisonOuverte } from './maison.ts'

/** The provider signs with a key that this test holds: what it says can then be wrong in one thing alone. */
const SIENNE = generateKeyPairSync('rsa', { modulusLength: 2048 })
const AUTRE = generateKeyPairSync('rsa', { modulusLength: 2048 })
const KID = 'cle-du-fournisseur'

type Dits = Record<string, unknown>
const b64 = (x: object): string => Buffer.from(JSON.stringify(x)).toString('base64url')
const lire = (jwt: string): Dits => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as Dits
function signer(dits: Dits, cle: KeyObject = SIENNE.privateKey): string {
  const corps = `${b64({ alg: 'RS256', kid: KID })}.${b64(dits)}`
  return `${corps}.${sign('RSA-SHA256', Buffer.from(corps), cle).toString('base64url')}`
}
const sans = (dits: Dits, nom: string): Dits => Object.fromEntries(Object.entries(dits).filter(([cle]) => cle !== nom))

let o: MaisonOuverte
let jeton: (vrai: Dits) => string = signer
let infos: (vrai: Dits) => Dits = (vrai) => vrai
before(async () => {
  o = await ouvrirMaison()
  const { serveur } = o.identite
  const [repondre] = serveur.listeners('request') as [(req: IncomingMessage, res: ServerResponse) => void]
  const publique = { ...SIENNE.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: KID }
  const refaits: Record<string, (corps: string) => string> = {
    '/jwks': () => JSON.stringify({ keys: [publique] }),
    '/token': (corps) => {
      const dits = JSON.parse(corps) as { id_token: string }
      return JSON.stringify({ ...dits, id_token: jeton(lire(dits.id_token)) })
    },
    '/me': (corps) => signer(infos(lire(corps))),
  }
  serveur.removeAllListeners('request')
  serveur.on('request', (req: IncomingMessage, res: ServerResponse) => {
    const refaire = refaits[new URL(req.url!, 'http://ici.invalid').pathname]
    const fin = res.end.bind(res)
    if (refaire !== undefined)
      res.end = ((corps: Buffer | string) => {
        res.removeHeader('Content-Length')
        return fin(refaire(String(corps)))
      }) as never
    repondre(req, res)
  })
})
after(() => o.fermer())

async function entrerAvec(faire: (vrai: Dits) => string): Promise<number> {
  jeton = faire
  const n = o.navigateur()
  const r = await n.entrer('sub-referent31')
  assert.equal(n.cookies.has('preau'), r.status === 200, 'no session without an identity')
  return r.status
}

test('as the provider says it: the agent enters', async () => {
  assert.equal(await entrerAvec(signer), 200)
})

const maintenant = (): number => Math.floor(Date.now() / 1000)
const FAUX: Record<string, (vrai: Dits) => string> = {
  'unsigned (« alg: none »)': (vrai) => `${b64({ alg: 'none' })}.${b64(vrai)}.`,
  'signed with our own secret in place of the key': (vrai) => {
    const corps = `${b64({ alg: 'HS256', kid: KID })}.${b64(vrai)}`
    return `${corps}.${createHmac('sha256', o.identite.secret).update(corps).digest('base64url')}`
  },
  'signed by somebody else under the same name of key': (vrai) => signer(vrai, AUTRE.privateKey),
  'changed after it was signed': (vrai) => {
    const [tete, , signature] = signer(vrai).split('.')
    return `${tete}.${b64({ ...vrai, sub: 'sub-responsableAcademique' })}.${signature}`
  },
  'from another issuer': (vrai) => signer({ ...vrai, iss: 'https://ailleurs.example' }),
  'for another site': (vrai) => signer({ ...vrai, aud: 'un-autre-site' }),
  'for several sites, given to another one': (vrai) =>
    signer({ ...vrai, aud: [vrai.aud, 'un-autre-site'], azp: 'un-autre-site' }),
  'of an hour ago': (vrai) => signer({ ...vrai, iat: maintenant() - 7200, exp: maintenant() - 3600 }),
  'without an end': (vrai) => signer(sans(vrai, 'exp')),
  'without the nonce that was asked': (vrai) => signer(sans(vrai, 'nonce')),
  'with another nonce': (vrai) => signer({ ...vrai, nonce: 'n'.repeat(43) }),
  'about nobody': (vrai) => signer(sans(vrai, 'sub')),
  'about somebody else than the userinfo': (vrai) => signer({ ...vrai, sub: 'sub-responsableAcademique' }),
  'that is no token': () => 'ceci n’est pas un jeton',
}

for (const [faute, faire] of Object.entries(FAUX))
  test(`an id_token ${faute} opens nothing`, async () => {
    assert.equal(await entrerAvec(faire), 400)
  })

test('an address that the provider does not vouch for binds no account; vouched for, or where nothing is said of it, it does', async () => {
  jeton = signer
  const entrer = async (verifiee: Dits): Promise<number> => {
    await o.m.admin(`update annuaire.agent set sub = null where mail = 'referent31@exemple.fr'`)
    infos = (vrai) => ({ ...vrai, ...verifiee })
    const n = o.navigateur()
    const { status } = await n.entrer('sub-referent31')
    assert.equal(n.cookies.has('preau'), status === 200)
    return status
  }
  assert.equal(await entrer({ email_verified: false }), 403)
  const lies = await o.m.admin(`select from annuaire.agent where mail = 'referent31@exemple.fr' and sub is not null`)
  assert.equal(lies.length, 0)
  assert.equal(await entrer({ email_verified: true }), 200)
  assert.equal(await entrer({}), 200)
})
