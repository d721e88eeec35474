import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { nouveauMonde, type Monde, type NomAgent } from '../support/monde.ts'
import { film } from '../support/films.ts'
import { ecouter, ouvrirNavigateur, sansDefaut, sansDefautJourEtNuit, sAsseoir, servirMonde } from '../support/navigateur.ts'
import { enLigne } from '../support/ressources.ts'

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
const SANS_SCRIPT: BrowserContextOptions = { ...TELEPHONE, javaScriptEnabled: false }

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
    const trop = await p.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    assert.equal(trop, 0, `${ou}: too wide`)
  })
  assert.deepEqual(plaintes, [])
  assert.deepEqual(qui === null ? await p.context().cookies() : [], [], 'a visitor keeps no cookie')
  await quitter()
}

const remplir = async (p: Page): Promise<void> => {
  await p.getByLabel('Titre', { exact: true }).fill('La cour bleue')
  await p.getByLabel('Résumé', { exact: true }).fill('Une affiche pour la cour.')
  await p
    .getByLabel('Texte', { exact: true })
    .fill('# Où la mettre\n\nÀ hauteur d’enfant. [Cliquez ici](https://exemple.fr/affiche).')
  await p.getByLabel('Forme', { exact: true }).selectOption('affiche')
  await p.locator('label', { hasText: /^Élèves$/ }).click()
  await p.getByLabel('Origine', { exact: true }).fill('Académie')
  await p.getByLabel('Conditions de réutilisation', { exact: true }).selectOption('ouverte')
}

test('without script: written, previewed, joined by a document, published, found, put into a kit, withdrawn', async () => {
  const pdf = join(m.maison.config.donnees, 'affiche.pdf')
  writeFileSync(pdf, '%PDF-1.7\n%%EOF\n')
  await devant('communication', SANS_SCRIPT, async (p) => {
    await p.goto(`${site.url}/redaction`)
    await p.getByRole('link', { name: 'Ajouter une ressource' }).click()
    await p.getByRole('button', { name: 'Enregistrer' }).click()
    await p.getByText('Ce n’est pas encore enregistré').waitFor()
    await remplir(p)
    await p.getByRole('button', { name: 'Voir l’aperçu' }).click()
    await p.locator('#apercu').getByText('Lu seul, ce lien ne dit pas où il mène').waitFor({ state: 'attached' })
    assert.equal(await p.locator('#apercu h4').textContent(), 'Où la mettre')
    await p.getByRole('button', { name: 'Enregistrer' }).click()
    await p.getByText('La version est enregistrée').waitFor()
    await p.getByRole('link', { name: 'Joindre un fichier' }).click()
    await p.getByLabel('Nom à lire', { exact: true }).fill('L’affiche')
    await p.locator('input[type=file]').setInputFiles(pdf)
    await p.getByRole('button', { name: 'Joindre' }).click()
    await p.getByText('Le fichier est joint').waitFor()
    await p.getByText('Un PDF ne se lit pas partout').waitFor()
    assert.equal(await p.getByRole('button', { name: 'Publier' }).count(), 0)
    await p.getByRole('link', { name: 'Modifier' }).click()
    await p.getByLabel('La même chose en texte').fill('Un toit, et dessous : « On t’embête ? Parle. »')
    await p.getByRole('button', { name: 'Enregistrer' }).click()
    await p.getByRole('button', { name: 'Publier la version 3' }).click()
    await p.getByText('C’est publié').waitFor()
  })
  await devant(null, SANS_SCRIPT, async (p) => {
    await p.goto(site.url)
    await p.getByRole('contentinfo').getByRole('link', { name: 'Ressources' }).click()
    await p.getByLabel('Mots', { exact: true }).fill('court bleu')
    await p.getByRole('button', { name: 'Filtrer' }).click()
    await p.getByRole('link', { name: 'La cour bleue' }).click()
    await p.getByText('Lire en texte').click()
    await p.getByText('On t’embête ? Parle.').waitFor()
    await p.getByRole('link', { name: 'Toutes les ressources' }).click()
    await p.locator('label', { hasText: 'Mettre dans mon kit' }).first().click()
    await p.getByRole('button', { name: 'Faire un kit à imprimer' }).click()
    await p.getByRole('heading', { level: 2, name: 'La cour bleue' }).waitFor()
  })
  await devant('communication', SANS_SCRIPT, async (p) => {
    await p.goto(`${site.url}/redaction`)
    await p.getByRole('link', { name: 'La cour bleue' }).click()
    await p.getByText('Retirer du site', { exact: true }).click()
    await p.getByLabel('Pourquoi').fill('L’affiche a changé.')
    await p.getByRole('button', { name: 'Retirer du site maintenant' }).click()
    await p.getByText('C’est retiré du site').waitFor()
  })
  assert.equal((await m.lire('/ressources/la-cour-bleue')).status, 404)
})

test('with script: the preview follows what is typed, a film goes in pieces, two people are told of each other', async () => {
  const chemin = join(m.maison.config.donnees, 'film.mp4')
  writeFileSync(chemin, film(9_000_000))
  await devant('communication', ECRAN, async (p, regard) => {
    await p.goto(`${site.url}/redaction/nouvelle?genre=ressource`)
    await remplir(p)
    await p.getByLabel('Titre', { exact: true }).fill('Un film')
    await p.locator('#apercu h4', { hasText: 'Où la mettre' }).waitFor()
    await p.locator('#apercu').getByText('Textes des liens (1)').waitFor()
    await regard('form with its preview')
    await p.getByRole('button', { name: 'Enregistrer' }).click()
    await p.getByText('La version est enregistrée').waitFor()
    await regard('a resource as its editor sees it')
    await p.getByRole('link', { name: 'Joindre un fichier' }).click()
    await regard('joining a file')
    await p.getByLabel('Nom à lire', { exact: true }).fill('Le film')
    await p.getByLabel('La même chose en texte').fill('Un enfant entre dans la cour. Un autre vient vers lui.')
    await p.locator('input[type=file]').setInputFiles(chemin)
    await p.getByRole('button', { name: 'Joindre' }).click()
    await p.getByText('Le fichier est joint').waitFor()
    await p.getByRole('link', { name: 'Modifier' }).click()
    const autre = await p.context().newPage()
    await autre.goto(p.url())
    await autre.getByLabel('Résumé', { exact: true }).fill('Écrit par l’autre.')
    await autre.getByLabel('Texte', { exact: true }).fill('Le texte de l’autre.')
    await autre.getByRole('button', { name: 'Enregistrer' }).click()
    await autre.getByText('La version est enregistrée').waitFor()
    await autre.close()
    await p.getByLabel('Texte', { exact: true }).fill('Mon texte.')
    await p.getByRole('button', { name: 'Enregistrer' }).click()
    await p.getByText('a écrit pendant que vous écriviez').waitFor()
    await regard('two people at once')
    await p.getByRole('button', { name: 'Enregistrer' }).click()
    await p.getByText('La version est enregistrée').waitFor()
    await regard('with its history')
    // What the other wrote is version 3; mine was kept beside it, then saved.
    await p.getByLabel('Comparer la version').fill('3')
    await p.getByRole('button', { name: 'Comparer' }).click()
    await p.locator('ins').first().waitFor()
    await regard('two versions compared')
    await p.goto(`${site.url}/redaction`)
    await regard('the list of editors')
  })
  assert.deepEqual(await m.admin('select taille::int from prevention.fichier where type like $1', ['video/%']), [
    { taille: 9_000_000 },
  ])
})

test('axe finds nothing on what everybody and the staff read, by day on a phone and by night on a screen', async () => {
  const texte =
    '# Un titre\n\nUn mot, [un lien](https://exemple.fr/x).\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n> Dit par un élève\n\n1. un\n2. deux'
  const a = await enLigne(m, { titre: 'Une ressource pour tous', texte, lien: 'https://exemple.fr/y', falc: 'oui' })
  const page = await enLigne(m, { titre: 'Une page pour tous', texte }, 'page')
  await devant(null, TELEPHONE, async (p) => {
    for (const chemin of [
      '/ressources',
      '/ressources?q=titre&forme=affiche',
      '/ressources?q=zzzz',
      `/ressources/${a.adresse}`,
      `/ressources/kit?r=${a.adresse}`,
      '/ressources/kit',
      `/pages/${page.adresse}`,
      '/ressources/nulle-part',
    ]) {
      await p.goto(site.url + chemin)
      await sansDefautJourEtNuit(p, chemin)
    }
  })
  await devant('equipeTilleuls', TELEPHONE, async (p) => {
    for (const chemin of ['/bibliotheque', `/bibliotheque/${a.adresse}`, `/bibliotheque/kit?r=${a.adresse}`]) {
      await p.goto(site.url + chemin)
      await sansDefautJourEtNuit(p, chemin)
    }
  })
})
