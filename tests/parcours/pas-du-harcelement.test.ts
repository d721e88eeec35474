import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { uuidv7 } from '#platform'
import { raconter } from '../support/declarant.ts'
import { dossierVu, type DossierVu } from '../support/dossiers.ts'
import { nouveauMonde, type Monde } from '../support/monde.ts'
import { ecouter, ouvrirNavigateur, sansDefaut, sAsseoir, servirMonde } from '../support/navigateur.ts'
import { GRILLE } from '../support/triples.ts'

let m: Monde
let b: Browser
let site: { url: string; fermer(): Promise<void> }
before(async () => {
  m = await nouveauMonde(new Date('2026-11-10T09:00:00+01:00'))
  b = await ouvrirNavigateur()
  site = await servirMonde(m)
})
after(async () => {
  await b.close()
  await site.fermer()
  await m.fermer()
})

type Regard = (ou: string) => Promise<void>
const TELEPHONE: BrowserContextOptions = { viewport: { width: 390, height: 800 }, bypassCSP: true }

/** Somebody in front of a page; axe, the width and the console are watched. */
async function devant(chef: boolean, o: BrowserContextOptions, travail: (p: Page, regard: Regard) => Promise<void>) {
  const { p, quitter } = await sAsseoir(b, m, site.url, chef ? 'chefTilleuls' : null, o)
  const plaintes = ecouter(p)
  await travail(p, async (ou) => {
    // Where scripts run: axe is one.
    if (o.javaScriptEnabled === false) return
    await sansDefaut(p, ou)
    const trop = await p.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    assert.equal(trop, 0, `${ou}: too wide`)
  })
  assert.deepEqual(plaintes, [])
  await quitter()
}

/** What the school did meanwhile, through the same forms: the talk with the child, the call to the mother, one adult's grid. */
async function ecouter_puis_prevenir(d: DossierVu): Promise<void> {
  const [cible] = await m.admin<{ personne: string }>('select personne from confidentiel.personne_role where fil = $1', [d.id])
  const envoyer = async (chemin: string, champs: Record<string, string>): Promise<void> => {
    const r = await m.envoyer(`/dossiers/${d.numero}/${chemin}`, { id: uuidv7(), ...champs }, 'chefTilleuls')
    assert.equal(r.status, 303, `${chemin}: ${r.status === 303 ? '' : await r.text()}`)
  }
  await envoyer(`entretiens/avec/${cible!.personne}/cible`, {
    role: 'cible',
    mene: m.agents.chefTilleuls,
    quand: '2026-11-12T08:30',
    faits: 'Deux élèves de même force se disputent le même banc.',
    mots: '« Lui aussi il me pousse, et moi aussi. »',
    danger: 'non',
    suicide: 'non',
    soir: 'oui',
    retour: 'Sa mère, à midi',
    famille: 'a_faire',
  })
  await envoyer(`familles/${cible!.personne}/raisons`, {
    cote: 'cible',
    motif: 'autre',
    sujet: 'evaluation',
    pourquoi: 'Dit de vive voix à la sortie, à la mère, qui préfère rester anonyme ici.',
  })
  await envoyer('evaluation/grille', GRILLE)
}

test('a parent tells; the school listens, says that it is not bullying, and answers with respect', async () => {
  const { code } = await raconter(m, { declarant: 'parent', recit: 'Mon fils dit qu’on le pousse.', cible: 'Noé' })
  const [s] = await m.admin<{ id: string }>('select id from confidentiel.signalement')
  let numero = ''
  await devant(true, { ...TELEPHONE, javaScriptEnabled: false }, async (p, regard) => {
    await p.goto(`${site.url}/signalements/${s!.id}`)
    await p.getByRole('link', { name: 'Ouvrir un dossier' }).click()
    await p.locator('#nom0').fill('Noé Castel')
    await p.locator('#role0').selectOption('cible')
    await p.locator('form[action="/dossiers/nouveau"] button[type=submit]').last().click()
    await p.getByText('Le dossier est ouvert').waitFor()
    numero = /dossiers\/([^?]+)/.exec(p.url())![1]!
    await p.locator('#nature').selectOption('aucune')
    await p.locator('#quoi').fill('Noé ne veut pas de mesure ; sa maîtresse garde un œil sur la cour.')
    await p.locator('#proteger button[type=submit]').click()
    await p.getByText('La mesure est notée').waitFor()
    await regard('dossier, protected')
    await p.getByRole('link', { name: 'Suivi et clôture' }).click()
    await regard('follow-up, too early')
    assert.equal(await p.locator('#ecarter').count(), 0)
  })
  m.aller(new Date('2026-11-12T10:00:00+01:00'))
  const [{ id }] = (await m.admin<{ id: string }>('select id from confidentiel.dossier where numero = $1', [numero])) as [
    { id: string },
  ]
  const d = await dossierVu(m, id)
  await ecouter_puis_prevenir(d)
  await devant(true, TELEPHONE, async (p, regard) => {
    await p.goto(`${site.url}/dossiers/${numero}/evaluation`)
    await p.locator('#qualification').selectOption('pas_de_harcelement')
    await p.locator('#raison').fill('Deux élèves de même force, une dispute de banc, finie.')
    await p.getByRole('button', { name: 'Qualifier la situation' }).click()
    await p.getByText('La qualification est notée').waitFor()
    await regard('qualified')
    await p.goto(`${site.url}/dossiers/${numero}/suivi`)
    await regard('set aside, form')
    const bouton = p.getByRole('button', { name: 'Ce n’est pas du harcèlement : répondre et fermer' })
    // Sent as proposed, it is refused: the gaps are for the school to fill in.
    await bouton.click()
    await p.getByText('Complétez les passages').first().waitFor()
    await regard('set aside, refused')
    const remplir = async (champ: string): Promise<void> => {
      const texte = await p.locator(champ).inputValue()
      await p.locator(champ).fill(texte.replaceAll(' …', ' deux élèves se disputent un banc ; Mme Roca les voit vendredi'))
    }
    await remplir('#famille_texte')
    await remplir(`[id="mot_${s!.id}"]`)
    await bouton.click()
    await p.getByText('Chaque personne qui a signalé a sa réponse').waitFor()
    await regard('set aside, done')
    assert.equal((await dossierVu(m, d.id)).etat, 'ecarte')
  })
  await devant(false, { ...TELEPHONE, javaScriptEnabled: true }, async (p, regard) => {
    await p.goto(`${site.url}/suivi`)
    await p.locator('#code').fill(code)
    await p.getByRole('button', { name: 'Ouvrir' }).click()
    await p.getByText('vous avez eu raison').waitFor()
    await regard('the parent reads')
    const texte = await p.locator('main').innerText()
    assert.match(texte, /Nous écoutons plusieurs personnes/)
    assert.doesNotMatch(texte, /procédure|Castel|pas du harcèlement|écart/i)
    // It goes on: the parent writes, and an adult must choose again.
    await p.getByRole('button', { name: 'Non, cela continue' }).click()
    await regard('the parent says no')
  })
  await devant(true, TELEPHONE, async (p, regard) => {
    await p.goto(`${site.url}/dossiers/${numero}/suivi`)
    await p.getByText('Un signalement attend votre choix').waitFor()
    await regard('a choice')
    await p.locator('#raison').fill('La famille dit que cela continue.')
    await p.locator('#rouvrir button[type=submit]').click()
    await p.getByText('Le dossier est rouvert').waitFor()
    assert.equal((await dossierVu(m, d.id)).etat, 'rouvert')
  })
})
