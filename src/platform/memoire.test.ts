import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, test, type TestContext } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { clock, HEURE } from './clock.ts'
import { entetes, page, pageFixe, type Env } from './http.ts'
import { ouvrirJournal } from './log.ts'
import { Memoire } from './memoire.ts'

afterEach(() => clock.set(null))

/** A house of two pages, that counts what it makes. */
async function maison(t: TestContext, jusque?: number) {
  const faites: string[] = []
  const memoire = new Memoire(ouvrirJournal('silent'))
  const { preparer, completer } = entetes([], false)
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
    .get('/autre', (c) => (faites.push('autre'), page(c, '<p>autre</p>')))
  const ecouter = memoire.devant(getRequestListener(app.fetch, { overrideGlobalObjects: true }))
  const serveur = createServer(ecouter).listen(0, '127.0.0.1')
  t.after(() => serveur.close())
  await once(serveur, 'listening')
  const url = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`
  const demander = async (chemin: string, method = 'GET') => {
    const r = await fetch(url + chemin, { method })
    const noms = Object.fromEntries([...r.headers].filter(([nom]) => nom !== 'date'))
    return { statut: r.status, noms, corps: await r.text() }
  }
  return { faites, demander }
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
