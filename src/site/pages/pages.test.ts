import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
import sharp from 'sharp'
import { lireConfig } from '#platform'
import { textesPage } from '#ui'
import { createApp } from '../../app.ts'
import { fr } from '../../signalement/textes/fr.ts'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => {
  m = await nouveauMonde()
  for (const [annee, jour, publier] of [
    ['2025', '2025-11-06', 'oui'],
    ['2026', '2026-11-05', ''],
  ] as const)
    await m.envoyer(
      '/actions/journees/nouvelle',
      { code: 'journee_nationale', annee, jour, introduction: 'Bonjour.', publier },
      'communication',
    )
  await attendre(300)
})
after(() => m.fermer())

const lire = async (chemin: string): Promise<{ statut: number; texte: string; entetes: Headers }> => {
  const r = await m.lire(chemin)
  return { statut: r.status, texte: await r.text(), entetes: r.headers }
}

test('the sitemap and the plan hold every public page that exists, and none that is not published', async () => {
  const { texte, entetes } = await lire('/sitemap.xml')
  assert.equal(entetes.get('content-type'), 'application/xml; charset=utf-8')
  const urls = [...texte.matchAll(/<loc>([^<]+)<\/loc>/g)].map((x) => x[1]!.replace(m.maison.config.origine, ''))
  assert.ok(urls.length > 25 && new Set(urls).size === urls.length)
  for (const url of urls) {
    const r = await lire(url)
    assert.equal(r.statut, 200, url)
    assert.doesNotMatch(r.texte, /<meta name="robots" content="noindex/, url)
  }
  const plan = (await lire('/plan-du-site')).texte
  for (const x of [urls.join(' '), plan]) {
    assert.match(x, /\/journee-nationale\/2025/)
    assert.doesNotMatch(x, /\/journee-nationale\/2026|\/actions|\/boite|\/dossiers|\/photos/)
  }
})

test('robots.txt says where the sitemap is, and whose pages are nobody’s to index', async () => {
  const { texte } = await lire('/robots.txt')
  assert.match(texte, /^Sitemap: http:\/\/localhost:3000\/sitemap\.xml$/m)
  assert.match(texte, /^Disallow: \/suivi$/m)
})

test('security.txt can be read by a program, and is never out of date (RFC 9116)', async () => {
  const { texte, entetes } = await lire('/.well-known/security.txt')
  assert.equal(entetes.get('content-type'), 'text/plain; charset=utf-8')
  const champs = Object.fromEntries(
    texte
      .trim()
      .split('\n')
      .map((l) => l.split(/: (.*)/s) as [string, string]),
  )
  assert.equal(champs.Contact, 'mailto:ne-pas-repondre@localhost')
  const expire = new Date(champs.Expires!)
  const jours = (expire.getTime() - new Date('2026-11-10').getTime()) / 86_400_000
  assert.ok(jours > 90 && jours < 366, String(jours))
})

test('every page of a visitor leads to what the law asks for, and says on itself that no audit was made', async () => {
  for (const chemin of ['/', '/le-pole', '/temps-forts', '/journee-nationale', '/signaler', '/eleves', '/plan-du-site']) {
    const { texte } = await lire(chemin)
    for (const url of ['/mentions-legales', '/donnees-personnelles', '/accessibilite', '/aide', '/plan-du-site'])
      assert.ok(texte.includes(`href="${url}"`), `${chemin}: ${url}`)
    assert.match(texte, /Accessibilité\u00a0: non conforme/, chemin)
  }
})

test('the help answers what a child, a parent and a member of staff ask, by what the site does and says elsewhere', async () => {
  const page = (await lire('/aide')).texte
  const mots = page.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(/\s+/g, ' ')
  const parties = mots.split(/<h2[^>]*>/).slice(1)
  const questions = parties.map((p) => [...p.matchAll(/<summary[^]*?<h3>([^<]+)<\/h3>/g)].map((q) => q[1]!))
  assert.deepEqual(questions, [
    [
      'Qui va lire ce que j’écris ?',
      'Mes parents vont-ils le savoir ?',
      'Puis-je rester anonyme ?',
      'Je ne sais pas si c’est du harcèlement',
      'J’ai perdu mon code',
      'On ne me répond pas',
      'Je me suis trompé, ou je n’ai pas dit la vérité',
      'C’est moi qui l’ai fait',
      'Quelqu’un peut-il voir que je suis venu ici ?',
    ],
    ['Mon enfant ne veut pas que j’en parle', 'L’école ne me répond pas'],
    ['Un élève m’a parlé : que faire ?'],
    [],
  ])
  const corps = /<main[^]*<\/main>/.exec(page)![0]
  for (const [, url] of corps.matchAll(/href="(\/[^"]*)"/g)) assert.equal((await lire(url!)).statut, 200, url!)
  const numeros = new Set<string>(textesPage('fr').urgences.numeros.map((u) => u.numero.replaceAll(/\s/g, '')))
  const dits = corps.replaceAll(/<[^>]*>/g, ' ').match(/\d{2,}(?![\d\s]*h)/g) ?? []
  assert.deepEqual(
    [...new Set(dits)].filter((n) => !numeros.has(n)),
    [],
  )
  const { qui, lecteurs } = fr
  assert.ok(mots.includes(`à « ${qui.question} », choisis « ${qui.options.autre} »`))
  assert.match(lecteurs.jamais, /Les élèves ne lisent jamais. Tes parents ne sont pas prévenus par ce site./)
  assert.match(mots, /Les élèves ne lisent jamais.*Ce site ne prévient pas tes parents/)
})

test('the legal notice names the académie and who hosts; as long as nobody said who, it says so', async () => {
  assert.match((await lire('/mentions-legales')).texte, /académie de Toulouse.*n’est pas encore indiqué/s)
  const config = { ...lireConfig({ PREAU_ENV: 'test', PREAU_JOURNAL: 'silent', PREAU_HEBERGEUR: 'Rectorat <ici>' }) }
  const r = await createApp({ ...m.maison, config }).request('/mentions-legales')
  assert.match(await r.text(), /Rectorat &lt;ici&gt;/)
})

test('what the service is, for whom, what is measured, what it costs, where its code is and whom to ask, on one page', async () => {
  const { texte } = await lire('/ce-service')
  for (const url of ['/stats', '/budget', '/le-pole#joindre', '/avis', '/aide']) assert.ok(texte.includes(`href="${url}"`), url)
  assert.match(texte, /pas encore donné l’adresse/)
  const config = lireConfig({ PREAU_ENV: 'test', PREAU_JOURNAL: 'silent', PREAU_CODE: 'https://code.exemple.fr/preau' })
  const dite = createApp({ ...m.maison, config }).request('/ce-service')
  assert.match(await (await dite).text(), /<a href="https:\/\/code.exemple.fr\/preau" rel="noreferrer external">Lire le code/)
  const { texte: declaration } = await lire('/accessibilite')
  for (const partie of ['Schéma pluriannuel', 'Défenseur des droits', 'RGAA']) assert.ok(declaration.includes(partie), partie)
})

test('pages for pupils, parents and staff, in each language, lead to the way to tell', async () => {
  for (const langue of ['', '/en', '/ar'])
    for (const nom of ['eleves', 'parents', 'personnels']) {
      const { statut, texte } = await lire(`${langue}/${nom}`)
      assert.equal(statut, 200)
      assert.match(texte, new RegExp(`<html lang="${langue.slice(1) || 'fr'}"`))
      assert.match(texte, new RegExp(`href="${langue}/signaler"`))
      assert.match((await lire(langue || '/')).texte, new RegExp(`href="${langue}/${nom}"`))
    }
})

test('before telling: what becomes of it, for a child, and sentences to recognise oneself in, from the first screen, in each language', async () => {
  for (const langue of ['', '/en', '/ar']) {
    const premier = (await lire(`${langue}/signaler`)).texte
    for (const page of ['donnees-personnelles', 'questions']) {
      assert.match(premier, new RegExp(`<main[^]*href="${langue}/${page}"[^]*</main>`), `${langue}/${page}`)
      const { statut, texte } = await lire(`${langue}/${page}`)
      assert.equal(statut, 200)
      assert.match(texte, new RegExp(`<html lang="${langue.slice(1) || 'fr'}"`))
      assert.ok([...texte.matchAll(/<main[^]*<\/main>/g)][0]![0].split('<li>').length > 8)
    }
  }
  assert.match((await lire('/questions')).texte, /rien n’est enregistré/)
})

test('whoever is lost finds where to tell, all the pages, and the numbers; an agent finds their own pages', async () => {
  const perdu = await lire('/nulle-part')
  assert.equal(perdu.statut, 404)
  for (const x of ['href="/signaler"', 'href="/plan-du-site"', 'href="/"', 'le 17']) assert.ok(perdu.texte.includes(x), x)
  assert.match((await lire('/ar/nulle-part')).texte, /href="\/ar\/signaler"/)
  const agent = await (await m.lire('/dossiers/31-2026-AAAA', 'chefTilleuls')).text()
  assert.match(agent, /Revenir à mes pages/)
})

test('the picture of a shared link is ours, for a published edition only; the page names it by its whole address', async () => {
  const page = (await lire('/journee-nationale/2025')).texte
  const image = /property="og:image" content="([^"]+)"/.exec(page)![1]!
  assert.equal(image, 'http://localhost:3000/apercus/journee_nationale-2025.png')
  const r = await m.lire(new URL(image).pathname)
  assert.equal(r.headers.get('content-type'), 'image/png')
  const octets = Buffer.from(await r.arrayBuffer())
  const { width, height, format } = await sharp(octets).metadata()
  assert.deepEqual([width, height, format], [1200, 630, 'png'])
  assert.equal(
    (await m.app.request(new URL(image).pathname, { headers: { 'If-None-Match': r.headers.get('etag')! } })).status,
    304,
  )
  for (const nom of ['journee_nationale-2026.png', 'prix-2025.png', 'x.png', '../etc/passwd', 'constructor-2025.png'])
    assert.equal((await m.lire(`/apercus/${nom}`)).status, 404, nom)
})
