import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { lireConfig } from '#platform'
import { demarrerIdentite } from '../../demo/identite/index.ts'
import { createApp } from '../../src/app.ts'
import { COMPTES, ouvrirMaison, type MaisonOuverte } from './maison.ts'

let o: MaisonOuverte
before(async () => void (o = await ouvrirMaison()))
after(() => o.fermer())

const corps = async (r: Response): Promise<string> => (await r.text()).replaceAll('\u00a0', ' ')

test('a demonstration restarted meanwhile: its keys are new, and signing out still ends on our page', async () => {
  const marc = o.navigateur()
  await marc.entrer('sub-responsable31')
  const fin = new URL((await marc.un('/deconnexion', { method: 'POST' })).headers.get('Location')!)
  const neuve = await demarrerIdentite({ port: 0, origine: o.origine, comptes: [], env: 'test' })
  const r = await fetch(neuve.emetteur + fin.pathname + fin.search, { redirect: 'manual', headers: { Accept: 'text/html' } })
  await neuve.arreter()
  assert.deepEqual([Math.floor(r.status / 100), r.headers.get('Location')], [3, `${o.origine}/connexion/sortie`])
})

test('a userinfo that is not signed by the provider’s key is refused', async () => {
  const { serveur } = o.identite
  const [repondre] = serveur.listeners('request') as [(...a: unknown[]) => void]
  const avec = async (alterer: (jws: string) => [type: string, corps: string]): Promise<number> => {
    serveur.removeAllListeners('request')
    serveur.on('request', (req, res) => {
      if (!req.url!.startsWith('/me')) return repondre(req, res)
      const fin = res.end.bind(res)
      res.end = ((jws: Buffer | string) => {
        const [type, texte] = alterer(jws.toString())
        res.removeHeader('Content-Length')
        res.setHeader('Content-Type', type)
        return fin(texte)
      }) as never
      repondre(req, res)
    })
    const n = o.navigateur()
    const r = await n.entrer('sub-referent31')
    serveur.removeAllListeners('request').on('request', repondre)
    assert.equal(n.cookies.has('preau'), r.status === 200)
    return r.status
  }
  const lire = (jws: string) => JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString()) as object
  assert.equal(await avec((jws) => ['application/jwt', jws]), 200, 'untouched')
  const autreMail = (jws: string): string => {
    const [tete, , signature] = jws.split('.')
    return `${tete}.${Buffer.from(JSON.stringify({ ...lire(jws), email: 'dpo@exemple.fr' })).toString('base64url')}.${signature}`
  }
  assert.equal(await avec((jws) => ['application/jwt', autreMail(jws)]), 400)
  assert.equal(await avec((jws) => ['application/json', JSON.stringify(lire(jws))]), 400, 'unsigned')
})

test('the provider falls in the middle of a sign-in: 503, and « Recommencer » goes where one was going', async () => {
  const { serveur } = o.identite
  const [repondre] = serveur.listeners('request') as [(...a: unknown[]) => void]
  const n = o.navigateur()
  const retour = await n.choisir('sub-referent31', '/compte')
  serveur.removeAllListeners('request').on('request', (req) => void req.socket.destroy())
  const r = await n.un(retour)
  serveur.removeAllListeners('request').on('request', repondre)
  assert.equal(r.status, 503)
  assert.match(await corps(r), /href="\/connexion\/depart\?vers=%2Fcompte"[^>]*>Recommencer/)
})

test('the provider refuses as ProConnect does: a parameter of our own, a short state, a silent entry', async () => {
  const n = o.navigateur()
  const url = new URL((await n.un('/connexion/depart')).headers.get('Location')!)
  const avec = async (nom: string, valeur: string): Promise<number> => {
    const u = new URL(url)
    u.searchParams.set(nom, valeur)
    return (await n.lire(u.href)).status
  }
  assert.equal(await avec('vers', '/compte'), 400)
  assert.equal(await avec('state', 'court'), 400)
  await n.entrer('sub-dpo')
  assert.match(await n.choix(), /\/choix\//)
})

test('the provider is down: a sentence and 503; it comes back: the next person enters', async () => {
  const maison = { ...o.m.maison, config: { ...o.m.maison.config } }
  const app = createApp(maison)
  maison.config.oidc = { ...o.m.maison.config.oidc!, emetteur: 'http://localhost:1' }
  const panne = await app.request('/connexion/depart')
  assert.equal(panne.status, 503)
  assert.match(await corps(panne), /ne répond pas pour le moment/)
  maison.config.oidc = o.m.maison.config.oidc!
  assert.equal((await app.request('/connexion/depart')).status, 303)
  maison.config.oidc = undefined
})

test('no http issuer in production, and no demonstration provider', async () => {
  const config = { ...o.m.maison.config, env: 'production' as const }
  assert.equal((await createApp({ ...o.m.maison, config }).request('/connexion/depart')).status, 503)
  await assert.rejects(demarrerIdentite({ port: 0, origine: o.origine, comptes: [], env: 'production' }), /refuse de démarrer/)
  assert.equal(lireConfig({}).env, 'production', 'the default')
})

test('the provider’s pages: every account, no script, a policy of their own', async () => {
  const n = o.navigateur()
  const r = await n.lire(await n.choix())
  const page = await corps(r)
  assert.equal([...page.matchAll(/name="compte"/g)].length, COMPTES.length)
  assert.doesNotMatch(page, /<script|style="/)
  assert.match(r.headers.get('Content-Security-Policy')!, /^default-src 'none'; style-src 'self';/)
  assert.match(r.headers.get('Content-Security-Policy')!, new RegExp(`form-action 'self' ${o.origine}`))
  assert.equal(
    (await n.un(new URL('/statique/theme.css', o.identite.emetteur).href)).headers.get('Content-Type'),
    'text/css; charset=utf-8',
  )
})
