import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
import { transaction, uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Ecole, type Monde, type NomAgent } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

/** A page may lag behind a publication by less than a second. */
const lire = async (chemin: string): Promise<{ statut: number; texte: string; entetes: Headers }> => {
  await attendre(500)
  const r = await m.lire(chemin)
  return { statut: r.status, texte: await r.text(), entetes: r.headers }
}
const edition = (annee: string, jour: string, champs: Record<string, string> = {}): Promise<Response> =>
  m.envoyer(
    '/actions/journees/nouvelle',
    { code: 'journee_nationale', annee, jour, introduction: `Une journée en ${annee}.`, ...champs },
    'communication',
  )

const DECLARENT = {
  tilleuls: 'chefTilleuls',
  saules: 'chefSaules',
  glycines: 'directriceGlycines',
  pruniers: 'chefPruniers',
} as const satisfies Partial<Record<Ecole, NomAgent>>
const FAITES = ['brouillon', 'proposee', 'validee', 'publiee', 'refusee'] as const

/** Carries an action along its way, by the forms, up to a state. */
async function menee(
  ecole: keyof typeof DECLARENT,
  etat: (typeof FAITES)[number],
  champs: Record<string, string> = {},
): Promise<string> {
  const id = uuidv7()
  const chef = DECLARENT[ecole]
  const valide = ECOLES[ecole].dept === '031' ? 'referent31' : 'referent81'
  const forme = {
    temps_fort: '2026.journee_nationale',
    du: '2026-11-05',
    type: 'jeu',
    publics: 'collegiens',
    effectif: '100',
    titre: `Titre ${etat} ${ecole}`,
    texte: `Texte ${etat} ${ecole}.`,
  }
  const pas = async (chemin: string, qui: NomAgent, dit: Record<string, string>): Promise<void> => {
    const [a] = await m.admin<{ version: number }>('select version from prevention.action where id = $1', [id])
    const r = await m.envoyer(chemin, { version: String(a?.version ?? ''), ...dit }, qui)
    assert.equal(r.status, 303, `${chemin}: ${r.status}`)
  }
  await pas('/actions/nouvelle', chef, {
    id,
    etab: ECOLES[ecole].etab,
    suite: etat === 'brouillon' ? 'brouillon' : 'proposer',
    ...forme,
    ...champs,
  })
  if (etat === 'refusee') await pas(`/actions/${id}/renvoi`, valide, { motif: 'À revoir : raison secrète' })
  if (etat === 'validee' || etat === 'publiee') await pas(`/actions/${id}/validation`, valide, {})
  if (etat === 'publiee') await pas(`/actions/${id}/publication`, 'communication', {})
  return id
}

const ADRESSES = [
  '/journee-nationale',
  '/journee-nationale/2026',
  '/journee-nationale/2026?dept=031',
  '/journee-nationale/2026?niveau=college&type=jeu&public=collegiens',
  '/journee-nationale/2026/actions.atom',
  '/journee-nationale/2026/calendrier.ics',
]

test('before any edition: a page that says so, and no year', async () => {
  assert.equal((await lire('/journee-nationale')).statut, 200)
  assert.equal((await lire('/journee-nationale/2026')).statut, 404)
})

test('an edition in preparation, and its published actions, are nowhere; then all of it shows within a second', async () => {
  assert.equal((await edition('2026', '2026-11-05')).status, 303)
  await menee('saules', 'publiee')
  for (const a of ADRESSES) {
    const r = await lire(a)
    assert.ok(r.statut === 404 || !r.texte.includes('Titre publiee saules'), a)
  }
  const publique = {
    version: '1',
    jour: '2026-11-05',
    introduction: 'Une journée en 2026.',
    expo_titre: 'Affiches du prix',
    expo_du: '2026-11-05',
    expo_au: '2026-11-20',
    expo_lieu: 'Hall du rectorat',
    palmares_url: 'https://palmares.example/2026',
    publier: 'oui',
  }
  assert.equal((await m.envoyer('/actions/journees/2026/journee_nationale', publique, 'communication')).status, 303)
  const { texte, statut } = await lire('/journee-nationale/2026')
  assert.equal(statut, 200)
  for (const dit of [
    'Titre publiee saules',
    'Une journée en 2026.',
    'Affiches du prix',
    'du 5 au 20 novembre 2026',
    'Hall du rectorat',
    'https://palmares.example/2026',
    'Haute-Garonne',
    'Tarn',
  ])
    assert.ok(texte.includes(dit), dit)
})

test('what is not published is nowhere: neither page, nor filter, nor feed, nor calendar', async () => {
  for (const etat of FAITES) await menee('tilleuls', etat)
  for (const a of ADRESSES) {
    const { texte } = await lire(a)
    assert.ok(texte.includes('publiee tilleuls'), `${a} tells what is published`)
    for (const cachee of ['brouillon', 'proposee', 'validee', 'refusee'])
      assert.ok(!texte.includes(`${cachee} tilleuls`), `${a}: ${cachee}`)
    for (const interne of ['raison secrète', 'Vidal', 'Costa', 'Prat']) assert.ok(!texte.includes(interne), `${a}: ${interne}`)
  }
})

test('withdrawn, it is gone within a second, caches included', async () => {
  const id = await menee('pruniers', 'publiee', { titre: 'Bientôt retirée' })
  const avant = await lire('/journee-nationale/2026')
  assert.match(avant.texte, /Bientôt retirée/)
  const marque = avant.entetes.get('etag')!
  assert.equal(avant.entetes.get('cache-control'), 'public, max-age=0, must-revalidate')
  assert.equal((await m.app.request('/journee-nationale/2026', { headers: { 'If-None-Match': marque } })).status, 304)
  const [a] = await m.admin<{ version: number }>('select version from prevention.action where id = $1', [id])
  const retrait = await m.envoyer(
    `/actions/${id}/retrait`,
    { version: String(a!.version), motif: 'La famille le demande.' },
    'chefPruniers',
  )
  assert.equal(retrait.status, 303)
  await attendre(500)
  const apres = await m.app.request('/journee-nationale/2026', { headers: { 'If-None-Match': marque } })
  assert.equal(apres.status, 200)
  assert.doesNotMatch(await apres.text(), /Bientôt retirée/)
  for (const x of ADRESSES) assert.ok(!(await (await m.lire(x)).text()).includes('Bientôt retirée'), x)
})

test('filters keep exactly what they say, and what they cannot be is ignored', async () => {
  await menee('glycines', 'publiee', { type: 'musique', publics: 'ecoliers', effectif: '30', titre: 'La chanson' })
  const titres = async (requete: string): Promise<string[]> =>
    [...(await lire(`/journee-nationale/2026${requete}`)).texte.matchAll(/<strong>([^<]+)<\/strong><\/p>/g)]
      .map((x) => x[1]!)
      .toSorted()
  const tous = ['La chanson', 'Titre publiee saules', 'Titre publiee tilleuls']
  assert.deepEqual(await titres(''), tous)
  assert.deepEqual(await titres('?niveau=ecole'), ['La chanson'])
  assert.deepEqual(await titres('?type=musique&public=ecoliers'), ['La chanson'])
  assert.deepEqual(await titres('?public=collegiens'), ['Titre publiee saules', 'Titre publiee tilleuls'])
  assert.deepEqual(await titres('?dept=081'), [])
  assert.deepEqual(await titres('?dept=999&niveau=x&type=constructor&public=%3Cscript%3E&page=0'), tous)
})

test('figures: a school with two actions counts once, with the larger number', async () => {
  await menee('saules', 'publiee', { effectif: '250', titre: 'Encore une' })
  const { texte } = await lire('/journee-nationale/2026')
  const chiffres = [...texte.matchAll(/preau-chiffre__valeur">([^<]+)</g)].map((x) => x[1])
  // Tilleuls 100, Saules the larger of 100 and 250, Glycines 30.
  assert.deepEqual(chiffres, ['3', '380', '4'])
  assert.match(texte, /<desc id="carte-texte">|Tarn/)
})

test('what people type is text, in the page, the feed and the calendar', async () => {
  await menee('pruniers', 'publiee', {
    titre: '<b>Nous & vous</b>; "tous", oui',
    texte: 'Une ligne\nBEGIN:VEVENT\n<script>x</script>',
  })
  const { texte } = await lire('/journee-nationale/2026')
  assert.ok(texte.includes('&lt;b&gt;Nous &amp; vous&lt;/b&gt;'))
  assert.doesNotMatch(texte, /<script>x/)
  assert.match((await lire('/journee-nationale/2026/actions.atom')).texte, /<title>&lt;b&gt;Nous &amp; vous/)
  const ics = (await lire('/journee-nationale/2026/calendrier.ics')).texte
  assert.equal([...ics.matchAll(/^BEGIN:VEVENT/gm)].length, [...ics.matchAll(/^END:VEVENT\r$/gm)].length)
  for (const ligne of ics.split('\r\n')) assert.ok(Buffer.byteLength(ligne) <= 75, ligne)
})

test('what was pasted with signs that nobody sees breaks neither the feed nor the calendar for everybody else', async () => {
  await menee('saules', 'publiee', { titre: 'Une\u0001\u000b\u0085 course', texte: 'Un\rBEGIN:VEVENT\r\u2028END:VEVENT' })
  for (const a of ['actions.atom', 'calendrier.ics']) {
    const { texte } = await lire(`/journee-nationale/2026/${a}`)
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    assert.doesNotMatch(texte, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/, a)
    assert.match(texte, /Une course/, a)
    if (a.endsWith('ics')) for (const l of texte.split('\r\n')) assert.doesNotMatch(l, /[\r\n\u2028]|^\s*BEGIN:VEVENT.+/)
  }
})

test('the newest published edition is the first page; the others are its archive', async () => {
  await edition('2025', '2025-11-06', { publier: 'oui' })
  const derniere = await lire('/journee-nationale')
  assert.match(derniere.texte, /<h1>Journée nationale Non au harcèlement 2026/)
  assert.match(derniere.texte, /<title>Préau · Journée nationale 2026<\/title>/)
  assert.match(derniere.texte, /href="\/journee-nationale\/2025"/)
  assert.match((await lire('/journee-nationale/2025')).texte, /Rien de publié pour l’instant/)
  assert.equal(derniere.entetes.get('set-cookie'), null)
})

test('the public door itself reads only what is published, and only its public columns', async () => {
  const publique = (text: string): Promise<unknown[]> =>
    transaction(m.maison.base, 'public', {}, (db) => db.all({ name: text.slice(0, 60), text, params: [] }))
  assert.deepEqual(await publique('select distinct etat from prevention.action'), [{ etat: 'publiee' }])
  for (const refusee of [
    'select declaree_par from prevention.action',
    'select * from prevention.action_pas',
    'select * from prevention.commentaire',
    'select motif_refus from prevention.action',
  ])
    await assert.rejects(publique(refusee), /permission denied/, refusee)
})

test('fifteen hundred actions: the page stays under 150 KB, and everything is reached', async () => {
  await m.admin(
    `insert into prevention.action (acad, id, etab, dept, annee, temps_fort, titre, texte, du, au, type, publics, effectif, etat, declaree_par, declaree_le,
       proposee_par, proposee_le, validee_par, validee_le, publiee_par, publiee_le)
     select '16', gen_random_uuid(), $1, '031', 2026, 'journee_nationale', 'Action ' || n, repeat('Des mots. ', 25), '2026-11-05', '2026-11-05', 'jeu', '{collegiens}', 10,
       'publiee', $2, now(), $2, now(), $2, now(), $2, now() from generate_series(1, 1500) n`,
    [ECOLES.tilleuls.etab, m.agents.chefTilleuls],
  )
  await m.admin("update prevention.parution set version = version + 1 where acad = '16'")
  for (const a of ['', '?dept=031', '?dept=031&page=25']) {
    const { texte } = await lire(`/journee-nationale/2026${a}`)
    assert.ok(Buffer.byteLength(texte) < 150_000, `${a}: ${Buffer.byteLength(texte)}`)
  }
  assert.match((await lire('/journee-nationale/2026?dept=031&page=25')).texte, /Action \d+/)
})
