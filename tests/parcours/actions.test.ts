import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { photoDeTelephone } from '../support/images.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../support/monde.ts'
import { ecouter, ouvrirNavigateur, sansDefaut, sansDefautJourEtNuit, sAsseoir, servirMonde } from '../support/navigateur.ts'

let m: Monde
let b: Browser
let site: { url: string; fermer(): Promise<void> }
before(async () => {
  m = await nouveauMonde()
  b = await ouvrirNavigateur()
  site = await servirMonde(m)
})
after(async () => {
  await b.close()
  await site.fermer()
  await m.fermer()
})

const TELEPHONE: BrowserContextOptions = { viewport: { width: 390, height: 800 }, colorScheme: 'light' }
const ECRAN: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }

/** Somebody in front of a page, with or without an account; axe, the width and the console are watched. */
async function devant(
  qui: NomAgent | null,
  o: BrowserContextOptions,
  travail: (p: Page, regard: (ou: string) => Promise<void>) => Promise<void>,
) {
  const { p, quitter } = await sAsseoir(b, m, site.url, qui, o)
  const plaintes = ecouter(p)
  await travail(p, async (ou) => {
    await sansDefaut(p, ou)
    assert.equal(
      await p.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      0,
      `${ou}: too wide`,
    )
  })
  assert.deepEqual(plaintes, [])
  assert.deepEqual(qui === null ? await p.context().cookies() : [], [], 'a visitor keeps no cookie')
  await quitter()
}

test('a day is written, an action declared on a phone, validated, published, read by anybody; a photograph’s consent, then the action, withdrawn, and gone', async () => {
  let adresse = ''
  await devant('communication', { ...ECRAN, javaScriptEnabled: true }, async (p, regard) => {
    await p.goto(`${site.url}/actions`)
    await regard('actions, none')
    await p.getByRole('link', { name: 'Les journées' }).click()
    await p.getByRole('link', { name: 'Ajouter' }).click()
    await p.getByLabel('Année de la rentrée').fill('2026')
    await p.getByLabel('Le jour fixé').fill('2026-11-05')
    await p.getByLabel('Ce qui est exposé').fill('Les affiches')
    await p.locator('label', { hasText: 'La page est publique' }).click()
    await p.getByRole('button', { name: 'Enregistrer' }).click()
    await p.getByText('Ce n’est pas encore enregistré').waitFor()
    await regard('day, refused')
    await p.getByLabel('Introduction').fill('Un jour pour en parler.')
    await p.getByLabel('Ce qui est exposé').fill('')
    await p.getByRole('button', { name: 'Enregistrer' }).click()
    await p.getByText('La page de la journée est publiée').waitFor()
    await regard('days')
  })
  await devant('coordoTilleuls', { ...TELEPHONE, javaScriptEnabled: false }, async (p) => {
    await p.goto(`${site.url}/actions`)
    await p.getByRole('link', { name: 'Déclarer une action' }).click()
    await p.getByLabel('Titre').fill('La course bleue')
    await p.getByLabel('Forme').selectOption('sport')
    assert.ok(await p.getByLabel('Collégiens').isChecked())
    await p.getByLabel('Combien d’élèves').fill('120')
    await p.getByLabel('En deux ou trois phrases').fill('Tout le collège a couru.')
    await p.getByRole('button', { name: 'Proposer au département' }).click()
    await p.getByText('L’action est proposée au département').waitFor()
    const photo = { name: 'IMG_0042.jpg', mimeType: 'image/jpeg', buffer: await photoDeTelephone(900, 600) }
    await p.getByLabel('Ajouter des photos').setInputFiles(photo)
    await p.getByRole('button', { name: 'Ajouter ces photos' }).click()
    await p.getByText('Les photos sont gardées').waitFor()
    await p.getByLabel('Ce que montre la photo').fill('Des élèves de dos, en bleu, au départ de la course')
    await p.locator('label', { hasText: /^Des élèves$/ }).click()
    await p.getByRole('button', { name: 'Enregistrer cette photo' }).click()
    await p.getByText('Autorisations à recueillir').waitFor()
    await p.locator('label', { hasText: 'Nous gardons celle de chaque personne' }).click()
    await p.getByRole('button', { name: 'Enregistrer cette photo' }).click()
    await p.getByText('Autorisations recueillies').waitFor()
  })
  await devant('coordoTilleuls', TELEPHONE, async (p, regard) => {
    await p.goto(`${site.url}/actions`)
    await p.getByRole('link', { name: 'La course bleue' }).click()
    await regard('action with a photograph')
  })
  await devant('referent31', ECRAN, async (p, regard) => {
    await p.goto(`${site.url}/actions`)
    await p.getByRole('link', { name: 'La course bleue' }).click()
    await regard('action to validate')
    await p.getByRole('button', { name: 'Valider' }).click()
    await p.getByText('L’action est validée').waitFor()
  })
  await devant('communication', TELEPHONE, async (p, regard) => {
    await p.goto(`${site.url}/actions?faire=oui`)
    await p.getByRole('link', { name: 'La course bleue' }).click()
    await p.getByRole('button', { name: 'Publier' }).click()
    await p.getByText('L’action est publiée').waitFor()
    await regard('published action')
  })
  await devant(null, { ...TELEPHONE, javaScriptEnabled: false }, async (p) => {
    await p.waitForTimeout(500)
    await p.goto(site.url)
    await p.getByRole('link', { name: 'Ce que font les écoles' }).click()
    await p.getByRole('link', { name: 'Journée nationale Non au harcèlement 2026' }).click()
    await p.getByText('La course bleue').waitFor()
    await p.getByRole('img', { name: 'Des élèves de dos' }).scrollIntoViewIfNeeded()
    await p.waitForFunction("document.querySelector('.preau-photos img').naturalWidth > 0")
    adresse = (await p.getByRole('img', { name: 'Des élèves de dos' }).getAttribute('src'))!
    assert.equal((await p.request.get(site.url + adresse)).status(), 200)
    await p.getByLabel('Forme').selectOption('jeu')
    await p.getByRole('button', { name: 'Filtrer' }).click()
    assert.equal(await p.getByText('La course bleue').count(), 0)
  })
  await devant('chefTilleuls', { ...TELEPHONE, javaScriptEnabled: false }, async (p) => {
    await p.goto(`${site.url}/actions`)
    await p.getByRole('link', { name: 'La course bleue' }).click()
    await p.getByText('Retirer cette photo').click()
    await p.getByRole('button', { name: 'Retirer et effacer' }).click()
    await p.getByText('La photo est retirée et effacée').waitFor()
  })
  await devant(null, ECRAN, async (p, regard) => {
    // Within a second, the address dies and the page forgets; the action stays.
    assert.equal((await p.request.get(site.url + adresse)).status(), 404)
    await p.waitForTimeout(500)
    await p.goto(`${site.url}/journee-nationale/2026`)
    await p.getByText('La course bleue').waitFor()
    assert.equal(await p.locator('.preau-photos img').count(), 0)
    assert.ok(!(await (await p.request.get(`${site.url}/journee-nationale/2026/actions.atom`)).text()).includes('/photos/'))
    await regard('day, photograph withdrawn')
  })
  await devant('chefTilleuls', TELEPHONE, async (p, regard) => {
    await p.goto(`${site.url}/actions`)
    await p.getByRole('link', { name: 'La course bleue' }).click()
    await p.getByText('Retirer de la page publique').first().click()
    await p.getByLabel('Pourquoi').fill('Une famille le demande.')
    await p.getByRole('button', { name: 'Retirer de la page publique' }).click()
    await p.getByText('L’action est retirée').waitFor()
    await regard('withdrawn action')
  })
  await devant(null, ECRAN, async (p) => {
    await p.waitForTimeout(500)
    await p.goto(`${site.url}/journee-nationale/2026`)
    assert.equal(await p.getByText('La course bleue').count(), 0)
  })
})

test('axe finds nothing on the pages of those who gather, count and say what the pôle is', async () => {
  for (const [qui, o, chemins] of [
    ['communication', TELEPHONE, ['/actions/import', '/actions/bilan/2026', '/actions/couverture']],
    ['communication', ECRAN, ['/actions/journees/2026/journee_nationale/visites']],
    ['referent31', TELEPHONE, ['/actions/couverture', '/actions/couverture/ecoles?type=college&quoi=chartes&reste=oui']],
    ['coordoTilleuls', TELEPHONE, ['/actions/programme', '/actions/visites']],
    ['referenteAcademique', ECRAN, ['/actions/pole', '/compte']],
    ['chefTilleuls', ECRAN, ['/actions/nouvelle']],
  ] as const)
    await devant(qui, o, async (p, regard) => {
      for (const chemin of chemins) {
        await p.goto(site.url + chemin)
        await regard(chemin)
      }
    })
})

test('axe finds nothing on the public pages, by day on a phone and by night on a screen', async () => {
  await devant(null, TELEPHONE, async (p) => {
    for (const chemin of [
      '/journee-nationale',
      '/journee-nationale/2026?dept=031&type=sport',
      '/journee-nationale/1999',
      '/le-pole',
      '/le-pole?ecole=tilleuls',
      '/le-pole?ecole=zzzz',
      '/temps-forts',
      '/temps-forts/prix',
      '/eleves',
      '/en/parents',
      '/ar/eleves',
      '/personnels',
      '/mentions-legales',
      '/donnees-personnelles',
      '/accessibilite',
      '/conditions-d-utilisation',
      '/ce-service',
      '/stats',
      '/avis',
      '/avis?merci',
      '/ecoconception',
      '/budget',
      '/aide',
      '/plan-du-site',
      '/nulle-part',
    ]) {
      await p.goto(site.url + chemin)
      await sansDefautJourEtNuit(p, chemin)
    }
  })
})
