import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { clock } from '#platform'
import { ouvrirNavigateur, sansDefautJourEtNuit } from '../support/navigateur.ts'
import { ouvrirMaison, type MaisonOuverte } from './maison.ts'

let o: MaisonOuverte
let chrome: Browser
before(async () => {
  o = await ouvrirMaison()
  // A browser keeps cookies by its own clock, and the provider signs by the machine's: ours must be near them here.
  clock.set(null)
  await o.m.admin("update annuaire.mandat set du = '2020-01-01'")
  chrome = await ouvrirNavigateur()
})
after(async () => {
  await chrome.close()
  await o.fermer()
})

async function avec(
  options: Parameters<Browser['newContext']>[0],
  travail: (p: Page, c: BrowserContext) => Promise<void>,
): Promise<void> {
  const contexte = await chrome.newContext({ baseURL: o.origine, ...options })
  const page = await contexte.newPage()
  const plaintes: string[] = []
  page.on('console', (m) => /Content Security Policy|Refused/.test(m.text()) && plaintes.push(m.text()))
  try {
    await travail(page, contexte)
    assert.deepEqual(plaintes, [])
  } finally {
    await contexte.close()
  }
}

async function entrer(page: Page, nom: string): Promise<void> {
  await page.getByRole('link', { name: 'Se connecter' }).click()
  await page.getByRole('button', { name: new RegExp(`Entrer comme ${nom}`) }).click()
}

test('without script: sign in by the accounts’ page, see one’s account, sign out, be asked again', async () => {
  await avec({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } }, async (page) => {
    await page.goto('/compte')
    assert.equal(new URL(page.url()).pathname, '/connexion')
    await entrer(page, 'Claire Vidal')
    assert.equal(page.url(), `${o.origine}/compte`)
    assert.match(await page.locator('main').innerText(), /Chef d’établissement · Collège Les Tilleuls/)
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    assert.equal(new URL(page.url()).pathname, '/connexion/sortie')
    await page.goto('/compte')
    assert.equal(new URL(page.url()).pathname, '/connexion')
    await entrer(page, 'Théo Blanc')
    assert.match(await page.locator('.preau-agent').innerText(), /Théo Blanc/, 'another account is asked for, no silent entry')
  })
})

test('without script: an administrator gives a post to somebody, from the search of the school to the banner', async () => {
  await avec({ javaScriptEnabled: false }, async (page) => {
    await page.goto('/administration')
    await entrer(page, 'Théo Blanc')
    await page.getByLabel('Nom ou adresse').fill('soler')
    await page.getByRole('button', { name: 'Filtrer' }).click()
    await page.getByRole('link', { name: 'Anne Soler' }).click()
    await page.getByRole('link', { name: 'Attribuer une fonction' }).click()
    await page.locator('label', { hasText: 'Chef d’établissement' }).click()
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByLabel('Chercher l’école').fill('saules')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.locator('label', { hasText: 'Collège Les Saules' }).click()
    await page.getByRole('button', { name: 'Attribuer' }).click()
    assert.match(await page.getByRole('status').innerText(), /La fonction est attribuée/)
    await page.getByRole('link', { name: /Mettre fin à Chef d’établissement · Collège Les Saules/ }).click()
    await page.getByRole('button', { name: 'Mettre fin' }).click()
    assert.match(await page.getByRole('status').innerText(), /La fin de la fonction est enregistrée/)
  })
})

test('with script: axe finds nothing where one signs in, on a phone by day and on a screen by night', async () => {
  await avec({ viewport: { width: 390, height: 844 } }, async (page) => {
    await page.goto('/connexion')
    await sansDefautJourEtNuit(page, page.url())
    await page.getByRole('link', { name: 'Se connecter' }).click()
    await sansDefautJourEtNuit(page, page.url())
    await page.getByRole('button', { name: /Entrer comme Denis Lacaze/ }).click()
    assert.match(await page.locator('.preau-agent').innerText(), /Denis Lacaze/)
  })
})
