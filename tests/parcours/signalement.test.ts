import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
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

/** The words of the page, as a person finds their way. */
const cocher = (p: Page, libelle: string): Promise<void> => p.locator('label', { hasText: libelle }).first().click()
async function continuer(p: Page, attendu: RegExp): Promise<void> {
  await p.locator('form.preau-form button.fr-btn--lg').click()
  await p.getByRole('heading', { level: 1, name: attendu }).waitFor()
}

/** A witness tells, on a phone. @returns the code. */
async function lySacha_raconte(p: Page, regard: Regard): Promise<string> {
  await p.goto(`${site.url}/`)
  await regard(p, 'accueil')
  await p.getByRole('link', { name: 'Raconter ce qui se passe' }).click()
  await regard(p, 'danger')
  await cocher(p, 'Non, pas maintenant')
  await continuer(p, /Qui es-tu/)
  await regard(p, 'qui')
  await cocher(p, 'J’ai vu ou entendu')
  await continuer(p, /quelle école/)
  await p.getByRole('textbox').fill('colege les tileul')
  await p.getByRole('button', { name: 'Chercher' }).click()
  await p.getByText('Laquelle est-ce ?').waitFor()
  await regard(p, 'ecole')
  await cocher(p, 'Collège Les Tilleuls')
  await continuer(p, /Qu’est-ce qui lui arrive/)
  await regard(p, 'quoi')
  await cocher(p, 'Des insultes')
  await p.locator('#recit').fill('Ils appellent Lina « la grosse » tous les jours.')
  await continuer(p, /commencé quand/)
  await regard(p, 'quand')
  await cocher(p, 'Il y a quelques semaines')
  await continuer(p, /Ça se passe où/)
  await regard(p, 'ou')
  await cocher(p, 'À la cantine')
  await continuer(p, /Qui fait ça/)
  await regard(p, 'personnes')
  await cocher(p, 'Plusieurs élèves')
  await p.locator('#noms').fill('Enzo')
  await p.locator('#cible').fill('Lina Roussel, 5e B')
  await continuer(p, /Qui est déjà au courant/)
  await regard(p, 'aide')
  await continuer(p, /Comment veux-tu avoir la réponse/)
  await regard(p, 'reponse')
  await continuer(p, /Relis avant d’envoyer/)
  await regard(p, 'resume')
  await continuer(p, /C’est envoyé/)
  await regard(p, 'code')
  return (await p.locator('#code').innerText()).replace(/\s+/g, ' ').trim()
}

async function lAdulteRepond(p: Page, regard: Regard): Promise<void> {
  await p.goto(`${site.url}/boite`)
  await regard(p, 'boite')
  await p.getByRole('link', { name: 'Collège Les Tilleuls' }).first().click()
  await regard(p, 'fiche')
  await p.getByText('Ils appellent Lina').waitFor()
  await p.locator('form[action$="/prise-en-charge"] button').click()
  await p.getByText(/pris ce signalement en charge/).waitFor()
  await p.locator('form[action$="/reponses"] textarea').fill('Merci d’avoir parlé. Nous allons aider Lina dès demain.')
  await p.locator('form[action$="/reponses"] button').last().click()
  await p.getByText('Nous allons aider Lina dès demain.').first().waitFor()
  await regard(p, 'fiche repondue')
}

async function laReponseSeLit(p: Page, code: string, regard: Regard): Promise<void> {
  await p.goto(`${site.url}/suivi`)
  await regard(p, 'suivi')
  await p.locator('#code').fill(code)
  await p.getByRole('button', { name: 'Ouvrir' }).click()
  await p.getByText('Nous allons aider Lina dès demain.').waitFor()
  await p.getByText(/s’occupe de ton message\./).waitFor()
  await regard(p, 'dialogue')
  await p.getByRole('button', { name: 'Un reçu à imprimer' }).click()
  await p.getByRole('heading', { level: 1, name: 'Reçu' }).waitFor()
  await regard(p, 'recu')
  await p.getByRole('button', { name: 'Revenir à mon message' }).click()
  await p.getByText('Nous allons aider Lina dès demain.').waitFor()
}

async function parcours(o: Parameters<Browser['newContext']>[0], regard: Regard): Promise<string[]> {
  await m.admin('truncate confidentiel.signalement, acces.suivi cascade')
  const sacha = await (await b.newContext({ viewport: { width: 320, height: 640 }, ...o })).newPage()
  const chef = await (
    await contexteDe(b, m, site.url, 'chefTilleuls', { viewport: { width: 1280, height: 900 }, ...o })
  ).newPage()
  const erreurs = [ecouter(sacha), ecouter(chef)]
  const code = await lySacha_raconte(sacha, regard)
  await lAdulteRepond(chef, regard)
  await laReponseSeLit(sacha, code, regard)
  assert.deepEqual(await sacha.context().cookies(), [], 'no cookie on the reporter’s side')
  await sacha.context().close()
  await chef.context().close()
  return erreurs.flat()
}

test('a witness tells, an adult of the school answers, the answer is read: without JavaScript, at 320 px', async () => {
  assert.deepEqual(await parcours({ javaScriptEnabled: false }, async () => {}), [])
})

test('the same with JavaScript, under the real content policy: axe finds nothing on any page, by day and by night, and nothing is wider than 320 px', async () => {
  assert.deepEqual(await parcours({}, sansDefautJourEtNuit), [])
})

test('with the keyboard alone', async () => {
  const p = await (await b.newContext()).newPage()
  await p.goto(`${site.url}/signaler`)
  const aller = async (vers: string): Promise<void> => {
    for (let i = 0; i < 40; i += 1) {
      await p.keyboard.press('Tab')
      if (await p.evaluate<boolean>(`document.activeElement.matches('${vers}')`)) return
    }
    throw new Error(`the keyboard never reaches ${vers}`)
  }
  await aller('#danger')
  await p.keyboard.press('ArrowDown')
  assert.equal(await p.locator('#danger-2').isChecked(), true)
  await aller('.fr-btn--lg')
  await p.keyboard.press('Enter')
  await p.getByRole('heading', { level: 1, name: /Qui es-tu/ }).waitFor()
  await aller('#declarant')
  await p.keyboard.press('Space')
  await p.keyboard.press('Enter')
  await p.getByRole('heading', { level: 1, name: /quelle école/ }).waitFor()
  await aller('#q')
  await p.keyboard.type('tilleuls')
  await p.keyboard.press('Enter')
  await p.getByText('Laquelle est-ce ?').waitFor()
  await p.context().close()
})

test('back, reload and a lost connection lose nothing; leaving quickly leaves nothing', async () => {
  const p = await (await b.newContext()).newPage()
  await p.goto(`${site.url}/signaler`)
  await cocher(p, 'Non, pas maintenant')
  await continuer(p, /Qui es-tu/)
  await cocher(p, 'C’est à moi')
  await continuer(p, /quelle école/)
  await p.goBack()
  await p.getByRole('heading', { level: 1, name: /Qui es-tu/ }).waitFor()
  assert.equal(await p.locator('#declarant').isChecked(), true)
  await p.reload()
  await p.getByRole('heading', { level: 1, name: /Qui es-tu/ }).waitFor()
  assert.equal(await p.locator('#declarant').isChecked(), true)
  await p.context().setOffline(true)
  await p.locator('form.preau-form button.fr-btn--lg').click()
  await p.getByText('Pas de connexion. Tout est encore là').waitFor()
  await p.context().setOffline(false)
  await p.route(/signaler/, (r) =>
    r.fulfill({ status: 503, body: '<main><h1>Indisponible</h1></main>', contentType: 'text/html' }),
  )
  await p.locator('form.preau-form button.fr-btn--lg').click()
  await p.getByText('Ça n’a pas marché cette fois. Tout est encore là').waitFor()
  assert.equal(await p.locator('#declarant').isChecked(), true)
  await p.unroute(/signaler/)
  await continuer(p, /quelle école/)
  const garde = (): Promise<number> => p.evaluate<number>('sessionStorage.length + localStorage.length')
  assert.equal(await garde(), 1)
  await p.route(/wikipedia\.org/, (r) => r.fulfill({ body: 'ailleurs', contentType: 'text/html' }))
  await p.getByRole('link', { name: /Quitter vite/ }).click()
  await p.waitForURL(/wikipedia/)
  await p.goto(`${site.url}/signaler`)
  await p.getByText('quelqu’un est en danger').waitFor()
  await p.context().close()
})

test('what is being written survives a reload before « Continuer », sealed: no word of it can be read in the tab', async () => {
  const p = await (await b.newContext()).newPage()
  await p.goto(`${site.url}/signaler`)
  await cocher(p, 'Non, pas maintenant')
  await continuer(p, /Qui es-tu/)
  await cocher(p, 'C’est à moi')
  await continuer(p, /quelle école/)
  await p.locator('#q').fill('tilleuls')
  await p.getByRole('button', { name: 'Chercher' }).click()
  await cocher(p, 'Collège Les Tilleuls')
  await continuer(p, /Qu’est-ce qui t’arrive/)
  const garde = (): Promise<string> => p.evaluate<string>('sessionStorage.getItem("preau-brouillon")')
  const avant = await garde()
  await p.locator('#recit').fill('Ils m’attendent au portail.')
  while ((await garde()) === avant) await setTimeout(50)
  assert.ok(!(await p.evaluate<string>('JSON.stringify(sessionStorage)')).includes('portail'))
  await p.reload()
  await p.getByRole('heading', { level: 1, name: /Qu’est-ce qui t’arrive/ }).waitFor()
  assert.equal(await p.locator('#recit').inputValue(), 'Ils m’attendent au portail.')
  await p.context().close()
})

const jusquALEcole = async (p: Page, url = site.url): Promise<void> => {
  await p.goto(`${url}/signaler`)
  await cocher(p, 'Non, pas maintenant')
  await continuer(p, /Qui es-tu/)
  await cocher(p, 'C’est à moi')
  await continuer(p, /quelle école/)
}
const titre = (p: Page, name: RegExp): Promise<void> => p.getByRole('heading', { level: 1, name }).waitFor()

test('whoever changes language in the middle goes on where they were, with what they had answered', async () => {
  const p = await (await b.newContext()).newPage()
  await jusquALEcole(p)
  await p.getByRole('button', { name: 'English' }).first().click()
  await titre(p, /Which school is it/)
  await p.getByRole('button', { name: 'Go back' }).click()
  await titre(p, /Who are you/)
  assert.equal(await p.locator('#declarant').isChecked(), true)
  await p.getByRole('button', { name: 'العربية' }).first().click()
  await titre(p, /من أنت/)
  assert.equal(await p.locator('#declarant').isChecked(), true)
  await p.context().close()
})

test('what is refused as it is stays on the screen with its sentence; the code too, when the network is lost beside it', async () => {
  const p = await (await b.newContext()).newPage()
  await jusquALEcole(p)
  await p.locator('#q').fill('tilleuls')
  await p.getByRole('button', { name: 'Chercher' }).click()
  await cocher(p, 'Collège Les Tilleuls')
  await continuer(p, /Qu’est-ce qui t’arrive/)
  await p.locator('#recit').fill('a'.repeat(100_001))
  await p.locator('form.preau-form button.fr-btn--lg').click()
  await p.getByText('Un des textes est trop long').waitFor()
  await p.locator('#recit').fill('Ils m’attendent.')
  await p.getByRole('button', { name: 'Finir et envoyer' }).click()
  await titre(p, /Relis avant/)
  await continuer(p, /C’est envoyé/)
  const code = await p.locator('#code').innerText()
  await p.context().setOffline(true)
  await p.getByRole('button', { name: 'J’ai noté mon code' }).click()
  await p.getByText('Pas de connexion. Tout est encore là').waitFor()
  assert.equal(await p.locator('#code').innerText(), code)
  await p.context().setOffline(false)
  await p.getByRole('button', { name: 'J’ai noté mon code' }).click()
  await titre(p, /Vérifions/)
  await p.context().close()
})

test('a browser that keeps nothing: the form goes on, and back', async () => {
  const p = await (await b.newContext()).newPage()
  const erreurs = ecouter(p)
  await p.addInitScript(
    `Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('off', 'SecurityError') } })`,
  )
  await jusquALEcole(p)
  await p.goBack()
  await titre(p, /Qui es-tu/)
  await p.evaluate(`document.querySelector('a[href="#contenu"]').click()`)
  await continuer(p, /quelle école/)
  assert.deepEqual(erreurs, [])
  await p.context().close()
})

test('without JavaScript, from a browser that says no more than « Origin » (an old iPhone, plain http): forms are taken', async () => {
  const p = await (await b.newContext({ javaScriptEnabled: false })).newPage()
  const ailleurs = Object.assign(new URL(site.url), { hostname: 'preau.test' }).origin
  const dits: Record<string, string>[] = []
  p.on('request', (r) => void (r.method() === 'POST' && dits.push(r.headers())))
  await jusquALEcole(p, ailleurs)
  await p.goto(`${ailleurs}/suivi`)
  await p.locator('#code').fill('abeille')
  await p.getByRole('button', { name: 'Ouvrir' }).click()
  await p.getByText('Tu en as écrit 1.').first().waitFor()
  assert.deepEqual(new Set(dits.map((d) => d['sec-fetch-site'])), new Set([undefined]), 'otherwise this test shows nothing')
  await p.context().close()
})

/** The school alone, then sent. @returns the code. */
async function envoyerVite(p: Page, url = site.url): Promise<string> {
  await jusquALEcole(p, url)
  await p.locator('#q').fill('tilleuls')
  await p.getByRole('button', { name: 'Chercher' }).click()
  await cocher(p, 'Collège Les Tilleuls')
  await continuer(p, /Qu’est-ce qui t’arrive/)
  await p.locator('#recit').fill('Ils m’attendent.')
  await p.getByRole('button', { name: 'Finir et envoyer' }).click()
  await titre(p, /Relis avant/)
  await continuer(p, /C’est envoyé/)
  return p.locator('#code').innerText()
}

for (const javaScriptEnabled of [true, false])
  test(`the code, read in another language, is still there (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async () => {
    const p = await (await b.newContext({ javaScriptEnabled })).newPage()
    const code = await envoyerVite(p)
    await p.getByRole('button', { name: 'العربية' }).click()
    await titre(p, /تم الإرسال/)
    assert.equal(await p.locator('#code').innerText(), code)
    await p.context().close()
  })

test('the code is still there when the page is pulled down and reloaded; not once one has finished, nor by the browser’s arrow', async () => {
  const p = await (await b.newContext()).newPage()
  const code = await envoyerVite(p)
  for (let i = 0; i < 2; i += 1) {
    await p.reload()
    await titre(p, /C’est envoyé/)
    assert.equal(await p.locator('#code').innerText(), code)
  }
  await p.goBack()
  await p.reload()
  await titre(p, /C’est envoyé/)
  await p.getByRole('button', { name: 'Terminer et effacer' }).click()
  await titre(p, /On t’embête/)
  await p.goBack()
  await titre(p, /quelqu’un est en danger/)
  await p.reload()
  await titre(p, /quelqu’un est en danger/)
  assert.ok(!(await p.content()).includes(code.split(' ')[0]!))
  await p.context().close()
})

test('back at the first question with everything told: a reload and another language lose nothing', async () => {
  const p = await (await b.newContext()).newPage()
  await jusquALEcole(p)
  for (const question of [/Qui es-tu/, /quelqu’un est en danger/]) {
    await p.getByRole('button', { name: 'Revenir' }).click()
    await titre(p, question)
  }
  await p.reload()
  await titre(p, /quelqu’un est en danger/)
  await p.locator('#danger-2:checked').waitFor({ state: 'attached' })
  await p.getByRole('button', { name: 'English' }).click()
  await titre(p, /in danger right now/)
  await p.locator('#danger-2:checked').waitFor({ state: 'attached' })
  await p.getByRole('button', { name: 'Continue' }).click()
  await titre(p, /Who are you/)
  assert.equal(await p.locator('#declarant').isChecked(), true)
  await p.context().close()
})

test('the network is lost while answering with the code: the words stay, why is said beside the button, and they leave once', async () => {
  await m.admin('truncate confidentiel.signalement, acces.suivi cascade')
  const p = await (await b.newContext({ viewport: { width: 360, height: 640 } })).newPage()
  const code = await envoyerVite(p)
  await p.goto(`${site.url}/suivi`)
  await p.locator('#code').fill(code)
  await p.getByRole('button', { name: 'Ouvrir' }).click()
  await titre(p, /Ton message/)
  await p.locator('#message').fill('Ils ont recommencé ce matin.')
  await p.context().setOffline(true)
  const envoyer = p.getByRole('button', { name: 'Envoyer', exact: true })
  await envoyer.click()
  const avis = p.getByText('Pas de connexion. Tout est encore là')
  await avis.waitFor()
  const vu = async (): Promise<boolean> => {
    const ou = await avis.boundingBox()
    return ou !== null && ou.y >= 0 && ou.y + ou.height <= 640
  }
  // The page moves smoothly: five seconds are enough to come where one looks.
  for (const fin = performance.now() + 5_000; !(await vu()) && performance.now() < fin;) await p.waitForTimeout(100)
  assert.ok(await vu(), 'where one looks')
  assert.equal(await p.locator('#message').inputValue(), 'Ils ont recommencé ce matin.')
  await p.context().setOffline(false)
  await envoyer.click()
  await p.getByText('Ton message est envoyé.').waitFor()
  await p.reload()
  await titre(p, /Ton message/)
  await p.getByText('Ils ont recommencé ce matin.').waitFor()
  const ecrits = await m.admin('select from confidentiel.message where fil in (select id from confidentiel.signalement)')
  assert.equal(ecrits.length, 1)
  await p.getByRole('button', { name: 'Fermer et effacer' }).click()
  await titre(p, /On t’embête/)
  await p.goBack()
  await titre(p, /Ton code/)
  assert.ok(!(await p.content()).includes('recommencé'))
  await p.context().close()
})

test('a tab left and come back to much later, as when it was closed and is opened again, holds no draft; at once, it does', async () => {
  const p = await (await b.newContext()).newPage()
  await jusquALEcole(p)
  await p.goto('about:blank')
  await p.goBack()
  await titre(p, /quelle école/)
  await p.goto('about:blank')
  await p.addInitScript('const maintenant = Date.now(); Date.now = () => maintenant + 60_000')
  await p.goBack()
  await titre(p, /quelqu’un est en danger/)
  assert.equal(await p.evaluate<string | null>('sessionStorage.getItem("preau-brouillon")'), null)
  await p.context().close()
})

test('in danger, on a telephone: each question and the code are on the screen at once, and so is the number to call', async () => {
  const p = await (await b.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })).newPage()
  const ici = async (): Promise<void> => {
    for (const vu of [p.locator('h1').first(), p.locator('.preau-urgences__premiers a[href="tel:17"]')]) {
      const ou = await vu.boundingBox()
      assert.ok(ou !== null && ou.y >= 0 && ou.y + ou.height <= 844, `${await p.locator('h1').first().innerText()}: ${ou?.y}`)
    }
  }
  await p.goto(`${site.url}/signaler`)
  await cocher(p, 'Oui, maintenant')
  await continuer(p, /Appelle maintenant/)
  await ici()
  await continuer(p, /Qui es-tu/)
  await ici()
  await continuer(p, /quelle école/)
  await p.locator('#q').fill('tilleuls')
  await p.getByRole('button', { name: 'Chercher' }).click()
  await cocher(p, 'Collège Les Tilleuls')
  await p.getByRole('button', { name: 'Finir et envoyer' }).click()
  await titre(p, /Relis avant/)
  await ici()
  await continuer(p, /C’est envoyé/)
  await ici()
  await p.context().close()
})
