import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
import sharp from 'sharp'
import { transaction, uuidv7 } from '#platform'
import { AUTRES, LIEU, photoDeTelephone } from '../../../tests/support/images.ts'
import { ECOLES, NOMS_AGENTS, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => {
  m = await nouveauMonde()
  const journee = {
    code: 'journee_nationale',
    annee: '2026',
    jour: '2026-11-05',
    introduction: 'Un jour pour en parler.',
    publier: 'oui',
  }
  assert.equal((await m.envoyer('/actions/journees/nouvelle', journee, 'communication')).status, 303)
})
after(() => m.fermer())

const FORME = {
  temps_fort: '2026.journee_nationale',
  du: '2026-11-05',
  type: 'sport',
  publics: 'collegiens',
  titre: 'La course bleue',
  texte: 'Tout le collège a couru.',
}

async function declaree(suite: 'brouillon' | 'proposer' = 'proposer'): Promise<string> {
  const id = uuidv7()
  const r = await m.envoyer('/actions/nouvelle', { ...FORME, id, etab: ECOLES.tilleuls.etab, suite }, 'coordoTilleuls')
  assert.equal(r.status, 303)
  return id
}

async function joindre(action: string, fichiers: readonly Buffer[], qui: NomAgent = 'coordoTilleuls'): Promise<Response> {
  const corps = new FormData()
  for (const [i, f] of fichiers.entries()) corps.append('photos', new Blob([new Uint8Array(f)]), `IMG_${i}.jpg`)
  const Cookie = `preau=${await m.session(qui)}`
  return m.app.request(`/actions/${action}/photos`, { method: 'POST', body: corps, headers: { Cookie } })
}

const photosDe = (action: string): Promise<{ id: string; droit: string; publiee_le: Date | null }[]> =>
  m.admin('select id, droit, publiee_le from prevention.photo where action = $1 and retiree_le is null order by deposee_le, id', [
    action,
  ])

/** One picture on the action. @returns its id. */
async function avecPhoto(action: string, octets?: Buffer): Promise<string> {
  const avant = new Set((await photosDe(action)).map((p) => p.id))
  const r = await joindre(action, [octets ?? (await photoDeTelephone(900 + avant.size, 600))])
  assert.equal(r.status, 303, await r.text())
  return (await photosDe(action)).find((p) => !avant.has(p.id))!.id
}

const droits = (id: string, reconnus: string, accord = false, alternative = 'Des mains bleues'): Record<string, string> => ({
  [`alternative_${id}`]: alternative,
  [`reconnus_${id}`]: reconnus,
  ...(accord && { [`accord_${id}`]: 'oui' }),
})
const preciser = async (action: string, id: string, champs: Record<string, string>, qui: NomAgent = 'coordoTilleuls') =>
  (await m.envoyer(`/actions/${action}/photos/${id}/droits`, champs, qui)).status
const version = async (id: string): Promise<string> =>
  String((await m.admin<{ version: number }>('select version from prevention.action where id = $1', [id]))[0]!.version)

async function publier(action: string, photos: string[]): Promise<void> {
  const { etat } = (await m.admin<{ etat: string }>('select etat from prevention.action where id = $1', [action]))[0]!
  if (etat === 'proposee')
    assert.equal((await m.envoyer(`/actions/${action}/validation`, { version: await version(action) }, 'referent31')).status, 303)
  const champs = { version: await version(action), photos }
  assert.equal((await m.envoyer(`/actions/${action}/publication`, champs, 'communication')).status, 303)
}

/** Every address under which somebody without an account could still find the picture. */
async function partout(id: string): Promise<string[]> {
  await attendre(500)
  const vus: string[] = []
  for (const taille of ['petite', 'grande']) if ((await m.lire(`/photos/${id}-${taille}.jpg`)).status !== 404) vus.push(taille)
  for (const a of [
    '/journee-nationale',
    '/journee-nationale/2026',
    '/journee-nationale/2026?dept=031',
    '/journee-nationale/2026/actions.atom',
    '/journee-nationale/2026/calendrier.ics',
  ])
    if ((await (await m.lire(a)).text()).includes(id)) vus.push(a)
  return vus
}
const VISIBLE = ['petite', 'grande', '/journee-nationale', '/journee-nationale/2026', '/journee-nationale/2026?dept=031']

test('with its words and its rights, a photograph is published with its action, drawn anew: no place, no device', async () => {
  const a = await declaree()
  const id = await avecPhoto(a)
  assert.equal(await preciser(a, id, droits(id, 'eleves', true)), 303)
  assert.deepEqual(await partout(id), [])
  await publier(a, [id])
  assert.deepEqual(await partout(id), VISIBLE)
  for (const taille of ['petite', 'grande']) {
    const r = await m.lire(`/photos/${id}-${taille}.jpg`)
    const octets = Buffer.from(await r.arrayBuffer())
    const vue = await sharp(octets).metadata()
    assert.deepEqual([vue.exif, vue.xmp, vue.icc, vue.comments], [undefined, undefined, undefined, undefined])
    assert.ok(!octets.includes(LIEU.appareil))
    // Turned upright: the phone had written 900 × 600 lying.
    assert.ok(vue.height > vue.width)
    assert.equal(r.headers.get('cache-control'), 'private, no-cache, max-age=0, must-revalidate')
    assert.match(r.headers.get('x-robots-tag')!, /noimageindex/)
    const encore = await m.app.request(`/photos/${id}-${taille}.jpg`, { headers: { 'If-None-Match': r.headers.get('etag')! } })
    assert.equal(encore.status, 304)
  }
  assert.match(await (await m.lire('/journee-nationale/2026')).text(), /alt="Des mains bleues"/)
})

for (const [cas, champs] of [
  ['nothing said', null],
  ['pupils, an authorisation missing', (id: string) => droits(id, 'eleves')],
  ['adults, an authorisation missing', (id: string) => droits(id, 'adultes')],
] as const)
  test(`never published without its rights: ${cas}`, async () => {
    const a = await declaree()
    const id = await avecPhoto(a)
    if (champs !== null) assert.equal(await preciser(a, id, champs(id)), 303)
    await publier(a, [id])
    assert.deepEqual(await partout(id), [])
    assert.equal((await m.envoyer(`/actions/${a}/photos/${id}/publication`, {}, 'communication')).status, 404)
    await assert.rejects(
      m.admin("update prevention.photo set publiee_le = now(), publiee_par = deposee_par, alternative = 'x' where id = $1", [id]),
      /check constraint/,
    )
    // The authorisations have come: it waits for a look, and is published.
    assert.equal(await preciser(a, id, droits(id, 'tous', true)), 303)
    assert.deepEqual(await partout(id), [])
    // Whoever publishes is told that it waits, and nobody else.
    const dit = async (qui: NomAgent): Promise<boolean> =>
      /Photos à publier \(1\)/.test(await (await m.lire('/actions?faire=oui', qui)).text())
    assert.deepEqual([await dit('communication'), await dit('referent31')], [true, false])
    assert.equal((await m.envoyer(`/actions/${a}/photos/${id}/publication`, {}, 'communication')).status, 303)
    assert.equal(await dit('communication'), false)
    assert.deepEqual(await partout(id), VISIBLE)
  })

test('what came after the look of whoever publishes waits for another look', async () => {
  const a = await declaree()
  const vue = await avecPhoto(a)
  const apres = await avecPhoto(a)
  for (const id of [vue, apres]) assert.equal(await preciser(a, id, droits(id, 'personne')), 303)
  await publier(a, [vue])
  assert.deepEqual(
    new Map((await photosDe(a)).map((p) => [p.id, p.publiee_le !== null])),
    new Map([
      [vue, true],
      [apres, false],
    ]),
  )
})

for (const qui of ['coordoTilleuls', 'referent31', 'communication'] as const)
  test(`consent withdrawn by ${qui}: gone at once from everywhere, also for a browser that had it; the bytes are destroyed`, async () => {
    const a = await declaree()
    const id = await avecPhoto(a)
    await preciser(a, id, droits(id, 'eleves', true))
    await publier(a, [id])
    const marque = (await m.lire(`/photos/${id}-grande.jpg`)).headers.get('etag')!
    await partout(id)
    assert.equal((await m.envoyer(`/actions/${a}/photos/${id}/retrait`, {}, qui)).status, 303)
    const tenue = await m.app.request(`/photos/${id}-grande.jpg`, { headers: { 'If-None-Match': marque } })
    assert.equal(tenue.status, 404)
    assert.equal(tenue.headers.get('cache-control'), 'no-store')
    assert.deepEqual(await partout(id), [])
    assert.deepEqual(await m.admin('select petite, grande, publiee_le from prevention.photo where id = $1', [id]), [
      { petite: null, grande: null, publiee_le: null },
    ])
    assert.equal((await m.lire(`/actions/${a}/photos/${id}/petite`, 'coordoTilleuls')).status, 404)
    assert.equal((await m.envoyer(`/actions/${a}/photos/${id}/retrait`, {}, qui)).status, 404)
    // The action itself stays.
    assert.match(await (await m.lire('/journee-nationale/2026')).text(), new RegExp(`a-${a}`))
  })

test('an action withdrawn takes its photographs with it, and its address dies', async () => {
  const a = await declaree()
  const id = await avecPhoto(a)
  await preciser(a, id, droits(id, 'personne'))
  await publier(a, [id])
  const champs = { version: await version(a), motif: 'Une famille le demande.' }
  assert.equal((await m.envoyer(`/actions/${a}/retrait`, champs, 'chefTilleuls')).status, 303)
  assert.deepEqual(await partout(id), [])
})

test('exactly those who see the picture, who add, say its rights, publish and withdraw', async () => {
  const a = await declaree()
  const id = await avecPhoto(a)
  const voient = async (): Promise<string[]> => {
    const vus: string[] = []
    for (const qui of NOMS_AGENTS) if ((await m.lire(`/actions/${a}/photos/${id}/petite`, qui)).status === 200) vus.push(qui)
    return vus
  }
  assert.deepEqual(await voient(), ['chefTilleuls', 'coordoTilleuls'])
  await preciser(a, id, droits(id, 'eleves', true))
  const lecteurs = [
    'chefTilleuls',
    'coordoTilleuls',
    'referent31',
    'responsable31',
    'referenteAcademique',
    'responsableAcademique',
  ]
  assert.deepEqual(await voient(), [...lecteurs, 'communication'])
  assert.equal((await m.lire(`/actions/${a}/photos/${id}/petite`)).status, 303)
  for (const qui of NOMS_AGENTS) {
    const ecole = qui === 'chefTilleuls' || qui === 'coordoTilleuls'
    const lit = lecteurs.includes(qui) || qui === 'communication'
    const attendu = ecole ? 303 : lit ? 409 : 404
    assert.equal(await preciser(a, id, droits(id, 'eleves', true), qui), attendu, qui)
    assert.equal((await joindre(a, [], qui)).status, ecole ? 422 : lit ? 409 : 404, qui)
    assert.equal((await m.envoyer(`/actions/${a}/photos/${id}/publication`, {}, qui)).status, lit ? 409 : 404, qui)
  }
  for (const qui of ['ien31', 'dpo', 'chefSaules', 'referent81'] as const)
    assert.equal((await m.envoyer(`/actions/${a}/photos/${id}/retrait`, {}, qui)).status, 404, qui)
  for (const qui of ['referenteAcademique', 'responsableAcademique'] as const)
    assert.equal((await m.envoyer(`/actions/${a}/photos/${id}/retrait`, {}, qui)).status, 409, qui)
})

test('the database itself: a school publishes no photograph, whatever the program asks', async () => {
  const a = await declaree()
  const id = await avecPhoto(a)
  await preciser(a, id, droits(id, 'personne'))
  const forcer = (nom: NomAgent, text: string): Promise<number> =>
    m
      .session(nom)
      .then((session) =>
        transaction(m.maison.base, 'agent', { session }, (db) => db.run({ name: text.slice(0, 50), text, params: [] })),
      )
  const visa = `update prevention.photo set publiee_le = now(), publiee_par = acces.moi() where id = '${id}'`
  await assert.rejects(forcer('chefTilleuls', visa), /row-level security/)
  assert.equal(await forcer('chefPruniers', visa), 0)
  assert.equal(await forcer('communication', visa), 1)
  await assert.rejects(
    forcer('chefTilleuls', `update prevention.photo set action = gen_random_uuid() where id = '${id}'`),
    /denied/,
  )
  await assert.rejects(forcer('communication', `delete from prevention.photo where id = '${id}'`), /denied/)
})

test('what is not a photograph is named and not kept; the same picture twice is one; what was good stays', async () => {
  const a = await declaree('brouillon')
  for (const [nom, octets] of Object.entries(AUTRES)) {
    const r = await joindre(a, [octets])
    assert.equal(r.status, 422, nom)
    assert.match(await r.text(), /n’a pas été gardé/, nom)
  }
  assert.match(await (await joindre(a, [])).text(), /Choisissez d’abord une photo/)
  const bonne = await photoDeTelephone(300, 200)
  const r = await joindre(a, [AUTRES.svg, bonne])
  assert.equal(r.status, 422)
  assert.equal((await photosDe(a)).length, 1)
  assert.equal((await joindre(a, [bonne])).status, 303)
  assert.equal((await photosDe(a)).length, 1)
  const serie = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => photoDeTelephone(300 + n, 200)))
  assert.match(await (await joindre(a, serie)).text(), /6 photos au plus/)
  assert.equal((await photosDe(a)).length, 6)
})

test('refused words come back as they were typed', async () => {
  const a = await declaree('brouillon')
  const id = await avecPhoto(a)
  const r = await m.envoyer(
    `/actions/${a}/photos/${id}/droits`,
    { [`alternative_${id}`]: 'Une <fresque>', [`accord_${id}`]: 'oui' },
    'coordoTilleuls',
  )
  assert.equal(r.status, 422)
  const page = await r.text()
  assert.match(page, /value="Une &lt;fresque&gt;"/)
  assert.match(page, /Dites qui l’on peut reconnaître/)
  assert.equal(await preciser(a, id, droits(id, 'eleves', true, '')), 422)
  assert.equal(await preciser(a, id, droits(id, 'eleves', true, 'x'.repeat(301))), 422)
  assert.equal(await preciser(a, id, droits(id, 'constructor', true)), 422)
})

test('sealed at rest: what lies in the table is no picture, and opens in no other row', async () => {
  const a = await declaree('brouillon')
  const [un, deux] = [await avecPhoto(a), await avecPhoto(a)]
  const [rangee] = await m.admin<{ grande: Buffer }>('select grande from prevention.photo where id = $1', [un])
  assert.ok(!rangee!.grande.subarray(0, 64).includes('JFIF'))
  await m.admin('update prevention.photo set grande = (select grande from prevention.photo where id = $1) where id = $2', [
    un,
    deux,
  ])
  assert.equal((await m.lire(`/actions/${a}/photos/${deux}/grande`, 'coordoTilleuls')).status, 500)
})
