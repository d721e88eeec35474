import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { uuidv7 } from '#platform'
import { ouvrirProtege, type Ouvert } from '../support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../support/monde.ts'
import { contexteDe, ecouter, ouvrirNavigateur, sansDefaut, servirMonde } from '../support/navigateur.ts'

let m: Monde
let b: Browser
let site: { url: string; fermer(): Promise<void> }
let dossiers: Ouvert[]
before(async () => {
  m = await nouveauMonde()
  dossiers = [await ouvrirProtege(m, 'chefTilleuls'), await ouvrirProtege(m, 'chefTilleuls')]
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

const seul = (p: Page): Promise<unknown> =>
  p.evaluate(
    `({ large: document.documentElement.scrollWidth - document.documentElement.clientWidth > 0,
        doubles: [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, i, tous) => tous.indexOf(id) !== i) })`,
  )

for (const [ou, o] of [
  ['a phone, light', { viewport: { width: 390, height: 844 }, colorScheme: 'light', bypassCSP: true }],
  ['a screen, dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark', bypassCSP: true }],
] as const)
  test(`axe finds nothing, no id is there twice, nothing is too wide: ${ou}`, async () => {
    const d = `/dossiers/${dossiers[0]!.numero}`
    const agent = m.agents.chefTilleuls
    await m.envoyer('/bureau/revue', { perimetre: 'tous' }, 'referent31')
    await m.envoyer(`/administration/agents/${m.agents.coordoTilleuls}/profession`, { profession: 'infirmier' }, 'administrateur')
    await m.envoyer(`${d}/notes/scellees`, { id: uuidv7(), scellee: 'Vue à l’infirmerie.' }, 'coordoTilleuls')
    const pages: [NomAgent, string[]][] = [
      ['chefTilleuls', ['/bureau', '/bureau/absences', '/bureau/agenda', '/appuis/nouvelle', `${d}/notes`, `${d}/suivi`]],
      ['chefTilleuls', [`${d}/transmissions`, `${d}/transmissions/fait_etablissement`, `${d}/transmissions/procureur/fiche`]],
      ['chefTilleuls', [`${d}/familles`, `${d}/familles/${dossiers[0]!.cible}`, `${d}/evaluation`, `${d}/traitement`]],
      ['coordoTilleuls', [`${d}/notes`]],
      ['referent31', ['/bureau', '/bureau/revue', '/bureau/charge', '/bureau/a-reattribuer', '/appuis']],
      ['responsable31', [`/bureau/charge?agent=${agent}`]],
      ['responsableAcademique', ['/reglages', '/dossiers/methodes']],
    ]
    for (const [qui, chemins] of pages) {
      const c = await contexteDe(b, m, site.url, qui, o)
      const p = await c.newPage()
      for (const chemin of chemins) {
        const r = await p.goto(site.url + chemin)
        assert.equal(r?.status(), 200, chemin)
        await sansDefaut(p, chemin)
        assert.deepEqual(await seul(p), { large: false, doubles: [] }, chemin)
      }
      await c.close()
    }
  })
