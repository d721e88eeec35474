import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { nouveauMonde, type Monde } from '../support/monde.ts'
import { contexteDe, ecouter, ouvrirNavigateur, sansDefaut, servirMonde } from '../support/navigateur.ts'
import { aTraiter, type DossierATraiter } from '../support/pistes.ts'

let m: Monde
let b: Browser
let s: Awaited<ReturnType<typeof servirMonde>>
before(async () => {
  m = await nouveauMonde()
  ;[b, s] = await Promise.all([ouvrirNavigateur(), servirMonde(m)])
})
after(async () => {
  await b.close()
  await s.fermer()
  await m.fermer()
})

/** axe needs the page's scripts: it looks in the second round. */
let regarde = false
const regard = async (p: Page, ou: string): Promise<void> => (regarde ? sansDefaut(p, ou) : undefined)
/** As people do: on the words, which cover the box. */
const choisir = (p: Page, nom: string, valeur: string) =>
  p
    .locator('.fr-radio-group, .fr-checkbox-group')
    .filter({ has: p.locator(`input[name="${nom}"][value="${valeur}"]`) })
    .locator('label')
    .click()
const envoyer = (p: Page, libelle: string) => p.getByRole('button', { name: libelle }).click()

/** The method is checked, and what the page refuses comes back as it was typed. */
async function engager(p: Page, d: DossierATraiter): Promise<void> {
  await p.goto(`${s.url}/dossiers/${d.numero}/traitement`)
  await regard(p, 'treatment')
  await choisir(p, 'methode', 'mpp')
  await choisir(p, 'contre', 'extorsion')
  await p.getByLabel('La famille de l’élève visé a été informée le').fill('2026-11-09')
  await p.getByLabel('Depuis combien de temps').selectOption('mois')
  await p.getByLabel('Pourquoi cette méthode').fill('Un groupe, des moqueries, pas de violence.')
  await envoyer(p, 'Engager cette piste')
  await p.getByRole('link', { name: /n’est pas faite pour cette situation \(argent ou objets exigés\)/ }).waitFor()
  await regard(p, 'treatment refused')
  assert.equal(await p.getByLabel('Pourquoi cette méthode').inputValue(), 'Un groupe, des moqueries, pas de violence.')
  assert.ok(await p.locator('input[name="contre"][value="extorsion"]').isChecked())
  await p.getByLabel('Si une case est cochée').fill('Un goûter pris une fois, rendu depuis.')
  await envoyer(p, 'Engager cette piste')
  await p.getByText('La préoccupation partagée est engagée').waitFor()
}

async function ajouter(p: Page, nom: string, cote: string): Promise<void> {
  await p.getByLabel('Ou un autre adulte').fill(nom)
  await choisir(p, 'cote', cote)
  await envoyer(p, 'Ajouter à l’équipe')
}

async function composer(p: Page): Promise<void> {
  await p.getByRole('link', { name: 'Composer l’équipe' }).click()
  await regard(p, 'team')
  await ajouter(p, 'Inès Roca', 'cible')
  await p.getByRole('heading', { name: 'Inès Roca' }).waitFor()
  await ajouter(p, 'inès roca', 'groupe')
  await p.getByText('la même personne ne voit jamais les autres élèves').first().waitFor()
  await regard(p, 'team refused')
  await ajouter(p, 'Hugo Marsan', 'groupe')
  await p.getByRole('heading', { name: 'Hugo Marsan' }).waitFor()
}

async function prevoir(p: Page, d: DossierATraiter): Promise<void> {
  await p.goto(`${s.url}/dossiers/${d.numero}/traitement/matinee`)
  await regard(p, 'morning')
  await p.getByLabel('Jour').fill('2026-11-12')
  await p.getByLabel('Minutes par entretien').fill('6')
  await envoyer(p, 'Prévoir ces entretiens')
  await p.getByRole('heading', { name: 'Prévu le 12 nov.' }).waitFor()
  assert.deepEqual(await p.locator('.preau-deroule li strong').allTextContents(), ['08:30', '08:36', '08:42'])
  await p.getByRole('link', { name: 'Feuille sans les noms' }).click()
  await p.getByRole('heading', { name: 'Entretiens du 12 nov.' }).waitFor()
  await regard(p, 'sheet')
  assert.doesNotMatch(await p.locator('main').innerText(), /Marchetti|Dumas|Roux/)
}

const SURE = [
  ['danger', 'non'],
  ['suicide', 'non'],
  ['soir', 'oui'],
] as const
async function noter(p: Page, d: DossierATraiter, nom: string, constat: string, mots: string): Promise<void> {
  await p.goto(`${s.url}/dossiers/${d.numero}/traitement`)
  await p.getByRole('link', { name: `Noter l’entretien avec ${nom}` }).click()
  await regard(p, `talk with ${nom}`)
  await choisir(p, 'constat', constat)
  if (nom === 'Léa Marchetti') for (const [quoi, dit] of SURE) await choisir(p, quoi, dit)
  await envoyer(p, 'Enregistrer l’entretien')
  await p.getByText('avec ses mots').first().waitFor()
  await p.locator('#mots').fill(mots)
  await envoyer(p, 'Enregistrer l’entretien')
  await p.getByText('L’entretien est noté, et le prochain est prévu').waitFor()
}

async function decider(p: Page): Promise<void> {
  await p.getByRole('link', { name: 'Garder, changer ou finir' }).click()
  await regard(p, 'decision')
  await choisir(p, 'parole', 'cesse')
  await p.locator('#mots').fill('« C’est fini. »')
  await choisir(p, 'decision', 'finir')
  await p.getByLabel('Pourquoi').fill('Les suggestions sont tenues.')
  await envoyer(p, 'Enregistrer la décision')
  await p.getByText('La piste est finie').first().waitFor()
  await regard(p, 'treatment ended')
}

for (const javaScriptEnabled of [false, true])
  test(`a shared concern from its check to its end, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    regarde = javaScriptEnabled
    const d = await aTraiter(m, 'referent31')
    const c = await contexteDe(b, m, s.url, 'referent31', { javaScriptEnabled, viewport: { width: 390, height: 844 } })
    const p = await c.newPage()
    p.setDefaultTimeout(20_000)
    const erreurs = ecouter(p)
    await engager(p, d)
    await composer(p)
    await prevoir(p, d)
    await noter(p, d, 'Léa Marchetti', 'pareil', '« Ils rient encore. »')
    await noter(p, d, 'Kévin Dumas', 'suggestion', '« Je lui garde une place. »')
    await decider(p)
    assert.deepEqual(erreurs, [])
    await c.close()
  })
