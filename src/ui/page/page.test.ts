import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageGalerie, VUES } from '../galerie.page.ts'
import { html } from '../html.ts'
import { serre } from '../serre.ts'
import { textes } from '../galerie/textes.ts'
import { pageAgents } from './agents.ts'
import { onglet } from './commun.ts'
import { pageErreur } from './erreur.ts'
import { pagePublique, URL_QUITTER } from './publique.ts'

const publique = (titre = 'Mon message') =>
  pagePublique({
    langue: 'fr',
    dir: 'ltr',
    titre,
    chemin: '/aide',
    quitter: true,
    textes,
    languesUrls: [],
    contenu: html`<h1>${titre}</h1>`,
  })

const agents = pageAgents({
  titre: 'À faire',
  agent: { nom: 'Inès <Bassi>', role: 'CPE', cle: 'a1' },
  menu: [
    { libelle: 'À faire', url: '/a-faire', courant: true, compte: 2 },
    { libelle: 'Dossiers', url: '/dossiers', courant: false, compte: 0 },
  ],
  session: { finAvant: '2026-11-23T06:00:00Z', inactiviteMinutes: 30 },
  champsDeconnexion: html`<input type="hidden" name="jeton" value="x" />`,
  contenu: html`<h1>À faire</h1>`,
})

test('after the skip link, the first thing that the keyboard reaches is the way out, without our address', () => {
  const liens = [...serre(publique()).matchAll(/<a [^>]*href="([^"]+)"[^>]*>/g)]
  assert.deepEqual(
    liens.slice(0, 2).map((m) => m[1]),
    ['#contenu', URL_QUITTER],
  )
  assert.match(liens[1]![0], /rel="noreferrer nofollow"/)
})

test('every public page shows the numbers before its content', () => {
  const page = serre(publique())
  assert.ok(page.indexOf('href="tel:17"') > 0)
  assert.ok(page.indexOf('href="tel:17"') < page.indexOf('<main'))
  const numeros = [...page.matchAll(/href="(?:tel|sms):(\d+)"/g)].map((m) => m[1])
  assert.deepEqual(numeros, ['17', '15', '114', '17', '15', '114', '112', '119', '3114', '3018'])
})

test('the tab tells where one is, never what it is about', () => {
  assert.equal(onglet('Étape 2 sur 8', 'Préau'), 'Préau · Étape 2 sur 8')
  for (const titre of [
    'Signaler un harcèlement',
    'Tell about bullying',
    'Être en danger',
    'التنمر في المدرسة',
    'Violences',
    'Préau',
  ]) {
    assert.equal(onglet(titre, 'Préau'), 'Préau')
  }
  assert.match(serre(publique('Je suis victime de harcèlement')), /<title>Préau<\/title>/)
})

test('no page carries inline style, inline script, a handler or another origin’s file', () => {
  for (const vue of VUES) {
    const page = String(pageGalerie(vue))
    assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+=|javascript:/i, vue)
    for (const [, source] of page.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="([^"]*)"/g))
      assert.match(source!, /^\/statique\//, vue)
    assert.doesNotMatch(page, /<script[^>]*>[^<]/, vue)
  }
})

test('no page repeats an id, and every reference to an id finds it', () => {
  for (const vue of VUES) {
    const page = String(pageGalerie(vue))
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]!)
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
      vue,
    )
    const refs = [...page.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap((m) => m[1]!.split(' '))
    assert.deepEqual(
      refs.filter((ref) => !ids.includes(ref)),
      [],
      vue,
    )
  }
})

test('the agents’ page: names are escaped, the current entry is marked, nothing to do shows no count', () => {
  const page = serre(agents)
  assert.match(page, /<p class="preau-agent"><strong>Inès &lt;Bassi&gt;<\/strong><span>CPE<\/span><\/p>/)
  assert.match(
    page,
    /<a class="fr-nav__link" href="\/a-faire" aria-current="page"><span>À faire<\/span><span class="preau-compteur">2<\/span><\/a>/,
  )
  assert.match(page, /<a class="fr-nav__link" href="\/dossiers"><span>Dossiers<\/span><\/a>/)
})

test('the agents’ page: signing out is a form with its token, and the session is told to the script', () => {
  const page = serre(agents)
  assert.match(
    page,
    /<form method="post" action="\/deconnexion" data-deconnexion><input type="hidden" name="jeton" value="x"><button type="submit"/,
  )
  assert.match(
    page,
    /<body class="preau-agents" data-session-fin="2026-11-23T06:00:00Z" data-session-inactivite="30" data-session-agent="a1">/,
  )
})

test('an error page stands alone and offers a way', () => {
  const page = serre(pageErreur({ langue: 'ar', titre: 'غير موجود', texte: '…', liens: [{ libelle: 'ا', url: '/ar' }] }))
  assert.match(page, /<html lang="ar" dir="rtl">/)
  assert.match(page, /<p><a class="fr-btn" href="\/ar">ا<\/a><\/p>/)
  assert.doesNotMatch(page, /<script/)
})
