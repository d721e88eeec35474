import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { ouvrirProtege } from '../support/dossiers.ts'
import { nouveauMonde, type Monde } from '../support/monde.ts'
import { contexteDe, ecouter, ouvrirNavigateur, servirMonde } from '../support/navigateur.ts'

let m: Monde
let b: Browser
let site: { url: string; fermer(): Promise<void> }
before(async () => {
  m = await nouveauMonde()
  await ouvrirProtege(m, 'chefTilleuls')
  await ouvrirProtege(m, 'chefTilleuls')
  // A review looks at the dossiers that were there when it began.
  m.aller(new Date('2026-11-10T14:00:00+01:00'))
  b = await ouvrirNavigateur()
  site = await servirMonde(m)
})
after(async () => {
  await b.close()
  await site.fermer()
  await m.fermer()
})

const decisions = async (): Promise<string[]> =>
  (
    await m.admin<{ d: string }>(
      `select detail ->> 'decision' as d from confidentiel.fait where verbe = 'dossier.revoir' order by le, fil`,
    )
  ).map((f) => f.d)
const choisie = (p: Page): Promise<string> => p.locator('input[name=decision]:checked').inputValue()
const focus = (p: Page): Promise<string | null> => p.evaluate<string | null>('document.activeElement.name ?? null')

/** Ctrl + Enter, then the page that answers. */
async function noter(p: Page): Promise<void> {
  await Promise.all([p.waitForEvent('load'), p.keyboard.press('Control+Enter')])
}

test('the review by keyboard alone, on a French keyboard, under the real content policy', async () => {
  const p = await (await contexteDe(b, m, site.url, 'chefTilleuls')).newPage()
  p.setDefaultTimeout(20_000)
  const erreurs = ecouter(p)
  await p.goto(`${site.url}/bureau/revue`)
  await p.getByRole('radio').first().focus()
  await Promise.all([p.waitForEvent('load'), p.keyboard.press('Enter')])
  assert.equal(await focus(p), 'decision')
  assert.equal(await choisie(p), 'continue')
  // The key of 2 above the letters of an AZERTY keyboard writes « é ».
  await p.evaluate(
    `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'é', code: 'Digit2', bubbles: true, cancelable: true }))`,
  )
  assert.deepEqual([await choisie(p), await focus(p)], ['tache', 'quoi'])
  await noter(p)
  assert.notEqual(await focus(p), 'decision', 'what was refused is read first')
  assert.equal(await choisie(p), 'tache')
  await p.locator('input[name=quoi]').focus()
  await p.keyboard.type('Appeler 2 fois')
  assert.deepEqual([await p.locator('input[name=quoi]').inputValue(), await choisie(p)], ['Appeler 2 fois', 'tache'])
  await noter(p)
  assert.deepEqual(await decisions(), ['tache'])
  await p.keyboard.press('3')
  await p.getByRole('link', { name: 'Ouvrir le dossier' }).focus()
  await p.keyboard.press('1')
  assert.equal(await choisie(p), 'aide', 'a digit out of the form chooses nothing')
  await noter(p)
  assert.match(p.url(), /\/dossiers\/[\w-]+\/appui/)
  await p.goto(`${site.url}/bureau/revue`)
  await p.getByText('La revue est finie').waitFor()
  assert.deepEqual([await decisions(), erreurs], [['tache', 'aide'], []])
})
