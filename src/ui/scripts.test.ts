// The small scripts in a real browser, under the real policy: what they add, and that nothing stays behind.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, afterEach, before, test } from 'node:test'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { sansDefaut } from '../../tests/support/navigateur.ts'
import { VUES } from './galerie.page.ts'
import { banniere, bouton, champTexte, champZone, chargerStatique, html, pageAgents, pageGalerie } from './index.ts'

// Installed by the test command where it lacks.
const CHROMIUM = '/usr/bin/chromium'

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

/** A staff page with one form. `?agent=` who, `?fin=` seconds left, `?fait` the banner after a success. */
function note(q: URLSearchParams) {
  const maintenant = '2026-11-22T10:00:00.000Z'
  return pageAgents({
    titre: 'Note',
    agent: { nom: 'Inès Bassi', role: 'CPE', cle: q.get('agent') ?? 'ines' },
    menu: [],
    banniere: q.has('fait') ? banniere({ type: 'succes', texte: 'Noté.' }) : undefined,
    session: {
      maintenant,
      finAvant: new Date(Date.parse(maintenant) + Number(q.get('fin') ?? 3600) * 1000).toISOString(),
      inactiviteMinutes: Number(q.get('inactivite') ?? 30),
      urlProlonger: '/prolonger',
    },
    script: ['compteur.js'],
    contenu: html`<h1>Note</h1>
      <form method="post" action="/note" novalidate>
        ${champTexte({ nom: 'titre', libelle: 'Titre' })}
        ${champZone({ nom: 'texte', libelle: 'Texte', valeur: q.get('texte') ?? '', compte: { max: 10, texte: '10 au plus.', reste: 'Reste {n}.' } })}
        ${bouton({ libelle: 'Noter' })}
      </form>
      <form method="post" action="/note" role="search">
        ${champTexte({ nom: 'mots', libelle: 'Chercher', type: 'search' })}
      </form>`,
  })
}

/** The page that a form stood on, where it leads back once taken. */
const vient = (referer = ''): string => (referer.includes('/fiche') ? '/fiche' : '/note')

const serveur = createServer((requete, reponse) => {
  const url = new URL(requete.url ?? '/', 'http://localhost')
  const fichier = url.pathname.startsWith('/statique/') && chargerStatique().get(url.pathname.slice('/statique/'.length))
  reponse.setHeader('content-security-policy', CSP)
  if (fichier) return reponse.setHeader('content-type', fichier.type).end(fichier.corps)
  if (url.pathname === '/prolonger') return reponse.writeHead(204).end()
  if (requete.method === 'POST') return reponse.writeHead(303, { location: `${vient(requete.headers.referer)}?fait` }).end()
  reponse.setHeader('content-type', 'text/html; charset=utf-8')
  const page = ['/note', '/fiche'].includes(url.pathname)
    ? note(url.searchParams)
    : pageGalerie(url.searchParams.get('vue') ?? undefined)
  return reponse.end(String(page))
})

let navigateur: Browser
const contextes: BrowserContext[] = []
let origine: string

before(async () => {
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  origine = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`
  navigateur = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
})

afterEach(async () => {
  for (const contexte of contextes.splice(0)) await contexte.close()
})

after(async () => {
  await navigateur?.close()
  serveur.closeAllConnections()
  serveur.close()
})

async function ouvrir(chemin: string, options: BrowserContextOptions = {}): Promise<{ page: Page; plaintes: string[] }> {
  const contexte = await navigateur.newContext(options)
  contextes.push(contexte)
  // The way out leads to another site: here it is answered without going there.
  await contexte.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Ailleurs</title>' }))
  const page = await contexte.newPage()
  const plaintes: string[] = []
  page.on('console', (m) => m.type() === 'error' && plaintes.push(m.text()))
  page.on('pageerror', (e) => plaintes.push(e.message))
  await page.goto(origine + chemin)
  return { page, plaintes }
}

for (const geste of ['a click', 'Escape three times'] as const) {
  test(`quitter vite by ${geste}: typed things are forgotten, the back arrow does not come back here`, async () => {
    const { page, plaintes } = await ouvrir('/galerie?vue=erreur')
    await page.goto(`${origine}/galerie`)
    await page.evaluate(() => sessionStorage.setItem('brouillon', 'secret'))
    const quitte = page.waitForURL(/wikipedia/)
    if (geste === 'a click') await page.click('[data-quitter]')
    else for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
    await quitte
    await page.goBack()
    assert.equal(new URL(page.url()).search, '?vue=erreur')
    assert.equal(await page.evaluate(() => sessionStorage.length), 0)
    assert.deepEqual(plaintes, [])
  })
}

test('Escape twice, then another key, then once: one stays', async () => {
  const { page } = await ouvrir('/galerie')
  for (const touche of ['Escape', 'Escape', 'a', 'Escape']) await page.keyboard.press(touche)
  await page.waitForTimeout(200)
  assert.equal(new URL(page.url()).pathname, '/galerie')
})

test('the way out works without script', async () => {
  const { page } = await ouvrir('/galerie', { javaScriptEnabled: false })
  await page.click('[data-quitter]')
  await page.waitForURL(/wikipedia/)
})

test('what needs script shows only with it', async () => {
  const avec = await ouvrir('/galerie')
  const sans = await ouvrir('/galerie', { javaScriptEnabled: false })
  assert.equal(await avec.page.locator('[data-copier]').first().isVisible(), true)
  assert.equal(await sans.page.locator('[data-copier]').first().isVisible(), false)
})

test('copying gives the words parted by one space, and says so', async () => {
  const { page } = await ouvrir('/galerie', { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.locator('[data-copier]').first().click()
  await page.getByText('Copié', { exact: true }).waitFor()
  assert.equal(await page.evaluate('navigator.clipboard.readText()'), 'girafe orange sentier violon nuage pomme bateau')
})

test('the error summary has the focus, and its links give it to the fields', async () => {
  const { page } = await ouvrir('/galerie')
  assert.match((await page.locator(':focus').getAttribute('class')) ?? '', /preau-resume/)
  await page.click('.preau-resume a[href="#jour"]')
  assert.equal(await page.locator(':focus').getAttribute('id'), 'jour')
})

test('a draft of the staff door comes back after a reload, is offered to be erased, and goes once it is sent', async () => {
  const { page, plaintes } = await ouvrir('/note')
  await page.fill('#texte', 'Vu la famille')
  await page.reload()
  assert.equal(await page.inputValue('#texte'), 'Vu la famille')
  await page.getByText('a été retrouvé').waitFor()
  await page.click('text=Effacer ce brouillon')
  assert.equal(await page.inputValue('#texte'), '')
  await page.fill('#texte', 'Vu')
  await page.click('text=Noter')
  await page.waitForURL(/fait/)
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), [])
  assert.deepEqual(plaintes, [])
})

test('a draft that came back refused is the same draft: once taken, nothing of it comes back as not sent', async () => {
  const { page } = await ouvrir('/fiche')
  await page.fill('#texte', 'Avant …')
  await page.route(
    '**/note',
    (route) =>
      route.fulfill({
        status: 422,
        contentType: 'text/html',
        headers: { 'content-security-policy': CSP },
        body: String(note(new URLSearchParams({ texte: 'Avant …' }))),
      }),
    { times: 1 },
  )
  await page.click('text=Noter')
  await page.waitForURL(/\/note$/)
  assert.equal(await page.inputValue('#texte'), 'Avant …')
  assert.equal(await page.getByText('a été retrouvé').count(), 0)
  // Left there, it is found again where it was begun, as it was last written.
  await page.fill('#texte', 'Avant jeudi')
  await page.goto(`${origine}/fiche`)
  assert.equal(await page.inputValue('#texte'), 'Avant jeudi')
  await page.click('text=Noter')
  await page.waitForURL(/fait/)
  assert.equal(await page.inputValue('#texte'), '')
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), [])
})

test('sent while the network is down, from a page that said « noté » before: the arrow brings the text back', async () => {
  const { page } = await ouvrir('/fiche?fait')
  await page.fill('#texte', 'Deuxième note')
  await page.route('**/note', (route) => route.abort(), { times: 1 })
  await Promise.all([page.waitForEvent('requestfailed'), page.click('text=Noter', { noWaitAfter: true })])
  for (let n = 0; n < 50 && !page.url().startsWith('chrome-error'); n++) await page.waitForTimeout(100)
  assert.match(page.url(), /^chrome-error/)
  await page.goBack()
  assert.equal(new URL(page.url()).pathname, '/fiche')
  assert.equal(await page.inputValue('#texte'), 'Deuxième note')
  await page.click('text=Noter')
  await page.waitForURL(/fait/)
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), [])
})

test('what is looked for is no draft: nothing of it stays in the tab', async () => {
  const { page } = await ouvrir('/note')
  await page.fill('#mots', 'Lina')
  await page.goto(`${origine}/note`)
  assert.equal(await page.inputValue('#mots'), '')
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), [])
})

test('a draft never shows to a colleague who signs in on the same tab', async () => {
  const { page } = await ouvrir('/note')
  await page.fill('#texte', 'confidentiel')
  await page.goto(`${origine}/note?agent=paul`)
  assert.equal(await page.inputValue('#texte'), '')
  await page.goto(`${origine}/note`)
  assert.equal(await page.inputValue('#texte'), '')
})

test('two minutes before the end, one is told; at the end, the page is no longer to be read', async () => {
  const { page } = await ouvrir('/note?fin=100')
  await page.getByText('se termine dans moins de 2 minutes').waitFor()
  assert.equal(await page.locator('main').isVisible(), true)
  await page.goto(`${origine}/note?fin=0`)
  await page.getByText('Votre session est terminée').waitFor()
  assert.equal(await page.locator('main').isVisible(), false)
})

test('a session that ends for want of activity can be prolonged, one that ends whatever happens cannot', async () => {
  const { page, plaintes } = await ouvrir('/note?inactivite=1')
  await page.click('text=Rester connecté')
  await page.locator('.preau-session').waitFor({ state: 'hidden' })
  await page.goto(`${origine}/note?fin=30`)
  await page.getByText('se termine dans moins de 2 minutes').waitFor()
  assert.equal(await page.getByText('Rester connecté').count(), 0)
  assert.deepEqual(plaintes, [])
})

test('whoever types is there: a long answer keeps the session, an empty chair does not', async () => {
  const { page } = await ouvrir('/note?fin=43200')
  const dites: string[] = []
  page.on('request', (r) => r.url().endsWith('/prolonger') && dites.push(r.url()))
  await page.clock.install()
  await page.reload()
  await page.clock.runFor('04:00')
  await page.fill('#texte', 'Un')
  assert.equal(dites.length, 0)
  for (let i = 0; i < 8; i++) {
    await page.clock.runFor('06:00')
    await page.fill('#texte', `Un mot de plus ${i}`)
    await page.waitForTimeout(100)
  }
  assert.equal(dites.length, 8)
  assert.equal(await page.locator('main').isVisible(), true)
  await page.clock.runFor('30:10')
  assert.equal(dites.length, 8)
  assert.equal(await page.locator('main').isVisible(), false)
})

test('the count goes down while one types, and says when it is too much', async () => {
  const { page } = await ouvrir('/note')
  await page.fill('#texte', 'douze signes')
  assert.equal(await page.textContent('#texte-compte'), 'Reste -2.')
  assert.equal(await page.locator('.preau-compte--trop').count(), 1)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const vue of VUES) {
    test(`gallery ${vue}, ${colorScheme}: axe finds nothing, nothing overflows at 320 px`, async () => {
      // axe puts its script into the page: the policy is lifted for it, the other tests run under it.
      const { page } = await ouvrir(`/galerie?vue=${vue}`, {
        colorScheme,
        bypassCSP: true,
        viewport: { width: 320, height: 800 },
      })
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320)
      await sansDefaut(page, vue)
    })
  }
}
