import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { limiterCorps } from './corps.ts'
import { Refus } from './errors.ts'
import { lireFormulaire } from './formulaire.ts'

const TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' }
const vus: unknown[] = []
const app = new Hono()
  .use('/petit', limiterCorps(20))
  .post('/petit', async (c) => c.text((await lireFormulaire(c)).un('a')))
  .post('/', async (c) => {
    const lu = await lireFormulaire(c).then(
      (f) => f.un('a'),
      (e: unknown) => (e instanceof Refus ? e.statut : e),
    )
    vus.push(lu)
    return c.text(String(lu), typeof lu === 'number' ? (lu as 422) : 200)
  })
const serveur = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: true }))
let url: string
before(async () => {
  serveur.listen(0, '127.0.0.1')
  await once(serveur, 'listening')
  url = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`
})
after(() => serveur.close())

/** Without its length: as HTTP allows, in pieces. */
const flux = (texte: string): RequestInit =>
  ({ body: ReadableStream.from([Buffer.from(texte.slice(0, 3)), Buffer.from(texte.slice(3))]), duplex: 'half' }) as RequestInit

const poster = async (chemin: string, o: RequestInit): Promise<[number, string]> => {
  const r = await fetch(url + chemin, { method: 'POST', headers: TYPE, ...o })
  return [r.status, await r.text()]
}

test('a form is read whether its length was told or not', async () => {
  assert.deepEqual(await poster('/', { body: 'a=%C3%A9t%C3%A9+2026' }), [200, 'été 2026'])
  assert.deepEqual(await poster('/', flux('a=%C3%A9t%C3%A9+2026')), [200, 'été 2026'])
  assert.deepEqual(await poster('/', { body: `a=${'x'.repeat(90_000)}` }), [200, 'x'.repeat(90_000)])
  assert.deepEqual(await poster('/', {}), [200, ''])
})

test('a form that is too large is refused, and the connection serves on', async () => {
  assert.equal((await poster('/', { body: `a=${'x'.repeat(300_000)}` }))[0], 413)
  assert.equal((await poster('/', flux(`a=${'x'.repeat(300_000)}`)))[0], 413)
  assert.deepEqual(await poster('/petit', { body: 'a=bonjour' }), [200, 'bonjour'])
  assert.deepEqual(await poster('/petit', flux('a=bonjour')), [200, 'bonjour'])
  assert.equal((await poster('/petit', { body: `a=${'x'.repeat(30)}` }))[0], 413)
  assert.equal((await poster('/petit', flux(`a=${'x'.repeat(30)}`)))[0], 413)
})

test('a form cut on its way is refused, and leaves the server standing', async () => {
  for (const envoyes of ['', 'a=bon']) {
    const n = vus.length
    // The machine may be slow: nothing is cut before the server has begun to read.
    const lue = once(serveur, 'request')
    const telephone = connect(Number(new URL(url).port), '127.0.0.1')
    telephone.write(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${TYPE['Content-Type']}\r\nContent-Length: 900\r\n\r\n${envoyes}`,
    )
    await lue
    await new Promise((r) => setTimeout(r, 30))
    telephone.destroy()
    while (vus.length === n) await new Promise((r) => setTimeout(r, 5))
    assert.equal(vus.at(-1), 422)
  }
  assert.deepEqual(await poster('/', { body: 'a=oui' }), [200, 'oui'])
})
