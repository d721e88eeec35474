import assert from 'node:assert/strict'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { nouveauMonde, type Monde, type NomAgent } from './monde.ts'
import { ecouter, ouvrirNavigateur, sansDefaut, sAsseoir, servirMonde } from './navigateur.ts'

/** Where people sit: the house, a browser, and whether scripts run in it. */
export interface Lieu {
  m: Monde
  b: Browser
  url: string
  js: boolean
  fermer(): Promise<void>
}

export async function ouvrirLieu(quand: Date, js: boolean): Promise<Lieu> {
  const m = await nouveauMonde(quand)
  const [b, site] = await Promise.all([ouvrirNavigateur(), servirMonde(m)])
  const fermer = async (): Promise<void> => {
    await b.close()
    await site.fermer()
    await m.fermer()
  }
  return { m, b, url: site.url, js, fermer }
}

/** Somebody in front of a screen, who finds the way by the words of the page alone. */
export class Gens {
  readonly p: Page
  readonly #lieu: Lieu
  constructor(p: Page, lieu: Lieu) {
    this.p = p
    this.#lieu = lieu
  }
  va = (chemin: string): Promise<unknown> => this.p.goto(`${this.#lieu.url}${chemin}`)
  /** Follows the first link of these words. */
  suit = (lien: string | RegExp, dans: Locator | Page = this.p): Promise<void> =>
    dans.getByRole('link', { name: lien }).first().click()
  /** Opens what is folded under these words, and works inside. */
  async ouvre(titre: string): Promise<Locator> {
    const plis = this.p.locator('details').filter({ has: this.p.locator('> summary', { hasText: titre }) })
    const pli = plis.first()
    if ((await pli.getAttribute('open')) === null) await pli.locator('> summary').click()
    return pli
  }
  ecrit = (libelle: string | RegExp, texte: string, dans: Locator | Page = this.p): Promise<void> =>
    dans.getByLabel(libelle).first().fill(texte)
  /** In a closed list, the line that says so. */
  async prend(libelle: string, option: string, dans: Locator | Page = this.p): Promise<void> {
    const liste = dans.getByLabel(libelle).first()
    const ligne = liste.locator('option', { hasText: option }).first()
    await liste.selectOption({ label: (await ligne.textContent()) ?? '' })
  }
  /** One answer to the question that begins so, as people do: on the words. */
  repond = (question: string, reponse: string, dans: Locator | Page = this.p): Promise<void> =>
    dans
      .locator('fieldset', { has: this.p.locator('> legend', { hasText: new RegExp(`^\\s*${question}`) }) })
      .last()
      .locator('label', { hasText: reponse })
      .first()
      .click()
  coche = (libelle: string, dans: Locator | Page = this.p): Promise<void> =>
    dans.locator('label', { hasText: libelle }).first().click()
  appuie = (bouton: string | RegExp, dans: Locator | Page = this.p): Promise<void> =>
    dans.getByRole('button', { name: bouton }).first().click()
  regarde = (ou: string): Promise<void> => regarder(this.p, this.#lieu, ou)
  /** What is read, without the menus; the spaces of French typography read as plain ones. */
  async texte(): Promise<string> {
    const dit = await this.p.locator('.fr-notice, main').allInnerTexts()
    return dit.join('\n').replace(/[\u00a0\u202f]/g, ' ')
  }
  /** These sentences are on the screen, or come to it. */
  async lit(...phrases: (string | RegExp)[]): Promise<void> {
    for (const x of phrases) await this.#attend(x)
  }
  async #attend(x: string | RegExp): Promise<void> {
    let texte = ''
    for (let fois = 0; fois < 50; fois++) {
      texte = await this.texte()
      if (typeof x === 'string' ? texte.includes(x) : x.test(texte)) return
      await this.p.waitForTimeout(100)
    }
    assert.fail(`${this.p.url()} does not say « ${x} »:\n${texte}`)
  }
  /** And these are not. */
  async neLitPas(...phrases: (string | RegExp)[]): Promise<void> {
    const texte = await this.texte()
    for (const x of phrases)
      assert.ok(!(typeof x === 'string' ? texte.includes(x) : x.test(texte)), `${this.p.url()} says « ${x} »:\n${texte}`)
  }
}

/** The page as it is: nothing wider than the screen, and axe finds nothing where it can run. `PREAU_PHOTOS=folder` keeps a picture. */
async function regarder(p: Page, lieu: Lieu, ou: string): Promise<void> {
  const photos = process.env.PREAU_PHOTOS
  if (photos !== undefined) await p.screenshot({ path: `${photos}/${ou}.png`, fullPage: true })
  assert.equal(
    await p.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    0,
    `${ou}: too wide`,
  )
  assert.doesNotMatch(await p.locator('body').innerText(), /\bS\d{2,3}\b|\.\. |undefined|\[object/, ou)
  if (lieu.js) await sansDefaut(p, ou)
}

/** A phone, or the screen of a desk. */
export const TELEPHONE = { width: 390, height: 844 }
export const PETIT = { width: 320, height: 640 }

/** Somebody (nobody in particular: the public door) sits down, works, and leaves; on each page nothing is too wide nor in error. */
export async function devant(
  lieu: Lieu,
  qui: NomAgent | null,
  travail: (g: Gens) => Promise<void>,
  o: BrowserContextOptions = {},
): Promise<void> {
  const options = { viewport: TELEPHONE, javaScriptEnabled: lieu.js, bypassCSP: lieu.js, ...o }
  const { p, quitter } = await sAsseoir(lieu.b, lieu.m, lieu.url, qui, options)
  p.setDefaultTimeout(10_000)
  const plaintes = ecouter(p)
  await travail(new Gens(p, lieu))
  assert.deepEqual(plaintes, [])
  await quitter()
}
