import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, test, type TestContext } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { clock, HEURE } from './clock.ts'
import { entetes, entetesFixes, page, pageFixe, type Env } from './http.ts'
import { ouvrirJournal } from './log.ts'
import { Memoire } from './memoire.ts'
import { octets, servir } from './octets.ts'

afterEach(() => clock.set(null))

/** A house of two pages, that counts what it makes. */
async function maison(t: TestContext, jusque?: number) {
  const faites: string[] = []
  const etat = { version: 1 }
  const memoire = new Memoire(ouvrirJournal('silent'))
  const { preparer, completer } = entetes(entetesFixes({ origine: 'http://localhost:3000', oidc: undefined }))
  const app = new Hono<Env>()
    .use(async (c, next) => {
      preparer(c)
      await next()
      completer(c)
      memoire.garder(c)
    })
    .get('/fixe', (c) => (faites.push('fixe'), pageFixe(c, Buffer.from('<p>fixe</p>'), jusque)))
    .get('/cookie', (c) => {
      faites.push('cookie')
      c.header('Set-Cookie', `a=${faites.length}`)
      return pageFixe(c, Buffer.from('<p>à toi</p>'))
    })
    .get('/longue', (c) => pageFixe(c, Buffer.from(`<p>${'parler '.repeat(400)}</p>`)))
    .get('/vivante', (c) => {
      faites.push('vivante')
      const alors = etat.version
      return servir(c, octets(`<p>version ${alors} ${'et encore '.repeat(300)}</p>`), async () => etat.version === alors)
    })
    .get('/autre', (c) => (faites.push('autre'), page(c, '<p>autre</p>')))
  const ecouter = memoire.devant(getRequestListener(app.fetch, { overrideGlobalObjects: true }))
  const serveur = createServer(ecouter).listen(0, '127.0.0.1')
  t.after(() => serveur.close())
  await once(serveur, 'listening')
  const url = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`
  const demander = async (chemin: string, method = 'GET', headers: Record<string, string> = {}) => {
    const r = await fetch(url + chemin, { method, headers })
    const noms = Object.fromEntries([...r.headers].filter(([nom]) => nom !== 'date'))
    return { statut: r.status, noms, corps: await r.text() }
  }
  return { faites, etat, demander }
}

test('a page that is the same for everybody is made once; it then says the very same, headers among it', async (t) => {
  const { faites, demander } = await maison(t)
  const premiere = await demander('/fixe')
  assert.match(premiere.noms['content-security-policy']!, /^default-src 'none'/)
  assert.equal(premiere.noms['cache-control'], 'no-store')
  assert.deepEqual(await demander('/fixe'), premiere)
  assert.deepEqual(faites, ['fixe'])
})

test('another address, another method, a cookie: never from memory', async (t) => {
  const { faites, demander } = await maison(t)
  await demander('/fixe')
  for (const [chemin, methode] of [['/fixe?a=1'], ['/fixe', 'HEAD'], ['/autre'], ['/autre']] as [string, string?][])
    assert.equal((await demander(chemin, methode)).statut, 200)
  assert.equal((await demander('/fixe', 'POST')).statut, 404)
  assert.deepEqual(faites, ['fixe', 'fixe', 'fixe', 'autre', 'autre'])
  const cookies = [await demander('/cookie'), await demander('/cookie')].map((r) => [
    r.noms['set-cookie'],
    r.noms['x-frame-options'],
  ])
  assert.deepEqual(cookies, [
    ['a=6', 'DENY'],
    ['a=7', 'DENY'],
  ])
})

test('a page that was true until an hour is asked for again after it, and where the clock is set always', async (t) => {
  const { faites, demander } = await maison(t, clock.now().getTime() - HEURE)
  await demander('/fixe')
  await demander('/fixe')
  assert.equal(faites.length, 2)
  const autre = await maison(t)
  clock.set(new Date())
  await autre.demander('/fixe')
  await autre.demander('/fixe')
  assert.equal(autre.faites.length, 2)
})

test('a reader gets the form that it takes, made or remembered; the same words in each', async (t) => {
  const { demander } = await maison(t)
  for (const chemin of ['/longue', '/vivante?q=a']) {
    const nue = await demander(chemin, 'GET', { 'Accept-Encoding': 'identity' })
    assert.equal(nue.noms['content-encoding'], undefined)
    assert.equal(nue.noms['vary'], 'Accept-Encoding')
    for (const [accepte, codage] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['br;q=0.5', 'br'],
      ['brotli', undefined],
      ['gzip;q=0.000', undefined],
    ] as const) {
      const r = await demander(chemin, 'GET', { 'Accept-Encoding': accepte })
      assert.deepEqual([r.noms['content-encoding'], r.corps], [codage, nue.corps], `${chemin} ${accepte}`)
      if (codage !== undefined) assert.ok(Number(r.noms['content-length']) < nue.corps.length / 4)
    }
  }
})

test('a page that is true as long as nothing is published: one making for each state, and what a browser has is not sent again', async (t) => {
  const { faites, etat, demander } = await maison(t)
  const un = await demander('/vivante')
  assert.deepEqual(await demander('/vivante'), un)
  const deja = await demander('/vivante', 'GET', { 'If-None-Match': un.noms['etag']! })
  assert.deepEqual([deja.statut, deja.corps, deja.noms['etag']], [304, '', un.noms['etag']])
  const autreForme = await demander('/vivante', 'GET', { 'Accept-Encoding': 'identity', 'If-None-Match': un.noms['etag']! })
  assert.equal(autreForme.statut, 304)
  assert.deepEqual(faites, ['vivante'])
  etat.version = 2
  const deux = await demander('/vivante', 'GET', { 'If-None-Match': un.noms['etag']! })
  assert.equal(deux.statut, 200)
  assert.match(deux.corps, /version 2/)
  assert.deepEqual(await demander('/vivante'), { ...deux })
  assert.deepEqual(faites, ['vivante', 'vivante'])
})
