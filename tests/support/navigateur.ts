import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import type { Monde, NomAgent } from './monde.ts'

const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A name that is not this machine to the browser: plain http without what it grants to localhost.
  '--host-resolver-rules=MAP preau.test 127.0.0.1',
]

export const ouvrirNavigateur = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.PREAU_CHROMIUM ?? '/usr/bin/chromium', args: OPTIONS })

/** Serves the world on a free port of this machine. */
export async function servirMonde(m: Monde): Promise<{ url: string; fermer(): Promise<void> }> {
  const serveur = createServer(getRequestListener(m.app.fetch))
  await new Promise<void>((r) => serveur.listen(0, '127.0.0.1', r))
  const { port } = serveur.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    fermer: async () => {
      serveur.closeAllConnections()
      await new Promise((r) => serveur.close(r))
    },
  }
}

const entrer = async (c: BrowserContext, m: Monde, url: string, nom: NomAgent): Promise<void> =>
  c.addCookies([{ name: 'preau', value: await m.session(nom), url, httpOnly: true, sameSite: 'Lax' }])

/** The agent's browser, already signed in: sign-in itself has its own journey. */
export async function contexteDe(
  b: Browser,
  m: Monde,
  url: string,
  nom: NomAgent,
  o: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const c = await b.newContext(o)
  await entrer(c, m, url, nom)
  return c
}

/** Windows that somebody has left, by how they were opened: to open one costs as much as to read six pages in it. */
const libres = new WeakMap<Browser, Map<string, Page[]>>()

/**
 * A window for somebody (null: nobody in particular) that is like a new one: no cookie but theirs, nothing kept, nothing read
 * before. `quitter` leaves it to whoever comes next.
 */
export async function sAsseoir(
  b: Browser,
  m: Monde,
  url: string,
  qui: NomAgent | null,
  o: BrowserContextOptions = {},
): Promise<{ p: Page; quitter(): Promise<void> }> {
  const ici = libres.get(b) ?? new Map<string, Page[]>()
  libres.set(b, ici)
  const cle = JSON.stringify(o)
  const p = ici.get(cle)?.pop() ?? (await (await b.newContext(o)).newPage())
  if (qui !== null) await entrer(p.context(), m, url, qui)
  const quitter = async (): Promise<void> => {
    await vider(p, url, o)
    ici.set(cle, [...(ici.get(cle) ?? []), p])
  }
  return { p, quitter }
}

async function vider(p: Page, url: string, { colorScheme, reducedMotion }: BrowserContextOptions): Promise<void> {
  for (const quoi of ['console', 'pageerror'] as const) p.removeAllListeners(quoi)
  // Before the page is left: as with a window that closes, nothing more is sent in their name.
  await p.context().clearCookies()
  // Of this site, and without a script: what was kept can be reached, and nothing writes it again.
  await p.goto(`${url}/healthz`)
  await p.evaluate('sessionStorage.clear(); localStorage.clear()')
  await p.emulateMedia({ colorScheme: colorScheme ?? 'light', reducedMotion: reducedMotion ?? 'no-preference' })
  const cdp = await p.context().newCDPSession(p)
  await cdp.send('Network.clearBrowserCache')
  await cdp.detach()
}

/** axe as browsers take it, put into the page once: its runner for Playwright puts in the long form of it, twice. */
const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
/** Every rule, on everything; only what is wrong is told. To name all that is right as well took longer than to look at it. */
const chercher = (regles = ''): string => `axe.run({ resultTypes: ['violations'], ${regles} }).then(({ violations }) =>
  violations.map((v) => [v.id, ' (', v.help, ') ', v.nodes.map((n) => n.target.join(' ')).join(', ')].join('')))`

/** axe finds nothing on this page, as it is now. It looks into no frame: a page of ours has none. */
export async function sansDefaut(page: Page, ou: string): Promise<void> {
  assert.equal(page.frames().length, 1, `${ou}: a frame that nobody looked into`)
  const defauts = await page.evaluate<string[]>(`${AXE};${chercher()}`)
  if (defauts.length > 0) throw new Error(defauts.map((d) => `${ou}: ${d}`).join('\n'))
}

/** A screen of a desk. */
const ECRAN = { width: 1280, height: 900 }
const tropLarge = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
/** axe is in the page already: only colours and width have changed. */
const palis = (page: Page): Promise<string[]> => page.evaluate(chercher(`runOnly: ['color-contrast']`))

/** By day as it is (a phone, most often): axe finds nothing. By night, on the screen of a desk: no colour is too pale. Nothing is too wide. */
export async function sansDefautJourEtNuit(page: Page, ou: string): Promise<void> {
  const taille = page.viewportSize()!
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await sansDefaut(page, ou)
  const large = [await tropLarge(page)]
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.setViewportSize(ECRAN)
  const pales = await palis(page)
  large.push(await tropLarge(page))
  await page.setViewportSize(taille)
  assert.deepEqual({ large, pales }, { large: [0, 0], pales: [] }, `${ou}: too wide, or too pale by night`)
}

/** Console errors of a page, CSP violations among them; what the test itself provokes is not one. */
export function ecouter(page: Page): string[] {
  const erreurs: string[] = []
  page.on('console', (m) => void (m.type() === 'error' && !/status of 4\d\d/.test(m.text()) && erreurs.push(m.text())))
  page.on('pageerror', (e) => void erreurs.push(String(e)))
  return erreurs
}
