import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { clock, JOUR, plus } from '#platform'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { ecrite, enLigne, modifier } from '../../../tests/support/ressources.ts'
import { demander } from './demander.ts'
import { estPublique } from './garde.ts'
import { verifierLiens } from './verifier.ts'

let m: Monde
let serveur: Server
let base: string
/** What each path answers today, and what was asked. */
const reponses = new Map<string, number | string | 'silence'>()
const demandes: string[] = []
before(async () => {
  m = await nouveauMonde()
  serveur = createServer((req, res) => {
    demandes.push(`${req.method} ${req.url}`)
    const r = reponses.get(req.url!) ?? 200
    if (r === 'silence') return
    if (r === 405 && req.method === 'GET') return void res.writeHead(200).end('x'.repeat(1_000_000))
    if (typeof r === 'string') return void res.writeHead(302, { Location: r }).end()
    res.writeHead(r).end()
  })
  await new Promise<void>((r) => serveur.listen(0, '127.0.0.1', r))
  base = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`
})
after(async () => {
  serveur.closeAllConnections()
  serveur.close()
  await m.fermer()
})

const LIBRE = { agent: 'essai', libre: true }
const passer = (delaiMs = 8_000) => verifierLiens(m.maison, { ...LIBRE, delaiMs, pauseMs: 0 })
const etatDe = async (chemin: string): Promise<{ etat: string; depuis: Date | null } | undefined> => {
  const [l] = await m.admin<{ etat: string; mort_depuis: Date | null }>(
    'select etat, mort_depuis from prevention.lien where url = $1',
    [base + chemin],
  )
  return l && { etat: l.etat, depuis: l.mort_depuis }
}

test('each answer has its meaning', async () => {
  const dit = async (chemin: string): Promise<string> =>
    (await demander(base + chemin, { ...LIBRE, delaiMs: reponses.get(chemin) === 'silence' ? 300 : 8_000 })).etat
  for (const [chemin, r] of [
    ['/la', 200],
    ['/perdue', 404],
    ['/partie', 410],
    ['/fermee', 403],
    ['/cassee', 500],
    ['/sans-head', 405],
    ['/muette', 'silence'],
    ['/ailleurs', '/la'],
    ['/tourne', '/tourne'],
  ] as const)
    reponses.set(chemin, r)
  assert.deepEqual(
    await Promise.all(
      ['/la', '/perdue', '/partie', '/fermee', '/cassee', '/sans-head', '/muette', '/ailleurs', '/tourne'].map(dit),
    ),
    ['vivant', 'mort', 'mort', 'ferme', 'mort', 'vivant', 'mort', 'vivant', 'mort'],
  )
})

test('nobody makes the machine knock inside its own network: by address, by name, or by a redirection', async () => {
  for (const url of [
    base,
    'http://localhost/',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest',
    'http://[::ffff:127.0.0.1]/',
    'http://0x7f.1/',
    'http://exemple.fr:5432/',
    'ftp://exemple.fr/',
  ]) {
    const avant = demandes.length
    const c = await demander(url, { agent: 'essai', delaiMs: 500 })
    assert.deepEqual([c.etat, c.constat, demandes.length], ['mort', 'mène à un réseau interne', avant], url)
  }
  // Let in once by the seam of this test, a redirection elsewhere is still looked at: this one leads to no web address.
  reponses.set('/vers-fichier', 'file:///etc/passwd')
  assert.equal((await demander(`${base}/vers-fichier`, LIBRE)).constat, 'mène à un réseau interne')
})

test('which addresses are public servers', () => {
  for (const ip of ['8.8.8.8', '192.0.3.1', '2a01:e0a::1']) assert.equal(estPublique(ip), true, ip)
  for (const ip of [
    '0.0.0.0',
    '10.0.0.1',
    '100.64.1.1',
    '127.8.8.8',
    '169.254.1.1',
    '172.31.0.1',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'nimporte',
  ])
    assert.equal(estPublique(ip), false, ip)
})

/** The form takes no address of this machine: the link is planted. */
const citer = async (id: string, ...chemins: string[]): Promise<void> =>
  void (await m.admin('update prevention.version set liens = $2 where ressource = $1', [id, chemins.map((c) => base + c)]))

test('a link that dies is shown to the editor with since when, and forgotten when it lives again', async () => {
  const debut = clock.now()
  try {
    const { id } = await enLigne(m, { titre: 'Avec des liens' })
    await citer(id, '/vie', '/la')
    assert.equal((await passer()).morts, 0)
    assert.equal((await passer()).verifies, 0, 'not again before its time')
    reponses.set('/vie', 404)
    clock.set(plus(debut, 8 * JOUR))
    await passer()
    assert.deepEqual(await etatDe('/vie'), { etat: 'mort', depuis: clock.now() })
    // Sessions do not last eight days.
    clock.set(debut)
    const page = await (await m.lire(`/redaction/${id}`, 'communication')).text()
    assert.match(page, /Un lien mort/)
    assert.match(page, /depuis le <time[^>]*>18 novembre 2026<\/time>[^<]*page absente \(404\)/)
    assert.match(await (await m.lire('/redaction?liens=morts', 'communication')).text(), /Avec des liens/)
    clock.set(plus(debut, 9.5 * JOUR))
    await passer()
    assert.deepEqual((await etatDe('/vie'))?.depuis, plus(debut, 8 * JOUR), 'dead since the first day')
    reponses.set('/vie', 200)
    clock.set(plus(debut, 11 * JOUR))
    await passer()
    assert.deepEqual(await etatDe('/vie'), { etat: 'vivant', depuis: null })
  } finally {
    clock.set(debut)
  }
})

test('an address that nobody cites any more is forgotten', async () => {
  const id = await ecrite(m, { titre: 'Plus de lien' })
  await citer(id, '/oubliee')
  await passer()
  assert.equal((await etatDe('/oubliee'))?.etat, 'vivant')
  await modifier(m, id, { titre: 'Plus de lien' })
  await passer()
  assert.equal(await etatDe('/oubliee'), undefined)
})

test('when nothing answers at all, no link is said to be dead: the machine is cut off', async () => {
  const id = await ecrite(m, { titre: 'Coupée' })
  await citer(id, '/a', '/b', '/c')
  for (const c of ['/a', '/b', '/c']) reponses.set(c, 'silence')
  assert.deepEqual(await passer(300), { verifies: 0, morts: 0 })
  assert.equal((await etatDe('/a'))?.etat, 'inconnu')
})

test('one request at a time to one site', async () => {
  let ensemble = 0
  let max = 0
  const lent = createServer((_, res) => {
    ensemble += 1
    max = Math.max(max, ensemble)
    setTimeout(() => {
      ensemble -= 1
      res.end()
    }, 20)
  })
  await new Promise<void>((r) => lent.listen(0, '127.0.0.1', r))
  const id = await ecrite(m, { titre: 'Poli' })
  const { port } = lent.address() as AddressInfo
  await m.admin('update prevention.version set liens = $2 where ressource = $1', [
    id,
    Array.from({ length: 6 }, (_, i) => `http://127.0.0.1:${port}/${i}`),
  ])
  await passer()
  lent.close()
  assert.equal(max, 1)
})
