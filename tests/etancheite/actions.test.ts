import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
import { uuidv7 } from '#platform'
import { photoDeTelephone } from '../support/images.ts'
import { ECOLES, nouveauMonde, type Monde } from '../support/monde.ts'

/**
 * What is not published is nowhere to be found. A word that is nowhere else is planted in an action in each state, in an edition
 * that is being prepared, in a picture without its rights; then every public address is asked for it, as nobody.
 */
let m: Monde
const plantes = new Map<string, { action: string; photo: string | null }>()
let publique = { action: '', photo: '' }

const envoyer = async (chemin: string, champs: Record<string, string | string[]>, qui: Parameters<Monde['envoyer']>[2]) => {
  const r = await m.envoyer(chemin, champs, qui)
  assert.equal(r.status, 303, `${chemin}: ${await r.text()}`)
}

async function planter(mot: string, tempsFort: string, jusqua: 'brouillon' | 'proposee' | 'validee' | 'publiee' | 'refusee') {
  const action = uuidv7()
  const champs = {
    id: action,
    etab: ECOLES.tilleuls.etab,
    suite: jusqua === 'brouillon' ? 'brouillon' : 'proposer',
    temps_fort: tempsFort,
  }
  const dit = {
    du: '2025-11-06',
    type: 'jeu',
    publics: 'collegiens',
    titre: `Titre ${mot}`,
    texte: `Texte ${mot}`,
    partenaires: `Partenaire ${mot}`,
  }
  await envoyer('/actions/nouvelle', { ...champs, ...dit }, 'chefTilleuls')
  const corps = new FormData()
  corps.append('photos', new Blob([new Uint8Array(await photoDeTelephone(60 + plantes.size, 40))]), 'a.jpg')
  const Cookie = `preau=${await m.session('chefTilleuls')}`
  await m.app.request(`/actions/${action}/photos`, { method: 'POST', body: corps, headers: { Cookie } })
  const [p] = await m.admin<{ id: string }>('select id from prevention.photo where action = $1', [action])
  const photo = p!.id
  await envoyer(
    `/actions/${action}/photos/${photo}/droits`,
    { [`alternative_${photo}`]: `Image ${mot}`, [`reconnus_${photo}`]: mot.includes('sansdroit') ? 'eleves' : 'personne' },
    'chefTilleuls',
  )
  if (['validee', 'publiee'].includes(jusqua)) await envoyer(`/actions/${action}/validation`, { version: '2' }, 'referent31')
  if (jusqua === 'publiee') await envoyer(`/actions/${action}/publication`, { version: '3', photos: [photo] }, 'communication')
  if (jusqua === 'refusee') await envoyer(`/actions/${action}/renvoi`, { version: '2', motif: `Motif ${mot}` }, 'referent31')
  return { action, photo }
}

before(async () => {
  m = await nouveauMonde()
  const jour = { code: 'journee_nationale', annee: '2025', jour: '2025-11-06', introduction: 'Bonjour.', publier: 'oui' }
  await envoyer('/actions/journees/nouvelle', jour, 'communication')
  const prepare = {
    introduction: 'Introduction motprepare',
    expo_titre: 'Expo motprepare',
    expo_du: '2025-06-01',
    expo_au: '2025-06-02',
    expo_lieu: 'motprepare',
  }
  await envoyer(
    '/actions/journees/nouvelle',
    { code: 'prix', annee: '2024', jour: '2025-06-01', theme: 'Thème motprepare', ...prepare },
    'communication',
  )
  for (const etat of ['brouillon', 'proposee', 'validee', 'refusee'] as const)
    plantes.set(`mot${etat}`, await planter(`mot${etat}`, '2025.journee_nationale', etat))
  plantes.set('motedition', await planter('motedition', '2024.prix', 'publiee'))
  plantes.set('motannee', await planter('motannee', '', 'proposee'))
  // Published, but its picture has no rights: the action is there, the picture nowhere.
  const sansDroit = await planter('motsansdroit', '2025.journee_nationale', 'publiee')
  plantes.set('Image motsansdroit', { action: '', photo: sansDroit.photo })
  // Published, then withdrawn, after everybody had read it.
  publique = await planter('motpublie', '2025.journee_nationale', 'publiee')
  const retiree = await planter('motretire', '2025.journee_nationale', 'publiee')
  await attendre(300)
  assert.match(await (await m.lire('/journee-nationale/2025')).text(), /motretire/)
  await envoyer(`/actions/${retiree.action}/retrait`, { version: '4', motif: 'Motif motretire' }, 'chefTilleuls')
  plantes.set('motretire', retiree)
  await envoyer(`/actions/${publique.action}/commentaires`, { id: uuidv7(), texte: 'Commentaire motcommente' }, 'referent31')
  await attendre(300)
})
after(() => m.fermer())

const CODES = ['journee-nationale', 'temps-forts/prix', 'temps-forts/safer-internet-day']

/** Every public address that could tell something of an action, with each choice that it takes. */
function adresses(): string[] {
  const pages = CODES.flatMap((c) =>
    ['', '/2025', '/2026', '/2024'].flatMap((an) => [
      `/${c}${an}`,
      ...['?dept=031', '?niveau=college', '?type=jeu', '?public=collegiens', '?dept=031&page=2'].map((q) => `/${c}${an}${q}`),
      ...(an === '' ? [] : [`/${c}${an}/actions.atom`, `/${c}${an}/calendrier.ics`]),
    ]),
  )
  const fixes = [
    '/',
    '/le-pole',
    '/le-pole?ecole=tilleuls',
    '/temps-forts',
    '/temps-forts/calendrier.ics',
    '/sitemap.xml',
    '/plan-du-site',
    '/robots.txt',
  ]
  const apercus = ['journee_nationale', 'prix', 'safer_internet_day'].flatMap((c) =>
    [2024, 2025, 2026].map((a) => `/apercus/${c}-${a}.png`),
  )
  const photos = [...plantes.values()].flatMap((p) =>
    p.photo === null ? [] : [`/photos/${p.photo}-petite.jpg`, `/photos/${p.photo}-grande.jpg`],
  )
  const agents = [...plantes.values()]
    .filter((p) => p.action !== '')
    .flatMap((p) => [`/actions/${p.action}`, `/actions/${p.action}/photos/${p.photo}/grande`])
  return [
    ...pages,
    ...fixes,
    ...apercus,
    ...photos,
    ...agents,
    '/actions',
    '/actions/export.csv',
    '/actions/export.ods',
    '/actions/bilan/2025',
  ]
}

test('the words planted in what is published are found: the search itself can find', async () => {
  const page = await (await m.lire('/journee-nationale/2025')).text()
  for (const mot of ['motpublie', publique.photo, 'motsansdroit']) assert.ok(page.includes(mot), mot)
  assert.equal((await m.lire(`/photos/${publique.photo}-grande.jpg`)).status, 200)
})

test('what is not published is in no page, feed, calendar, sitemap, preview or file, whoever asks without an account', async () => {
  const trouves: string[] = []
  for (const adresse of adresses()) {
    const r = await m.lire(adresse)
    const texte = await r.text()
    for (const [mot, { action, photo }] of [
      ...plantes,
      ['motprepare', { action: '', photo: null }] as const,
      ['motcommente', { action: '', photo: null }] as const,
    ])
      for (const x of [mot, action, photo ?? ''])
        // Where one was asked for by its own address, the address alone says nothing.
        if (x !== '' && !adresse.includes(x) && texte.includes(x)) trouves.push(`${adresse}: ${x}`)
    if (adresse.startsWith('/photos/')) assert.equal(r.status, 404, adresse)
    if (adresse.startsWith('/actions')) assert.equal(r.status, 303, adresse)
  }
  assert.deepEqual(trouves, [])
})

test('an edition that is being prepared has no page, no picture and no entry anywhere', async () => {
  for (const a of [
    '/temps-forts/prix/2025',
    '/temps-forts/prix/2025/actions.atom',
    '/temps-forts/prix/2025/calendrier.ics',
    '/apercus/prix-2025.png',
  ])
    assert.equal((await m.lire(a)).status, 404, a)
  for (const a of ['/sitemap.xml', '/plan-du-site', '/temps-forts', '/temps-forts/calendrier.ics']) {
    const texte = await (await m.lire(a)).text()
    assert.ok(!texte.includes('/temps-forts/prix/2025') && !texte.includes('20250601'), a)
  }
})

test('a page asked for with the mark of before a withdrawal is the new one, never « not modified »', async () => {
  const avant = await m.lire('/journee-nationale/2025')
  const marque = avant.headers.get('etag')!
  const relu = () => m.app.request('/journee-nationale/2025', { headers: { 'If-None-Match': marque } })
  assert.equal((await relu()).status, 304)
  await envoyer(`/actions/${publique.action}/photos/${publique.photo}/retrait`, {}, 'chefTilleuls')
  await attendre(300)
  const apres = await relu()
  assert.equal(apres.status, 200)
  assert.ok(!(await apres.text()).includes(publique.photo))
  assert.match(apres.headers.get('cache-control')!, /max-age=0, must-revalidate/)
})
