import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accesDe, brouillonDe, codeDe, etapeDe, ouvrir } from '../../../tests/support/declarant.ts'
import { AUTRES, photoDeTelephone } from '../../../tests/support/images.ts'
import { ECOLES, nouveauMonde, type Monde } from '../../../tests/support/monde.ts'

let m: Monde
let html: string
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const poster = async (
  chemin: string,
  champs: Record<string, string>,
  images: Buffer[],
): Promise<{ statut: number; html: string }> => {
  const f = new FormData()
  for (const [k, v] of Object.entries(champs)) f.set(k, v)
  for (const i of images) f.append('images', new Blob([i as Buffer<ArrayBuffer>]), 'photo.jpg')
  const r = await m.app.request(chemin, { method: 'POST', body: f })
  return { statut: r.status, html: await r.text() }
}
/** Where one lands: at the top of the page, before anything else of it. */
const ditEnHaut = (page: string): boolean => /data-focus>(?:(?!<h1|<form)[\s\S])*n’est pas une image/.test(page)

const nombre = async (table: string): Promise<number> =>
  Number((await m.admin<{ n: string }>(`select count(*) n from confidentiel.${table}`))[0]!.n)

test('pictures wait under the key of the draft, are taken off again, refused when they lie, and leave with the report', async () => {
  html = await (await m.lire('/signaler')).text()
  html = await (
    await m.envoyer('/signaler', {
      brouillon: brouillonDe(html),
      etape: 'ecole',
      etab: ECOLES.tilleuls.etab,
      vers: 'aller:reponse',
    })
  ).text()
  const photo = await photoDeTelephone()
  const depose = await poster('/signaler', { brouillon: brouillonDe(html), etape: 'reponse', vers: 'ajouter', contact: 'code' }, [
    photo,
    photo,
  ])
  assert.equal(depose.statut, 200)
  assert.match(depose.html, /Image 2/)
  assert.equal(await nombre('piece_en_attente'), 2)
  const [id] = /retirer:([0-9a-f-]{36})/.exec(depose.html)!.slice(1)
  const retire = await m.envoyer('/signaler', { brouillon: brouillonDe(depose.html), etape: 'reponse', vers: `retirer:${id}` })
  assert.equal(await nombre('piece_en_attente'), 1)
  html = await retire.text()
  const svg = await poster('/signaler', { brouillon: brouillonDe(html), etape: 'reponse', vers: 'suite', contact: 'code' }, [
    AUTRES.svg,
  ])
  assert.equal(svg.statut, 422)
  assert.match(svg.html, /n’est pas une image JPEG, PNG ou WebP/)
  for (const vers of ['aller:resume', 'retour', 'ajouter']) {
    const r = await poster('/signaler', { brouillon: brouillonDe(svg.html), etape: 'reponse', vers, contact: 'code' }, [
      AUTRES.svg,
    ])
    assert.deepEqual([r.statut, ditEnHaut(r.html), etapeDe(r.html)], [422, true, 'reponse'], vers)
  }
  const trop = await poster(
    '/signaler',
    { brouillon: brouillonDe(svg.html), etape: 'reponse', vers: 'suite', contact: 'code' },
    Array.from({ length: 5 }, () => photo),
  )
  assert.match(trop.html, /plus de 5 images/)
  assert.equal(await nombre('piece_en_attente'), 5)
  const fin = await m.envoyer('/signaler', { brouillon: brouillonDe(trop.html), etape: 'resume', vers: 'envoyer' })
  html = await fin.text()
  assert.equal(codeDe(html).split(' ').length, 8)
  assert.equal(await nombre('piece_en_attente'), 0)
  assert.equal(await nombre('piece'), 5)
})

test('what is stored is sealed: neither the place nor the phone can be read in the database', async () => {
  const octets = (await m.admin<{ o: Buffer; c: Buffer }>('select original o, copie c from confidentiel.piece'))
    .map((p) => Buffer.concat([p.o, p.c]).toString('latin1'))
    .join('')
  for (const trace of ['iPhone', 'JFIF', 'Exif', 'GPS']) assert.ok(!octets.includes(trace), trace)
})

test('an agent of the school sees the clean copy, others do not; each look is recorded', async () => {
  const [p] = await m.admin<{ id: string; fil: string }>('select id, fil from confidentiel.piece limit 1')
  const url = `/signalements/${p!.fil}/pieces/${p!.id}`
  const vue = await m.lire(url, 'chefTilleuls')
  assert.equal(vue.status, 200)
  assert.equal(vue.headers.get('content-type'), 'image/jpeg')
  const copie = Buffer.from(await vue.arrayBuffer())
  assert.equal(copie.subarray(0, 3).toString('hex'), 'ffd8ff')
  assert.ok(!copie.toString('latin1').includes('iPhone'))
  for (const autre of ['chefSaules', 'referent81', 'dpo', 'administrateur', 'equipeTilleuls'] as const)
    assert.equal((await m.lire(url, autre)).status, 404, autre)
  const regards = await m.admin(`select agent, nature from confidentiel.consultation where nature = 'piece'`)
  assert.deepEqual(regards, [{ agent: m.agents.chefTilleuls, nature: 'piece' }])
})

test('pictures may be added later, with the code', async () => {
  const avant = await nombre('piece')
  const acces = accesDe((await ouvrir(m, codeDe(html))).html)
  const r = await poster('/suivi', { acces, vers: 'ecrire', envoi: crypto.randomUUID(), message: '' }, [await photoDeTelephone()])
  assert.equal(r.statut, 200)
  assert.equal(await nombre('piece'), avant + 1)
})

test('pictures sent without a word are taken once, however often the same message comes, at once or later', async () => {
  const avant = await nombre('piece')
  const acces = accesDe((await ouvrir(m, codeDe(html))).html)
  const champs = { acces, vers: 'ecrire', envoi: crypto.randomUUID(), message: '' }
  const photo = await photoDeTelephone()
  const envoyer = (): Promise<{ statut: number }> => poster('/suivi', champs, [photo, photo])
  assert.deepEqual(new Set((await Promise.all([envoyer(), envoyer()])).map((r) => r.statut)), new Set([200]))
  await envoyer()
  assert.equal(await nombre('piece'), avant + 2)
  const faits = await m.admin(`select detail from confidentiel.fait where verbe = 'signalement.ecrire' order by le, rang`)
  assert.deepEqual(faits.at(-1), { detail: { images: 2, urgences: [] } })
  assert.equal(faits.length, 2, 'the one before, and this one')
})

test('with the code: words leave, the picture that is none is said beside them, where one lands', async () => {
  const avant = await nombre('piece')
  const acces = accesDe((await ouvrir(m, codeDe(html))).html)
  const champs = { acces, vers: 'ecrire', envoi: crypto.randomUUID(), message: 'Voici la photo.' }
  const r = await poster('/suivi', champs, [AUTRES.heic])
  assert.equal(r.statut, 422)
  assert.match(r.html, /Ton message est envoyé/)
  assert.match(r.html, /data-focus>(?:(?!<form)[\s\S])*n’est pas une image/)
  assert.deepEqual([await nombre('piece'), await nombre('message')], [avant, 1])
})
