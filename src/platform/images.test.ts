import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import sharp from 'sharp'
import * as faux from '../../tests/support/images.ts'
import { Refus } from './errors.ts'
import { nettoyerImage } from './images.ts'

async function copieDe(octets: Buffer) {
  const r = await nettoyerImage(octets)
  assert.ok('copie' in r, JSON.stringify(r))
  return r
}

const raisonDe = async (octets: Buffer): Promise<string> => {
  const r = await nettoyerImage(octets)
  return 'raison' in r ? r.raison : 'copie'
}

/** Nothing but what draws: JFIF, tables, frame; not a byte after the end. */
function assertNue(copie: Buffer): void {
  const DESSIN = [0xc0, 0xc4, 0xdb, 0xe0]
  const { segments, apres } = faux.anatomie(copie)
  assert.deepEqual(
    segments.filter((s) => !DESSIN.includes(s)),
    [],
  )
  assert.equal(apres, 0)
}

async function couleur(image: Buffer, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true })
  const i = (y * info.width + x) * info.channels
  const [r, v, b] = info.channels < 3 ? [data[i]!, data[i]!, data[i]!] : [data[i]!, data[i + 1]!, data[i + 2]!]
  return [r, v, b].map((n) => (n > 200 ? '1' : n < 60 ? '0' : '?')).join('')
}

test('the photograph of a phone keeps what is seen, upright, and neither place, device, profile nor comment', async () => {
  const original = await faux.photoDeTelephone(400, 200)
  const avant = await sharp(original).metadata()
  assert.ok(avant.exif?.includes(faux.LIEU.appareil) && avant.icc && avant.orientation === 6, 'the original carries it all')
  assert.ok(original.includes('rue des Lilas'))

  const { type, copie, largeur, hauteur, empreinte } = await copieDe(original)
  assert.deepEqual([type, largeur, hauteur], ['image/jpeg', 200, 400])
  assertNue(copie)
  const apres = await sharp(copie).metadata()
  assert.deepEqual(
    [apres.exif, apres.icc, apres.xmp, apres.iptc, apres.orientation],
    [undefined, undefined, undefined, undefined, undefined],
  )
  for (const trace of [faux.LIEU.appareil, 'Lilas']) assert.equal(copie.includes(trace), false)
  assert.deepEqual([await couleur(copie, 100, 20), await couleur(copie, 100, 380)], ['100', '001'], 'turned by a quarter')
  assert.deepEqual(empreinte, createHash('sha256').update(original).digest())
})

test('the texts of a PNG are left behind', async () => {
  const original = faux.pngAvecTextes()
  assert.ok(original.includes('Lina'))
  const { copie, largeur, hauteur } = await copieDe(original)
  assert.deepEqual([largeur, hauteur, copie.includes('Lina')], [8, 8, false])
  assertNue(copie)
})

test('what is transparent becomes white paper, grey and printers’ colours are drawn as seen', async () => {
  const transparent = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
    .png()
    .toBuffer()
  assert.equal(await couleur((await copieDe(transparent)).copie, 4, 4), '111')
  const gris = await (await faux.deuxMoities(20, 20)).greyscale().jpeg().toBuffer()
  assertNue((await copieDe(gris)).copie)
  const cmjn = await (await faux.deuxMoities(20, 20)).toColourspace('cmyk').jpeg().toBuffer()
  const { copie } = await copieDe(cmjn)
  assert.equal((await sharp(copie).metadata()).space, 'srgb')
  assertNue(copie)
})

test('a film shows its first image; a large picture fits in 2000 pixels, a small one is not stretched', async () => {
  const film = await copieDe(await faux.anime('webp'))
  assert.deepEqual([film.largeur, film.hauteur, await couleur(film.copie, 10, 10)], [20, 20, '100'])
  const grande = await copieDe(await (await faux.deuxMoities(5000, 1000)).webp().toBuffer())
  assert.deepEqual([grande.largeur, grande.hauteur], [2000, 400])
})

test('what follows or hides in a picture does not reach its copy', async () => {
  const jpeg = await (await faux.deuxMoities(40, 20)).jpeg().toBuffer()
  for (const suite of [faux.AUTRES.zip, faux.AUTRES.html, faux.AUTRES.pdf]) {
    const { copie } = await copieDe(Buffer.concat([jpeg, suite]))
    assertNue(copie)
    assert.equal(copie.includes(suite.subarray(0, 12)), false)
  }
  const { copie } = await copieDe(faux.avecSegment(jpeg, 0xe1, '<script>alert(1)</script>'))
  assertNue(copie)
})

test('only the content says what a file is: all but JPEG, PNG and WebP is refused as such', async () => {
  const vus = Object.fromEntries(await Promise.all(Object.entries(faux.AUTRES).map(async ([nom, o]) => [nom, await raisonDe(o)])))
  assert.deepEqual(vus, Object.fromEntries(Object.keys(faux.AUTRES).map((nom) => [nom, 'type'])))
  assert.equal(await raisonDe(await faux.anime('gif')), 'type')
})

test('libvips itself reads nothing else, even when asked by mistake', async () => {
  await copieDe(faux.pngAvecTextes())
  for (const autre of [faux.AUTRES.svg, faux.AUTRES.pdf, faux.AUTRES.tiff, await faux.anime('gif')])
    await assert.rejects(sharp(autre).metadata(), /unsupported image format|Input buffer/)
})

test('a picture cut or damaged is refused, not half shown', async () => {
  const photo = await faux.grain(300, 300)
  for (const entier of [await photo.jpeg().toBuffer(), await photo.png().toBuffer(), await photo.webp().toBuffer()]) {
    assert.equal(await raisonDe(entier), 'copie')
    for (const part of [0.3, 0.9]) assert.equal(await raisonDe(entier.subarray(0, Math.floor(entier.length * part))), 'illisible')
  }
  assert.equal(await raisonDe((await photo.jpeg().toBuffer()).subarray(0, 12)), 'illisible')
})

test('a bomb is refused on its header', async () => {
  const donnees = Buffer.alloc(10)
  assert.equal(await raisonDe(faux.pngImmense()), 'bombe')
  assert.equal(await raisonDe(faux.png({ largeur: 8000, hauteur: 6600, donnees })), 'bombe', '52.8 million pixels')
  const carre = { largeur: 6000, hauteur: 6000, type: 6, donnees } as const
  assert.equal(await raisonDe(faux.png({ ...carre, bits: 16 })), 'bombe')
  assert.equal(await raisonDe(faux.png({ ...carre, entrelace: true })), 'bombe')
  assert.equal(await raisonDe(faux.png(carre)), 'illisible', 'within bounds, but nothing in it')
})

test('what unfolds behind a small header costs neither time nor memory', async (t) => {
  const bombes = { ...(await faux.bombes(300_000_000)), passes: await faux.jpegAuxMillePasses() }
  const repos = process.memoryUsage.rss()
  let sommet = repos
  const veille = setInterval(() => (sommet = Math.max(sommet, process.memoryUsage.rss())), 2)
  t.after(() => clearInterval(veille))
  for (const [nom, bombe] of Object.entries(bombes)) {
    const debut = performance.now()
    const r = await nettoyerImage(bombe)
    if ('copie' in r) assertNue(r.copie)
    else assert.equal(r.raison, 'illisible', nom)
    assert.ok(performance.now() - debut < 2_000, nom)
  }
  assert.ok(sommet - repos < 100_000_000, `${sommet - repos} bytes more`)
})

test('pictures are drawn one at a time, and past a bound the newest are told to come back', async (t) => {
  const image = await (await faux.deuxMoities(600, 600)).jpeg().toBuffer()
  let enMemeTemps = 0
  const veille = setInterval(() => (enMemeTemps = Math.max(enMemeTemps, sharp.counters().process)), 1)
  t.after(() => clearInterval(veille))
  const sorties = await Promise.allSettled(Array.from({ length: 70 }, () => nettoyerImage(image)))
  const refus = sorties.filter((s) => s.status === 'rejected').map((s) => s.reason as unknown)
  assert.equal(refus.length, 6)
  assert.ok(refus.every((r) => r instanceof Refus && r.statut === 503))
  assert.equal(enMemeTemps, 1)
  assert.equal(await raisonDe(image), 'copie')
})
