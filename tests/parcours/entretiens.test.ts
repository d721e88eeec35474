import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { ouvrirProtege, type Ouvert } from '../support/dossiers.ts'
import { nouveauMonde, type Monde } from '../support/monde.ts'
import { contexteDe, ecouter, ouvrirNavigateur, sansDefautJourEtNuit, servirMonde } from '../support/navigateur.ts'

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

type Regard = (p: Page, ou: string) => Promise<void>
const TELEPHONE = { viewport: { width: 390, height: 844 } }
/** A radio button by the words of its question and of its answer. */
const repondre = (p: Page, nom: string, reponse: string): Promise<void> =>
  p.locator(`#${nom}-groupe label`, { hasText: reponse }).first().click()

/** In a corridor: « À faire » leads to the talk, which ends with the safety check; then the grid; then the name. */
async function parcours(o: Parameters<Browser['newContext']>[0], regard: Regard): Promise<string[]> {
  const d = await ouvrirProtege(m, 'chefTilleuls')
  const p = await (await contexteDe(b, m, site.url, 'chefTilleuls', { ...TELEPHONE, ...o })).newPage()
  const erreurs = ecouter(p)
  await p.goto(`${site.url}/dossiers/${d.numero}`)
  await p.locator('.preau-afaire a', { hasText: 'entretien' }).first().click()
  await regard(p, 'entretiens')
  await p.getByRole('link', { name: /Noter un entretien avec Lina/ }).click()
  await regard(p, 'trame')
  await p.locator('#faits').fill('Chaque midi, deux élèves prennent son plateau.')
  await p.locator('#mots').fill('« Ils disent que je pue. »')
  await p.getByRole('button', { name: 'Enregistrer l’entretien' }).click()
  await p.getByRole('alert').first().waitFor()
  assert.equal(await p.locator('#mots').inputValue(), '« Ils disent que je pue. »')
  await regard(p, 'sécurité manquante')
  await repondre(p, 'danger', 'Non')
  await repondre(p, 'suicide', 'Oui')
  await repondre(p, 'soir', 'Je ne sais pas')
  await p.locator('#retour').fill('Sa mère, à 16 h 30')
  await repondre(p, 'famille', 'Je la préviens')
  await p.getByRole('button', { name: 'Enregistrer l’entretien' }).click()
  await p.getByText('agir maintenant').waitFor()
  await p.getByRole('link', { name: /3114/ }).first().waitFor()
  await regard(p, 'danger dit')
  await p.goto(`${site.url}/dossiers/${d.numero}/evaluation`)
  await regard(p, 'évaluation vide')
  await p.getByRole('link', { name: 'Remplir la grille' }).click()
  await regard(p, 'grille')
  for (const nom of [
    'repetition',
    'duree',
    'graves',
    'cyber',
    'desequilibre',
    'groupe',
    'vulnerabilite',
    'dignite',
    'sante',
    'apprentissage',
    'evolution',
    'danger',
  ])
    await repondre(p, nom, nom === 'danger' ? 'Non' : 'Je ne sais pas')
  await p.getByRole('button', { name: 'Envoyer la grille' }).click()
  await p.getByText('Votre grille est envoyée').waitFor()
  await m.envoyer(`/dossiers/${d.numero}/evaluation/grille`, { id: crypto.randomUUID(), ...AUTRE_REGARD }, 'coordoTilleuls')
  await p.reload()
  await regard(p, 'comparaison')
  await p.locator('#qualification').selectOption('harcelement')
  await p.locator('#raison').fill('Répété, à plusieurs, elle ne peut pas se défendre.')
  await p.locator('#mots_famille').fill('« On la détruit. »')
  await p.getByRole('button', { name: 'Qualifier la situation' }).click()
  await p.getByText('La qualification est notée').waitFor()
  await regard(p, 'qualifiée')
  await p.context().close()
  return erreurs
}

const AUTRE_REGARD = {
  repetition: 'souvent',
  duree: 'mois',
  graves: 'non',
  cyber: 'non',
  desequilibre: 'non',
  groupe: 'tait',
  vulnerabilite: 'non',
  dignite: 'oui',
  sante: 'signes',
  apprentissage: 'non',
  evolution: 'pire',
  danger: 'non',
  sante_base: 'Deux passages à l’infirmerie.',
}

test('a talk, a grid and a name, on a phone, without JavaScript', async () => {
  assert.deepEqual(await parcours({ javaScriptEnabled: false }, async () => {}), [])
})

test('the same with JavaScript, under the real content policy: axe finds nothing by day and by night, and nothing is wider than 320 px', async () =>
  assert.deepEqual(await parcours({ viewport: { width: 320, height: 640 } }, sansDefautJourEtNuit), []))

async function ecrire(d: Ouvert, qui: 'chefTilleuls' | 'coordoTilleuls' = 'chefTilleuls'): Promise<Page> {
  const p = await (await contexteDe(b, m, site.url, qui, TELEPHONE)).newPage()
  await p.goto(`${site.url}/dossiers/${d.numero}/entretiens/avec/${d.temoin}/temoin`)
  return p
}
const gardes = async (d: Ouvert): Promise<number> =>
  (await m.admin('select from confidentiel.brouillon where fil = $1', [d.id])).length

test('what is typed is kept by itself, found on another device, and a click twice sends it once', async () => {
  const d = await ouvrirProtege(m, 'chefTilleuls')
  const p = await ecrire(d)
  await p.locator('#faits').fill('Vu près du gymnase.')
  await p.getByText('Brouillon gardé').waitFor()
  const autre = await ecrire(d)
  assert.equal(await autre.locator('#faits').inputValue(), 'Vu près du gymnase.')
  await autre.locator('#faits').fill('Vu près du gymnase, mardi.')
  await autre.getByText('Brouillon gardé').waitFor()
  // The first device goes on from an older text: nothing is written over, both are offered.
  await p.locator('#mots').fill('« J’ai rien dit. »')
  await p.getByText('a été continué ailleurs').waitFor()
  await p.getByRole('button', { name: 'Garder ce que j’ai ici' }).click()
  await p.getByText('Brouillon gardé').waitFor()
  await p.getByRole('button', { name: 'Enregistrer l’entretien' }).dblclick()
  await p.getByText('L’entretien est noté.').waitFor()
  assert.equal((await m.admin('select from confidentiel.entretien where fil = $1', [d.id])).length, 1)
  assert.equal(await gardes(d), 0)
  await p.context().close()
  await autre.context().close()
})

test('the network is cut: it is said, the text stays, and is kept when it comes back; left unsent, the tab has it still', async () => {
  const d = await ouvrirProtege(m, 'chefTilleuls')
  const p = await ecrire(d)
  await p.context().setOffline(true)
  await p.locator('#faits').fill('Écrit dans la cave du gymnase.')
  await p.getByText('Pas de réseau').waitFor()
  assert.equal(await gardes(d), 0)
  await p.context().setOffline(false)
  await p.getByText('Brouillon gardé').waitFor()
  assert.equal(await gardes(d), 1)
  await p.context().setOffline(true)
  await p.locator('#faits').fill('Écrit dans la cave du gymnase, puis la suite.')
  await p.getByText('Pas de réseau').waitFor()
  await m.admin('select 1')
  await p.context().setOffline(false)
  await p.reload()
  assert.equal(await p.locator('#faits').inputValue(), 'Écrit dans la cave du gymnase, puis la suite.')
  await p.context().close()
})

test('the session ends while one writes: it is said, and the text is there after signing in again', async () => {
  const d = await ouvrirProtege(m, 'chefTilleuls')
  const p = await ecrire(d)
  await m.admin('update acces.session set close_le = now() where close_le is null')
  await p.locator('#faits').fill('Il allait dire quelque chose.')
  await p.getByText('Votre session est terminée').first().waitFor()
  await p
    .context()
    .addCookies([{ name: 'preau', value: await m.session('chefTilleuls'), url: site.url, httpOnly: true, sameSite: 'Lax' }])
  await p.reload()
  assert.equal(await p.locator('#faits').inputValue(), 'Il allait dire quelque chose.')
  await p.context().close()
})
