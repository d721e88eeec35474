import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { uuidv7, type Maison } from '#platform'
import { EICAR, ouvrirClamd } from '../../../tests/support/clamd.ts'
import { film, filmBavard, LIEU } from '../../../tests/support/films.ts'
import { NOMS_AGENTS, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { adresseDe, ecrite, modifier, publier, RESSOURCE, teteDe } from '../../../tests/support/ressources.ts'
import { nomLisible } from './depot.ts'
import { examinerFichiers, rangerRessources } from './menage.ts'
import { lirePart } from './servir.ts'

let m: Monde
let cookie: string
before(async () => {
  m = await nouveauMonde()
  cookie = `preau=${await m.session('communication')}`
})
after(() => m.fermer())

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')
const image = async (): Promise<Buffer> => {
  const { default: sharp } = await import('sharp')
  return sharp({ create: { width: 40, height: 30, channels: 3, background: '#17585c' } })
    .png()
    .withExif({ IFD0: { Copyright: 'Lieu secret' } })
    .toBuffer()
}

async function joindre(
  id: string,
  octets: Buffer,
  nom: string,
  champs: Record<string, string> = {},
  qui: NomAgent = 'communication',
): Promise<Response> {
  const f = new FormData()
  for (const [k, v] of Object.entries({ libelle: 'Le fichier', alternative: 'Tout ce qu’il dit, écrit en entier.', ...champs }))
    f.append(k, v)
  f.append('contenu', new Blob([new Uint8Array(octets)]), nom)
  return m.app.request(`/redaction/${id}/fichier`, {
    method: 'POST',
    body: f,
    headers: { Cookie: `preau=${await m.session(qui)}` },
  })
}

const fichierDe = async (id: string): Promise<{ id: string; type: string; nom: string; empreinte: Buffer; examen: string }> =>
  (
    await m.admin<{ id: string; type: string; nom: string; empreinte: Buffer; examen: string }>(
      `select f.id, f.type, f.nom, f.empreinte, f.examen from prevention.ressource r join prevention.version_fichier v on v.version = r.tete
         join prevention.fichier f on f.id = v.fichier where r.id = $1`,
      [id],
    )
  )[0]!
const demander = (chemin: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  m.app.request(chemin, { headers, method }) as Promise<Response>

/** Online, with one file. */
async function publiee(octets: Buffer, nom: string, champs: Record<string, string> = {}): Promise<{ id: string; url: string }> {
  const id = await ecrite(m, champs)
  assert.equal((await joindre(id, octets, nom)).status, 303)
  const r = await publier(m, id)
  assert.equal(r.status, 303, await r.text())
  return { id, url: `/ressources/fichiers/${(await fichierDe(id)).id}` }
}

test('a file is joined, published with its text, opened by anybody, and its address dies with the publication', async () => {
  const id = await ecrite(m, { titre: 'Avec un document' })
  assert.equal((await joindre(id, PDF, 'Guide d’été.pdf')).status, 303)
  const f = await fichierDe(id)
  const url = `/ressources/fichiers/${f.id}`
  assert.equal((await demander(url)).status, 404)
  assert.equal((await m.lire(`/bibliotheque/fichiers/${f.id}`, 'communication')).status, 200)
  assert.equal((await m.lire(`/bibliotheque/fichiers/${f.id}`, 'chefTilleuls')).status, 404)
  await publier(m, id)
  const r = await demander(url)
  assert.equal(r.status, 200)
  assert.deepEqual(Buffer.from(await r.arrayBuffer()), PDF)
  assert.equal(r.headers.get('content-type'), 'application/pdf')
  assert.equal(r.headers.get('x-content-type-options'), 'nosniff')
  assert.match(r.headers.get('content-security-policy')!, /^default-src 'none'; .*sandbox$/)
  assert.equal(
    r.headers.get('content-disposition'),
    `attachment; filename="Guide dete.pdf"; filename*=UTF-8''Guide%20d%E2%80%99%C3%A9t%C3%A9.pdf`,
  )
  assert.match(await (await m.lire(`/ressources/${await adresseDe(m, id)}`)).text(), /Tout ce qu’il dit, écrit en entier/)
  await m.envoyer(`/redaction/${id}/retrait`, { motif: 'Périmée' }, 'communication')
  assert.equal((await demander(url)).status, 404)
  assert.equal((await demander(url, { 'If-None-Match': r.headers.get('etag')! })).status, 404)
})

test('the file of a resource for the staff is nowhere for the public', async () => {
  const id = await ecrite(m, { titre: 'Réservée', acces: 'personnels' })
  await joindre(id, PDF, 'interne.pdf')
  assert.equal((await publier(m, id)).status, 303)
  const f = await fichierDe(id)
  assert.equal((await demander(`/ressources/fichiers/${f.id}`)).status, 404)
  for (const qui of NOMS_AGENTS) assert.equal((await m.lire(`/bibliotheque/fichiers/${f.id}`, qui)).status, 200, qui)
})

test('what it is by its content, never by its name', async () => {
  const id = await ecrite(m, { titre: 'Refus' })
  for (const [octets, nom] of [
    [SVG, 'dessin.svg'],
    [SVG, 'dessin.png'],
    [HTML, 'page.pdf'],
    [Buffer.from('MZ\x90\0'), 'a.mp4'],
    [Buffer.from('GIF89a'), 'a.jpg'],
    [Buffer.alloc(0), 'vide.pdf'],
  ] as const) {
    const r = await joindre(id, octets, nom)
    assert.equal(r.status, 422, nom)
    assert.match(await r.text(), /Tout ce qu’il dit, écrit en entier/, 'what was typed stays')
  }
  assert.equal((await joindre(id, PDF, 'menteur.jpg')).status, 303)
  assert.deepEqual([(await fichierDe(id)).type, (await fichierDe(id)).nom], ['application/pdf', 'menteur.pdf'])
})

test('a picture is drawn anew: nothing hidden in it stays', async () => {
  const png = await image()
  assert.ok(png.includes('Lieu secret'))
  const { url } = await publiee(png, 'photo.png', { titre: 'Photo' })
  const r = await demander(url)
  assert.equal(r.headers.get('content-type'), 'image/jpeg')
  const octets = Buffer.from(await r.arrayBuffer())
  assert.deepEqual([octets.subarray(0, 2).toString('hex'), octets.includes('Lieu secret')], ['ffd8', false])
})

test('names are shown, never followed', async () => {
  const avant = readdirSync(m.maison.config.donnees, { recursive: true }).length
  const id = await ecrite(m, { titre: 'Noms' })
  for (const nom of [
    '../../../etc/passwd.pdf',
    'C:\\windows\\x.pdf',
    '.htaccess',
    'a\u202Efdp.exe',
    'con\r\nX-Injecte: 1.pdf',
    `${'é'.repeat(300)}.pdf`,
    '"; filename="x.html',
  ])
    assert.equal((await joindre(id, PDF, nom)).status, 303, nom)
  for (const f of await m.admin<{ nom: string; empreinte: Buffer }>('select nom, empreinte from prevention.fichier')) {
    assert.match(f.nom, /^[\p{L}\p{N} _()][\p{L}\p{N} ._()’-]{0,110}\.(pdf|jpg)$/u)
    const hexa = f.empreinte.toString('hex')
    assert.ok(readFileSync(join(m.maison.config.donnees, 'fichiers', hexa.slice(0, 2), hexa)).length > 0)
  }
  assert.ok(
    readdirSync(m.maison.config.donnees, { recursive: true }).length <= avant + 2,
    'the same bytes lie there once, and nothing of the sendings stays',
  )
  assert.equal(nomLisible('../../x/..', 'application/pdf'), 'fichier.pdf')
})

test('no publication before each file says the same in words', async () => {
  const id = await ecrite(m, { titre: 'Sans texte' })
  await joindre(id, PDF, 'a.pdf', { alternative: '' })
  const r = await publier(m, id)
  assert.equal(r.status, 409)
  assert.match(await r.text(), /Un PDF ne se lit pas partout/)
  const f = (await fichierDe(id)).id
  await modifier(m, id, {
    titre: 'Sans texte',
    fichier: f,
    [`rang-${f}`]: '1',
    [`libelle-${f}`]: 'Le guide',
    [`alternative-${f}`]: 'Le guide dit comment aider un camarade.',
  })
  assert.equal((await publier(m, id)).status, 303)
})

test('a file is named by its number in the text, and only one of its own', async () => {
  const id = await ecrite(m, { titre: 'Illustrée', texte: '![La cour bleue](fichier:1)' })
  await joindre(id, await image(), 'cour.png')
  assert.equal((await publier(m, id)).status, 303)
  assert.match(
    await (await m.lire('/ressources/illustree')).text(),
    /<img\s+src="\/ressources\/fichiers\/[0-9a-f-]{36}"\s+alt="La cour bleue"/,
  )
  // A file that does not exist is left out of the version, whatever the form says.
  const faux = uuidv7()
  assert.equal(
    (await modifier(m, id, { titre: 'Illustrée', fichier: faux, [`rang-${faux}`]: '1', [`libelle-${faux}`]: 'x' })).status,
    303,
  )
  assert.deepEqual(await m.admin('select from prevention.version_fichier where version = $1', [await teteDe(m, id)]), [])
})

test('a player asks for a part and gets that part', async () => {
  const octets = film(100_000)
  const { url } = await publiee(octets, 'film.mp4', { titre: 'Film' })
  const part = await demander(url, { Range: 'bytes=10-19' })
  assert.deepEqual(
    [part.status, part.headers.get('content-range'), part.headers.get('content-length')],
    [206, 'bytes 10-19/100000', '10'],
  )
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), octets.subarray(10, 20))
  const { status, headers } = await demander(url, { Range: 'bytes=200000-' })
  assert.deepEqual([status, headers.get('content-range')], [416, 'bytes */100000'])
  assert.equal((await demander(url, { Range: 'bytes=0-1', 'If-Range': '"autre"' })).status, 200)
  const tete = await demander(url, {}, 'HEAD')
  assert.deepEqual([tete.status, tete.headers.get('content-length'), (await tete.arrayBuffer()).byteLength], [200, '100000', 0])
  assert.match(tete.headers.get('content-disposition')!, /^inline/)
  assert.match((await demander(`${url}?telecharger`, {}, 'HEAD')).headers.get('content-disposition')!, /^attachment/)
})

test('the parts that one may ask for', () => {
  assert.deepEqual(lirePart('bytes=0-', 10), { debut: 0, fin: 9 })
  assert.deepEqual(lirePart('bytes=2-4', 10), { debut: 2, fin: 4 })
  assert.deepEqual(lirePart('bytes=-3', 10), { debut: 7, fin: 9 })
  assert.deepEqual(lirePart('bytes=-30', 10), { debut: 0, fin: 9 })
  assert.deepEqual(lirePart('bytes=5-500', 10), { debut: 5, fin: 9 })
  for (const hors of ['bytes=10-', 'bytes=-0', 'bytes=99-100']) assert.equal(lirePart(hors, 10), 'hors', hors)
  for (const rien of [undefined, '', 'bytes=', 'bytes=-', 'bytes=4-2', 'bytes=0-1,3-4', 'octets=0-1', 'bytes=a-b'])
    assert.equal(lirePart(rien, 10), null, String(rien))
})

const commencer = (taille: number, nom = 'film.mp4', qui = cookie): Promise<Response> =>
  m.app.request('/redaction/envois', {
    method: 'POST',
    headers: {
      Cookie: qui,
      'Upload-Length': String(taille),
      'Upload-Metadata': `filename ${Buffer.from(nom).toString('base64')}`,
    },
  }) as Promise<Response>
const envoyer = (place: string, ou: number, octets: Buffer, qui = cookie): Promise<Response> =>
  m.app.request(place, {
    method: 'PATCH',
    body: new Uint8Array(octets),
    headers: { Cookie: qui, 'Upload-Offset': String(ou), 'Content-Type': 'application/offset+octet-stream' },
  }) as Promise<Response>
const recus = async (place: string): Promise<number> =>
  Number((await demander(place, { Cookie: cookie }, 'HEAD')).headers.get('upload-offset'))

test('a large file comes in pieces and goes on where it was cut', async () => {
  const octets = film(300_000)
  const place = (await commencer(octets.length)).headers.get('location')!
  assert.equal(await recus(place), 0)
  assert.equal((await envoyer(place, 0, octets.subarray(0, 100_000))).status, 204)
  assert.equal((await envoyer(place, 0, octets.subarray(0, 100_000))).status, 409, 'a piece that is there already')
  assert.equal((await envoyer(place, 200_000, octets.subarray(200_000))).status, 409, 'a piece too far')
  assert.equal(await recus(place), 100_000)
  const coupe = new ReadableStream({
    start(c) {
      c.enqueue(new Uint8Array(octets.subarray(100_000, 150_000)))
      setTimeout(() => c.error(new Error('cut')), 50)
    },
  })
  const r = await m.app.request(place, {
    method: 'PATCH',
    body: coupe,
    duplex: 'half',
    headers: { Cookie: cookie, 'Upload-Offset': '100000' },
  } as RequestInit)
  assert.equal(r.status, 422)
  const apres = await recus(place)
  assert.ok(apres >= 100_000 && apres <= 150_000, `${apres}: what lies on the disk is what is said`)
  assert.equal((await envoyer(place, apres, octets.subarray(apres))).status, 204)
  assert.equal(await recus(place), 300_000)
  const id = await ecrite(m, { titre: 'Grand film' })
  const f = new FormData()
  for (const [k, v] of Object.entries({
    libelle: 'Le film',
    alternative: 'Ce qui se dit et ce qui se voit.',
    envoi: place.slice(-36),
  }))
    f.append(k, v)
  assert.equal(
    (await m.app.request(`/redaction/${id}/fichier`, { method: 'POST', body: f, headers: { Cookie: cookie } })).status,
    303,
  )
  const { type, empreinte } = await fichierDe(id)
  const hexa = empreinte.toString('hex')
  assert.equal(type, 'video/mp4')
  assert.deepEqual(readFileSync(join(m.maison.config.donnees, 'fichiers', hexa.slice(0, 2), hexa)), octets)
})

test('no more than was said, no more than 500 Mo, and of a kind that we take', async () => {
  assert.equal((await commencer(500 * 1024 * 1024 + 1)).status, 413)
  assert.equal((await commencer(0)).status, 422)
  const place = (await commencer(1_000)).headers.get('location')!
  assert.equal((await envoyer(place, 0, film(2_000))).status, 413)
  assert.ok((await recus(place)) <= 1_000)
  const faux = (await commencer(SVG.length, 'x.svg')).headers.get('location')!
  const r = await envoyer(faux, 0, SVG)
  assert.deepEqual(
    [r.status, await r.text()],
    [
      422,
      'Ce fichier n’est pas accepté : il faut un PDF, une image (JPEG, PNG, WebP), une vidéo (MP4, MOV, WebM) ou des sous-titres (WebVTT).',
    ],
  )
})

test('a sending belongs to whoever began it, and is given up after a day', async () => {
  const place = (await commencer(1_000)).headers.get('location')!
  for (const qui of ['referenteAcademique', 'chefTilleuls', 'dpo'] as const) {
    const autre = `preau=${await m.session(qui)}`
    assert.equal((await demander(place, { Cookie: autre }, 'HEAD')).status, 404, qui)
    assert.equal((await envoyer(place, 0, film(1_000), autre)).status, 404, qui)
  }
  assert.equal((await commencer(10, 'x', `preau=${await m.session('chefTilleuls')}`)).status, 404)
  await envoyer(place, 0, film(500))
  await m.admin("update prevention.envoi set expire_le = '2026-11-10T08:00:00+01:00'")
  assert.equal((await demander(place, { Cookie: cookie }, 'HEAD')).status, 404)
  assert.ok((await rangerRessources(m.maison)).envois >= 1)
  assert.deepEqual(readdirSync(join(m.maison.config.donnees, 'fichiers', 'envois')), [])
})

test('with an antivirus, what it has not seen does not leave, and what it refuses is not kept', async () => {
  const sans = await publiee(PDF, 'avant.pdf', { titre: 'Déposée avant l’antivirus' })
  assert.equal((await demander(sans.url)).status, 200)
  const clamd = await ouvrirClamd({ tailleMax: 50_000 })
  const maison = m.maison as { config: Maison['config'] }
  const avant = maison.config
  maison.config = { ...avant, clamd: clamd.adresse }
  try {
    assert.equal((await demander(sans.url)).status, 404, 'not seen yet')
    assert.ok((await examinerFichiers(m.maison)) >= 1)
    assert.equal((await demander(sans.url)).status, 200)
    const id = await ecrite(m, { titre: 'Infectée' })
    const r = await joindre(id, Buffer.concat([PDF, Buffer.from(EICAR)]), 'piege.pdf')
    assert.deepEqual([r.status, /L’antivirus a refusé/.test(await r.text())], [422, true])
    // Too large for this antivirus: nobody has looked, so nobody opens it.
    const gros = await ecrite(m, { titre: 'Trop gros pour lui' })
    assert.equal((await joindre(gros, film(90_000), 'long.mp4')).status, 303)
    assert.equal((await fichierDe(gros)).examen, 'attente')
    assert.equal((await publier(m, gros)).status, 409)
    maison.config = { ...avant, clamd: '127.0.0.1:1' }
    const absent = await ecrite(m, { titre: 'Antivirus absent' })
    assert.equal((await joindre(absent, Buffer.concat([PDF, Buffer.from('\n')]), 'x.pdf')).status, 303)
    assert.equal((await fichierDe(absent)).examen, 'attente')
    assert.match(await (await m.lire(`/redaction/${absent}`, 'communication')).text(), /En attente d’examen/)
    maison.config = { ...avant, clamd: clamd.adresse }
    await examinerFichiers(m.maison)
    assert.equal((await publier(m, absent)).status, 303)
  } finally {
    maison.config = avant
    await clamd.fermer()
  }
})

test('a file that the antivirus refuses later is gone from the page', async () => {
  const { id, url } = await publiee(Buffer.concat([PDF, Buffer.from(EICAR)]), 'tard.pdf', { titre: 'Reconnue plus tard' })
  assert.equal((await demander(url)).status, 200)
  const clamd = await ouvrirClamd()
  const maison = m.maison as { config: Maison['config'] }
  const avant = maison.config
  maison.config = { ...avant, clamd: clamd.adresse }
  try {
    await examinerFichiers(m.maison)
    assert.equal((await fichierDe(id)).examen, 'infecte')
    assert.equal((await demander(url)).status, 404)
    assert.match(await (await m.lire('/ressources/reconnue-plus-tard')).text(), /Refusé par l’antivirus/)
  } finally {
    maison.config = avant
    await clamd.fermer()
  }
  assert.equal((await demander(url)).status, 404, 'refused once, refused for good')
})

test('nobody else joins a file', async () => {
  const id = await ecrite(m)
  assert.equal((await joindre(id, PDF, 'a.pdf', {}, 'chefTilleuls')).status, 404)
  assert.equal((await joindre(uuidv7(), PDF, 'a.pdf')).status, 404)
  assert.equal((await joindre(id, PDF, 'a.pdf', { libelle: '' })).status, 422)
  assert.ok(RESSOURCE.titre)
})

test('a film loses its place before anybody can open it, in one sending or in pieces; a damaged one is told', async () => {
  const { octets, images } = filmBavard()
  const { url } = await publiee(octets, 'vacances.mp4', { titre: 'Filmée au téléphone' })
  const servi = Buffer.from(await (await demander(url)).arrayBuffer())
  assert.ok(servi.includes(images))
  assert.equal(servi.indexOf(LIEU), -1)
  const place = (await commencer(octets.length)).headers.get('location')!
  assert.equal((await envoyer(place, 0, octets)).status, 204)
  const id = await ecrite(m, { titre: 'Coupée' })
  const r = await joindre(id, octets.subarray(0, octets.length - 40), 'coupe.mp4')
  assert.equal(r.status, 422)
  assert.match(await r.text(), /coupé ou abîmé/)
})
