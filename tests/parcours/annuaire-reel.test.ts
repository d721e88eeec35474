import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { importerAnnuaire } from '#annuaire'
import { nouveauMonde, type Monde } from '../support/monde.ts'
import { contexteDe, ouvrirNavigateur, sansDefaut, servirMonde } from '../support/navigateur.ts'

/** The real directory of the académie, where it is at hand: the project does not contain it and does not need it. */
const FICHIER =
  process.env.PREAU_ANNUAIRE_REEL ??
  new URL('../../../shared/data/annuaire-education-toulouse-2024-11.csv', import.meta.url).pathname
const skip = existsSync(FICHIER) ? false : 'the real directory is not here (PREAU_ANNUAIRE_REEL)'

let m: Monde
let b: Browser
let site: { url: string; fermer(): Promise<void> }
let ecole: { etab: string; nom: string; commune: string }
before(async () => {
  if (skip !== false) return
  m = await nouveauMonde()
  const bilan = await importerAnnuaire({ url: m.url, fichier: FICHIER, acad: '16', sansFermer: true })
  assert.ok(bilan)
  // A real collège of Haute-Garonne where nobody holds a post in this world: its référent is the département's.
  ;[ecole] = (await m.admin<typeof ecole>(`select etab, nom, commune from annuaire.etablissement
    where dept = '031' and type = 'college' and etab not like '0319%' and nom ~ '^Collège [A-Z]' order by nom limit 1`)) as [
    typeof ecole,
  ]
  b = await ouvrirNavigateur()
  site = await servirMonde(m)
})
after(async () => {
  if (skip !== false) return
  await b.close()
  await site.fermer()
  await m.fermer()
})

async function raconterLa(p: Page): Promise<void> {
  const suite = (h: RegExp): Promise<void> =>
    p
      .locator('form.preau-form button.fr-btn--lg')
      .click()
      .then(() => p.getByRole('heading', { level: 1, name: h }).waitFor())
  await p.goto(`${site.url}/signaler`)
  await p.locator('label[for="danger-2"]').click()
  await suite(/Qui es-tu/)
  await suite(/quelle école/)
  await p
    .locator('#q')
    .fill(`${ecole.nom.replace('Collège', 'college').normalize('NFD').replace(/\p{M}/gu, '')} ${ecole.commune}`)
  await p.getByRole('button', { name: 'Chercher' }).click()
  await p.locator(`input[value="${ecole.etab}"]`).waitFor({ state: 'attached' })
  await p.locator(`.fr-radio-group:has(input[value="${ecole.etab}"]) label`).click()
  await suite(/Qu’est-ce qui t’arrive/)
  for (const h of [/commencé quand/, /où/, /Qui fait/, /au courant/, /réponse/, /Relis/, /envoyé/]) await suite(h)
}

for (const javaScriptEnabled of [false, true])
  test(
    `a report to a real school of the directory reaches the référent of its département (JavaScript ${javaScriptEnabled ? 'on' : 'off'})`,
    { skip },
    async () => {
      await m.admin('truncate confidentiel.signalement, acces.suivi cascade')
      const p = await (await b.newContext({ javaScriptEnabled, viewport: { width: 390, height: 800 } })).newPage()
      await raconterLa(p)
      const referent = await (await contexteDe(b, m, site.url, 'referent31', { javaScriptEnabled, bypassCSP: true })).newPage()
      await referent.goto(`${site.url}/boite`)
      assert.deepEqual(await referent.locator('tbody a').allInnerTexts(), [ecole.nom])
      if (javaScriptEnabled) await sansDefaut(referent, 'boite')
      const autre = await (await contexteDe(b, m, site.url, 'referent81', { javaScriptEnabled })).newPage()
      await autre.goto(`${site.url}/boite`)
      assert.deepEqual(await autre.locator('tbody a').allInnerTexts(), [])
    },
  )
