import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AGENTS, PUBLIQUES } from '../../src/portes.ts'
import { nouveauMonde, type Monde } from '../support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const ATTENDUS: Record<string, RegExp> = {
  'content-security-policy':
    /^default-src 'none'; script-src 'self'; style-src 'self'; .*form-action 'self'; base-uri 'none'; frame-ancestors 'none'; .*require-trusted-types-for 'script'; trusted-types 'none'$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'cache-control': /no-store|public, max-age=/,
}

/** Every route of the application, with a plausible address in place of its parameters. */
const routes = (): { methode: string; chemin: string }[] => {
  const vues = new Set<string>()
  return m.app.routes
    .filter((r) => r.method !== 'ALL')
    .map((r) => ({ methode: r.method, chemin: r.path.replace(/:\w+(\{[^}]*\})?/g, '01890000-0000-7000-8000-000000000000') }))
    .filter((r) => !vues.has(`${r.methode} ${r.chemin}`) && vues.add(`${r.methode} ${r.chemin}`))
}

const demander = (chemin: string, methode: string): Promise<Response> =>
  methode === 'GET' ? m.lire(chemin, 'chefTilleuls') : m.envoyer(chemin, { x: '1' }, 'chefTilleuls')

test('the security headers are on every response of every route, errors among them', async () => {
  const toutes = routes()
  assert.ok(toutes.length > 30, `${toutes.length} routes`)
  const pareil = [
    ...toutes,
    { methode: 'GET', chemin: '/nulle-part' },
    { methode: 'GET', chemin: '/statique/theme.css' },
    { methode: 'GET', chemin: '/statique/../app.ts' },
  ]
  for (const { methode, chemin } of pareil) {
    const r = await demander(chemin, methode)
    assert.ok(r.status < 500 || chemin === '/readyz' || r.status === 503, `${methode} ${chemin} → ${r.status}`)
    for (const [nom, valeur] of Object.entries(ATTENDUS))
      assert.match(r.headers.get(nom) ?? '', valeur, `${methode} ${chemin}: ${nom}`)
    const corps = r.headers.get('content-type')?.includes('html') ? await r.text() : ''
    assert.ok(
      !/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i.test(corps),
      `${methode} ${chemin}: inline script or style`,
    )
  }
})

const tenir = (r: Response, ou: string): void => {
  for (const [nom, valeur] of Object.entries(ATTENDUS)) assert.match(r.headers.get(nom) ?? '', valeur, `${ou}: ${nom}`)
}

test('and on what no page asks: other methods, « not modified », too much, another site, a faulty address', async () => {
  for (const methode of ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])
    for (const chemin of [
      '/',
      '/signaler',
      '/suivi',
      '/dossiers',
      '/statique/theme.css',
      '/ressources',
      '/nulle-part',
      '/healthz',
    ]) {
      const r = await m.app.request(chemin, { method: methode })
      assert.ok(r.status < 500, `${methode} ${chemin} → ${r.status}`)
      tenir(r, `${methode} ${chemin}`)
    }
  const premiere = await m.lire('/ressources')
  const r304 = await m.app.request('/ressources', { headers: { 'If-None-Match': premiere.headers.get('etag')! } })
  assert.equal(r304.status, 304)
  tenir(r304, '304')
  const gros = { method: 'POST', body: new URLSearchParams({ x: 'a'.repeat(300_000) }) }
  const trop = await m.app.request('/signaler', gros)
  assert.equal(trop.status, 413)
  tenir(trop, '413')
  const ailleurs = await m.app.request('/suivi', { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } })
  assert.equal(ailleurs.status, 403)
  tenir(ailleurs, '403')
  for (const faux of ['/%00', '/%ff', '/%', '/a%2f..%2f..%2fetc/passwd', '/statique/%2e%2e/app.ts', `/${'a'.repeat(5_000)}`])
    tenir(await m.app.request(`http://localhost${faux}`), faux)
})

test('behind the agents’ door nothing answers without a session but the way to sign in', async () => {
  for (const { methode, chemin } of routes().filter((r) => AGENTS.some((a) => `${r.chemin}/`.startsWith(`${a.chemin}/`)))) {
    const r = await (methode === 'GET' ? m.lire(chemin) : m.envoyer(chemin, { x: '1' }))
    assert.ok(
      methode === 'GET' ? r.status === 303 && r.headers.get('location')!.startsWith('/connexion') : r.status === 401,
      `${methode} ${chemin} → ${r.status}`,
    )
  }
})

test('every room stands behind one door, and every route behind a room', () => {
  const chemins = [...PUBLIQUES, ...AGENTS].map((p) => p.chemin)
  const libres = ['/healthz', '/readyz', '/statique']
  const perdues = routes().filter(
    (r) => ![...chemins, ...libres].some((c) => (c === '/' ? r.chemin === '/' : `${r.chemin}/`.startsWith(`${c}/`))),
  )
  assert.deepEqual(perdues, [])
  assert.equal(new Set(chemins).size, chemins.length)
})

test('a form sent from another site is refused, on both doors', async () => {
  for (const chemin of ['/signaler', '/suivi', '/boite', '/deconnexion']) {
    const r = await m.app.request(chemin, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://ailleurs.example' },
      body: new URLSearchParams({ a: '1' }),
    })
    assert.equal(r.status, 403, chemin)
    const sansFetch = await m.app.request(chemin, {
      method: 'POST',
      headers: { Origin: 'https://ailleurs.example' },
      body: new URLSearchParams({ a: '1' }),
    })
    assert.equal(sansFetch.status, 403, chemin)
    // Not even from a page that hides where it is.
    const cachee = await m.app.request(chemin, {
      method: 'POST',
      headers: { Origin: 'null' },
      body: new URLSearchParams({ a: '1' }),
    })
    assert.equal(cachee.status, 403, chemin)
    assert.match(await cachee.text(), /rien n’a été lu ni gardé/)
  }
})

test('a form of ours is taken from every browser: those that say where it comes from, those that only say who sent it, a tab restored', async () => {
  for (const headers of [
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost' },
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
    { Origin: 'http://localhost' },
    { Origin: 'http://localhost:3000' },
    { 'Sec-Fetch-Site': 'none' },
    { 'Sec-Fetch-Site': 'none', Origin: 'http://localhost' },
    {},
  ]) {
    const r = await m.app.request('/suivi', {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: new URLSearchParams({ code: '' }),
    })
    assert.equal(r.status, 422, JSON.stringify(headers))
  }
  const restaure = { 'Sec-Fetch-Site': 'none', Origin: 'https://ailleurs.example' }
  const r = await m.app.request('/suivi', { method: 'POST', headers: restaure, body: new URLSearchParams({ code: '' }) })
  assert.equal(r.status, 403, 'a tab restored, where another site had sent it')
})
