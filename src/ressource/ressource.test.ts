import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, closeBase, JOUR, openBase, plus, transaction, urlDePorte, uuidv7, type Statement } from '#platform'
import { createApp } from '../app.ts'
import { verserLectures } from './etagere/lectures.ts'
import { NOMS_AGENTS, nouveauMonde, type Monde, type NomAgent } from '../../tests/support/monde.ts'
import { adresseDe, ecrite, enLigne, modifier, publier, RESSOURCE, teteDe } from '../../tests/support/ressources.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const REDACTEURS: readonly NomAgent[] = ['referenteAcademique', 'responsableAcademique', 'communication']
const statut = async (chemin: string, qui?: NomAgent): Promise<number> => (await m.lire(chemin, qui)).status
const texte = async (chemin: string, qui?: NomAgent): Promise<string> => (await m.lire(chemin, qui)).text()

test('written, published, read by anybody; withdrawn, it is gone at once', async () => {
  const id = await ecrite(m, { titre: 'Une affiche bleue' })
  assert.equal(await statut('/ressources/une-affiche-bleue'), 404)
  assert.doesNotMatch(await texte('/ressources'), /Une affiche bleue/)
  assert.equal((await publier(m, id)).status, 303)
  assert.match(await texte('/ressources/une-affiche-bleue'), /<h2>À quoi elle sert<\/h2>/)
  assert.match(await texte('/ressources'), /Une affiche bleue/)
  assert.equal((await m.envoyer(`/redaction/${id}/retrait`, { motif: 'Périmée' }, 'communication')).status, 303)
  assert.equal(await statut('/ressources/une-affiche-bleue'), 404)
  assert.doesNotMatch(await texte('/ressources'), /Une affiche bleue/)
  assert.equal((await m.envoyer(`/redaction/${id}/retrait`, { motif: 'Périmée' }, 'communication')).status, 409)
})

test('nobody else than the editors finds the pages where one writes', async () => {
  const id = await ecrite(m)
  for (const qui of NOMS_AGENTS) {
    const attendu = REDACTEURS.includes(qui) ? 200 : 404
    for (const page of [
      '',
      '/nouvelle',
      `/${id}`,
      `/${id}/modifier`,
      `/${id}/fichier`,
      `/${id}/versions/1`,
      `/${id}/comparer?de=1&a=1`,
    ])
      assert.equal(await statut(`/redaction${page}`, qui), attendu, `${qui} ${page}`)
    if (attendu === 200) continue
    assert.equal((await m.envoyer('/redaction/nouvelle', { ...RESSOURCE }, qui)).status, 404, qui)
    for (const forme of ['modifier', 'publication', 'retrait', 'annulation', 'restauration'])
      assert.equal((await m.envoyer(`/redaction/${id}/${forme}`, { ...RESSOURCE }, qui)).status, 404, `${qui} ${forme}`)
  }
})

test('what lacks is told, and what was typed comes back', async () => {
  const r = await m.envoyer(
    '/redaction/nouvelle?genre=ressource',
    { titre: '', texte: 'Resté là.', lien: 'javascript:alert(1)', suite: 'enregistrer' },
    'communication',
  )
  assert.equal(r.status, 422)
  const page = await r.text()
  for (const phrase of [
    'Donnez un titre',
    'Résumez en une',
    'Choisissez la forme',
    'Dites pour qui',
    'Dites à quelles conditions',
    'adresse complète',
    'Resté là.',
  ])
    assert.match(page, new RegExp(phrase))
  for (const adresse of ['kit', 'fichiers', 'À Part', '../x', '-a'])
    assert.equal(
      (await m.envoyer('/redaction/nouvelle?genre=ressource', { ...RESSOURCE, adresse, suite: 'enregistrer' }, 'communication'))
        .status,
      422,
      adresse,
    )
})

test('two resources of one title have two addresses; a form sent twice writes once', async () => {
  const ressource = uuidv7()
  const champs = { ...RESSOURCE, titre: 'Deux fois', ressource, id: uuidv7(), suite: 'enregistrer' }
  for (const _ of [1, 2])
    assert.equal((await m.envoyer('/redaction/nouvelle?genre=ressource', champs, 'communication')).status, 303)
  assert.equal((await m.admin('select from prevention.version where ressource = $1', [ressource])).length, 1)
  assert.equal(await adresseDe(m, await ecrite(m, { titre: 'Deux fois' })), 'deux-fois-2')
  assert.equal(
    (
      await m.envoyer(
        '/redaction/nouvelle?genre=ressource',
        { ...champs, ressource: uuidv7(), id: uuidv7(), adresse: 'deux-fois' },
        'communication',
      )
    ).status,
    422,
  )
})

test('a next version is only seen once published; the preview stores nothing', async () => {
  const { id, adresse } = await enLigne(m, { titre: 'Version après version' })
  assert.equal((await modifier(m, id, { titre: 'Version après version', texte: 'Texte neuf' })).status, 303)
  assert.doesNotMatch(await texte(`/ressources/${adresse}`), /Texte neuf/)
  const vu = await modifier(m, id, { texte: 'Essai **gras**', suite: 'apercu' })
  assert.equal(vu.status, 200)
  assert.match(await vu.text(), /Essai <strong>gras<\/strong>/)
  assert.equal((await m.admin('select from prevention.version where ressource = $1', [id])).length, 2)
  assert.equal((await publier(m, id)).status, 303)
  assert.match(await texte(`/ressources/${adresse}`), /Texte neuf/)
})

test('two people at once: the second is told, both texts are kept, and the second goes after the first', async () => {
  const id = await ecrite(m, { titre: 'À deux' })
  const base = await teteDe(m, id)
  assert.equal((await modifier(m, id, { texte: 'Le texte de la première' }, base)).status, 303)
  const second = await modifier(m, id, { texte: 'Le texte du second' }, base, 'referenteAcademique')
  assert.equal(second.status, 409)
  const page = await second.text()
  assert.match(page, /Zoé Prat a écrit pendant que vous écriviez/)
  assert.match(page, /Le texte du second<\/textarea>/)
  assert.match(page, /<del\b.*retiré.*première/s)
  const versions = await m.admin<{ rang: number; texte: string; ecartee: boolean }>(
    'select rang, texte, ecartee from prevention.version where ressource = $1 order by rang',
    [id],
  )
  assert.deepEqual(
    versions.map((v) => [v.rang, v.texte, v.ecartee]),
    [
      [1, RESSOURCE.texte, false],
      [2, 'Le texte de la première', false],
      [3, 'Le texte du second', true],
    ],
  )
  const apres = /name="base" value="([^"]+)"/.exec(page)![1]!
  assert.equal((await modifier(m, id, { texte: 'Les deux' }, apres, 'referenteAcademique')).status, 303)
  assert.match(await texte(`/redaction/${id}/versions/4`, 'communication'), /Les deux/)
})

test('truly at the same instant, one of the two is the newest and the other is kept aside', async () => {
  const id = await ecrite(m, { titre: 'Au même instant' })
  const base = await teteDe(m, id)
  const reponses = await Promise.all(
    (['communication', 'referenteAcademique', 'responsableAcademique'] as const).map((qui) =>
      modifier(m, id, { texte: `Texte de ${qui}` }, base, qui),
    ),
  )
  assert.deepEqual(reponses.map((r) => r.status).toSorted(), [303, 409, 409])
  assert.equal((await m.admin('select from prevention.version where ressource = $1 and ecartee', [id])).length, 2)
})

test('an old version is taken up again: it becomes the newest, nothing is rewound', async () => {
  const id = await ecrite(m, { titre: 'Reprise' })
  await modifier(m, id, { titre: 'Reprise', texte: 'Moins bien' })
  assert.match(await texte(`/redaction/${id}/comparer?de=1&a=2`, 'communication'), /<ins\b.*Moins bien/s)
  const base = await teteDe(m, id)
  assert.equal((await m.envoyer(`/redaction/${id}/restauration`, { rang: '1', base }, 'communication')).status, 303)
  assert.match(await texte(`/redaction/${id}/versions/3`, 'communication'), /Elle dit à qui parler/)
  assert.equal((await m.envoyer(`/redaction/${id}/restauration`, { rang: '1', base }, 'communication')).status, 409)
  assert.equal((await m.envoyer(`/redaction/${id}/restauration`, { rang: '99', base }, 'communication')).status, 404)
})

test('it appears at its time and ends at its time, by the clock alone', async () => {
  const debut = clock.now()
  try {
    const id = await ecrite(m, { titre: 'Du 12 au 13' })
    for (const champs of [
      { du: '2026-11-09', heure: '08:00' },
      { du: '2026-11-12', heure: '25:00' },
      { du: '2026-02-30', heure: '08:00' },
      { au: '2026-11-09' },
      { du: '2026-11-12', heure: '08:00', au: '2026-11-11' },
    ] as Record<string, string>[])
      assert.equal((await publier(m, id, champs)).status, 422, JSON.stringify(champs))
    assert.equal((await publier(m, id, { du: '2026-11-12', heure: '08:00', au: '2026-11-13' })).status, 303)
    const vue = async (quand: string): Promise<boolean> => {
      clock.set(new Date(quand))
      const page = await statut('/ressources/du-12-au-13')
      const liste = /Du 12 au 13/.test(await texte('/ressources?q=12'))
      assert.equal(liste, page === 200, quand)
      return page === 200
    }
    assert.equal(await vue('2026-11-12T07:59:59+01:00'), false)
    assert.equal(await vue('2026-11-12T08:00:00+01:00'), true)
    assert.equal(await vue('2026-11-13T23:59:59+01:00'), true)
    assert.equal(await vue('2026-11-14T00:00:00+01:00'), false)
  } finally {
    clock.set(debut)
  }
})

test('a version prepared for later does not show before, and gives way to one that is published now', async () => {
  const debut = clock.now()
  try {
    const { id, adresse } = await enLigne(m, { titre: 'Préparée', texte: 'Première' })
    await modifier(m, id, { titre: 'Préparée', texte: 'Pour demain' })
    assert.equal((await publier(m, id, { du: '2026-11-11', heure: '08:00' })).status, 303)
    assert.match(await texte(`/ressources/${adresse}`), /Première/)
    await modifier(m, id, { titre: 'Préparée', texte: 'Pour maintenant' })
    assert.equal((await publier(m, id)).status, 303)
    clock.set(plus(debut, 3 * JOUR))
    assert.match(await texte(`/ressources/${adresse}`), /Pour maintenant/)
    clock.set(debut)
    assert.equal((await m.envoyer(`/redaction/${id}/annulation`, {}, 'communication')).status, 409)
  } finally {
    clock.set(debut)
  }
})

test('one cannot publish a version that is no longer the newest, nor one that somebody could not read', async () => {
  const id = await ecrite(m, { titre: 'Pas encore', texte: '![](fichier:1)' })
  assert.equal((await publier(m, id)).status, 409)
  assert.match(await texte(`/redaction/${id}`, 'communication'), /n’est pas un fichier de cette page/)
  const vieille = await teteDe(m, id)
  await modifier(m, id, { titre: 'Pas encore', texte: 'Mieux.' })
  assert.equal((await publier(m, id, { version: vieille })).status, 409)
  assert.equal((await publier(m, id)).status, 303)
})

test('what replaces another takes its place on the shelf; the old address says so; no circle', async () => {
  const vieille = await enLigne(m, { titre: 'Le guide de 2023' })
  const neuve = await enLigne(m, { titre: 'Le guide de 2026', remplace: vieille.id })
  const liste = await texte('/ressources?q=guide')
  assert.match(liste, /Le guide de 2026/)
  assert.doesNotMatch(liste, /Le guide de 2023/)
  assert.match(await texte(`/ressources/${vieille.adresse}`), /Une ressource plus récente la remplace/)
  assert.match(await texte(`/ressources/${neuve.adresse}`), /Elle remplace/)
  assert.equal((await modifier(m, vieille.id, { remplace: neuve.id })).status, 422)
  assert.equal((await modifier(m, vieille.id, { remplace: vieille.id })).status, 422)
  assert.equal((await modifier(m, vieille.id, { remplace: uuidv7() })).status, 422)
  await m.envoyer(`/redaction/${neuve.id}/retrait`, { motif: 'Périmée' }, 'communication')
  assert.match(await texte('/ressources?q=guide'), /Le guide de 2023/)
})

test('found by its words: accents, endings, mistakes and order do not matter', async () => {
  await enLigne(m, {
    titre: 'Les témoins du harcèlement',
    resume: 'Réagir quand on voit.',
    texte: 'Une séance sur les insultes en ligne.',
    themes: 'cyber',
  })
  const trouve = async (q: string): Promise<boolean> =>
    /Les témoins du harcèlement/.test(await texte(`/ressources?q=${encodeURIComponent(q)}`))
  for (const q of [
    'temoin',
    'HARCELEMENT témoins',
    'harceler',
    'harcelemnt',
    'insulte',
    'temoins harcelment',
    'harcè',
    'le téléphone',
    '« témoins » !',
  ])
    assert.equal(await trouve(q), true, q)
  for (const q of ['dinosaure', 'xyzzyq']) assert.equal(await trouve(q), false, q)
  for (const q of ["'", '\\', ':*', '& |', '!', '(', 'a & (b', '%', 'été:*A', '<script>'])
    assert.equal(await statut(`/ressources?q=${encodeURIComponent(q)}`), 200, q)
  assert.match(await texte('/ressources?q=harcelemnt'), /Rien pour «\u00a0harcelemnt\u00a0»\. Avec «\u00a0harcèlement\u00a0»/)
})

test('each facet filters, and counts what it would leave', async () => {
  await enLigne(m, {
    titre: 'Un film pour les familles',
    forme: 'film',
    publics: 'familles',
    niveaux: 'lycee',
    themes: 'droits',
    piliers: '5',
    duree: '90',
    falc: 'oui',
  })
  for (const q of [
    'forme=film',
    'public=familles',
    'niveau=lycee',
    'theme=droits',
    'pilier=5',
    'duree=longue',
    'falc=oui',
    'forme=film&public=familles',
  ]) {
    const page = await texte(`/ressources?${q}`)
    assert.match(page, /Un film pour les familles/, q)
    assert.match(page, /Une ressource\./, q)
  }
  assert.doesNotMatch(await texte('/ressources?forme=affiche'), /Un film pour les familles/)
  assert.match(await texte('/ressources?public=familles'), /<option value="film">Film court \(1\)/)
  assert.equal(await statut('/ressources?forme=nimporte&page=999'), 200)
})

test('several chosen make one page to print; what is not online is left out', async () => {
  const a = await enLigne(m, { titre: 'Kit un', texte: '# Dedans un' })
  const b = await enLigne(m, { titre: 'Kit deux', texte: '# Dedans deux' })
  const brouillon = await adresseDe(m, await ecrite(m, { titre: 'Kit caché' }))
  const page = await texte(`/ressources/kit?r=${b.adresse}&r=${a.adresse}&r=${brouillon}&r=${a.adresse}`)
  assert.ok(page.indexOf('Dedans deux') < page.indexOf('Dedans un'))
  assert.match(page, /<h3>Dedans un<\/h3>/)
  assert.doesNotMatch(page, /Kit caché/)
  assert.match(await texte('/ressources/kit'), /Cochez des ressources/)
})

test('readings are counted by day, and by nothing else', async () => {
  const { id, adresse } = await enLigne(m, { titre: 'Très lue' })
  for (const _ of [1, 2, 3]) await statut(`/ressources/${adresse}`)
  await verserLectures(m.maison)
  assert.deepEqual(await m.admin('select nombre, jour::text from prevention.lecture where ressource = $1', [id]), [
    { nombre: 3, jour: '2026-11-10' },
  ])
  const colonnes = await m.admin<{ nom: string }>(
    "select column_name as nom from information_schema.columns where table_schema = 'prevention' and table_name = 'lecture' order by 1",
  )
  assert.deepEqual(
    colonnes.map((c) => c.nom),
    ['acad', 'jour', 'nombre', 'ressource'],
  )
  const r = await m.lire(`/ressources/${adresse}`)
  assert.equal(r.headers.get('set-cookie'), null)
})

test('a free page: for everybody, at its own address, gone when withdrawn', async () => {
  const { id, adresse } = await enLigne(m, { titre: 'Pour les élèves', texte: '# Tu peux parler' }, 'page')
  assert.equal(adresse, 'pour-les-eleves')
  assert.match(await texte('/pages/pour-les-eleves'), /<h2>Tu peux parler<\/h2>/)
  assert.equal(await statut('/ressources/pour-les-eleves'), 404)
  assert.equal((await modifier(m, id, { acces: 'personnels', forme: '' })).status, 422)
  await m.envoyer(`/redaction/${id}/retrait`, { motif: 'Périmée' }, 'communication')
  assert.equal(await statut('/pages/pour-les-eleves'), 404)
})

test('a browser that has the page is told whether it is still the same', async () => {
  const { id, adresse } = await enLigne(m, { titre: 'Même page' })
  const r = await m.lire(`/ressources/${adresse}`)
  const marque = r.headers.get('etag')!
  const demander = (): Promise<Response> =>
    m.app.request(`/ressources/${adresse}`, { headers: { 'If-None-Match': marque } }) as Promise<Response>
  assert.equal((await demander()).status, 304)
  await m.envoyer(`/redaction/${id}/retrait`, { motif: 'Périmée' }, 'communication')
  assert.equal((await demander()).status, 404)
})

test('the database refuses by itself: no version rewritten, no draft read, no publication by others', async () => {
  let rang = 0
  const libre = (text: string): Statement<{}, unknown> => ({ name: `essai${rang++}`, text, params: [] })
  const comme = async (qui: NomAgent, text: string): Promise<number> =>
    transaction(m.maison.base, 'agent', { session: await m.session(qui) }, (db) => db.run(libre(text)))
  const id = await ecrite(m, { titre: 'Gardée' })
  const version = await teteDe(m, id)
  for (const sql of [
    "update prevention.version set texte = 'x'",
    'delete from prevention.version',
    'delete from prevention.publication',
    `update prevention.fichier set examen = 'sain'`,
  ])
    await assert.rejects(comme('communication', sql), /permission denied/, sql)
  const publier = `insert into prevention.publication (acad, id, ressource, version, du, par, le) values ('16', gen_random_uuid(), '${id}', '${version}', now(), acces.moi(), now())`
  for (const qui of NOMS_AGENTS.filter((n) => !REDACTEURS.includes(n))) {
    assert.equal(await comme(qui, `select from prevention.version where id = '${version}'`), 0, qui)
    assert.equal(await comme(qui, 'select from prevention.publication'), 0, qui)
    assert.equal(await comme(qui, "select from prevention.chercher('16', 'gardee')"), 0, qui)
    await assert.rejects(comme(qui, publier), /row-level security/, qui)
  }
  assert.equal(await comme('communication', "select from prevention.chercher('99', 'affiche')"), 0)
})

test('what is for the staff is nowhere for the public: page, search, counts, kit, relay, plan, database', async () => {
  const avant = await texte('/ressources')
  const publique = await enLigne(m, { titre: 'Visible zibeline' })
  const id = await ecrite(m, {
    titre: 'Secret zibeline',
    texte: 'Mot rarissime : ornithorynque.',
    acces: 'personnels',
    forme: 'formation',
    remplace: publique.id,
  })
  assert.equal((await publier(m, id)).status, 303)
  const adresse = await adresseDe(m, id)
  for (const chemin of [
    '/ressources',
    '/ressources?q=zibeline',
    '/ressources?q=ornithorynque',
    '/ressources?forme=formation',
    `/ressources/kit?r=${adresse}&r=${publique.adresse}`,
    `/ressources/${publique.adresse}`,
    '/plan-du-site',
    '/sitemap.xml',
    '/',
  ])
    assert.doesNotMatch(
      await texte(chemin),
      /Secret zibeline|secret-zibeline|Formation \([1-9]|ornithorynque\.|plus récente la remplace/,
      chemin,
    )
  assert.equal(await statut(`/ressources/${adresse}`), 404)
  const nombre = (page: string): number => Number(/(\d+) ressources\./.exec(page)?.[1])
  assert.equal(nombre(await texte('/ressources')), nombre(avant) + 1, 'only the public one is counted')
  const libre = (text: string): Statement<{}, unknown> => ({ name: text.slice(0, 50), text, params: [] })
  const enPublic = (text: string): Promise<number> => transaction(m.maison.base, 'public', {}, (db) => db.run(libre(text)))
  assert.equal(await enPublic("select from prevention.chercher('16', 'ornithorynqu')"), 0)
  assert.equal(await enPublic(`select from prevention.version where ressource = '${id}'`), 0)
  assert.equal(await enPublic(`select from prevention.ressource where id = '${id}'`), 0)
  for (const qui of NOMS_AGENTS) {
    assert.match(await texte('/bibliotheque?q=ornithorynque', qui), /Secret zibeline/, qui)
    assert.equal(await statut(`/bibliotheque/${adresse}`, qui), 200, qui)
  }
  assert.equal(await statut('/bibliotheque'), 303, 'to sign in')
})

test('another process shows a publication and a withdrawal at the very next visit', async () => {
  const base = openBase((door) => urlDePorte(m.url, m.maison.trousseau, door))
  const autre = createApp({ ...m.maison, base })
  const vue = async (): Promise<[number, boolean]> => [
    (await autre.request('/ressources/ailleurs')).status,
    /Vue ailleurs/.test(await (await autre.request('/ressources')).text()),
  ]
  try {
    assert.deepEqual(await vue(), [404, false])
    const { id } = await enLigne(m, { titre: 'Vue ailleurs', adresse: 'ailleurs' })
    assert.deepEqual(await vue(), [200, true])
    await m.envoyer(`/redaction/${id}/retrait`, { motif: 'Périmée' }, 'communication')
    assert.deepEqual(await vue(), [404, false])
  } finally {
    await closeBase(base)
  }
})
