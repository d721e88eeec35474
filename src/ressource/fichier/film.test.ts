import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { Refus } from '#platform'
import { APPAREIL, boite, element, film, filmBavard, LIEU, mvhd, piste, webmBavard } from '../../../tests/support/films.ts'
import { enfants } from './film.boites.ts'
import { nettoyerFilm } from './film.ts'

const dossier = mkdtempSync(join(tmpdir(), 'preau-film-'))
const chemin = join(dossier, 'film')
after(() => rmSync(dossier, { recursive: true }))

type Type = 'video/mp4' | 'video/webm'
async function nettoyer(octets: Buffer, type: Type = 'video/mp4'): Promise<Buffer> {
  writeFileSync(chemin, octets)
  await nettoyerFilm(chemin, type)
  return readFileSync(chemin)
}
/** Done, or refused with a sentence; the length never changes. @returns what came of it, or null. */
async function tenter(octets: Buffer, type: Type): Promise<Buffer | null> {
  try {
    const net = await nettoyer(octets, type)
    assert.equal(net.length, octets.length)
    return net
  } catch (e) {
    assert.ok(e instanceof Refus, String(e))
    return null
  }
}
const muet = (net: Buffer): void => {
  for (const secret of [LIEU, APPAREIL, 'Claire', '+43', 'xmpmeta', 'GPS'])
    assert.equal(net.indexOf(secret, 0, 'latin1'), -1, secret)
}

test('a film of a phone: the place, the device, the dates, the track that follows are gone; pictures and sound are as they were', async () => {
  const { octets, images } = filmBavard()
  const net = await nettoyer(octets)
  muet(net)
  assert.equal(net.length, octets.length)
  assert.equal(net.indexOf(images), octets.indexOf(images))
  assert.equal(net.indexOf(Buffer.from((3_800_000_000).toString(16), 'hex')), -1)
  assert.deepEqual(
    enfants(net).map((b) => b.type),
    ['ftyp', 'free', 'moov', 'mdat', 'free', 'free'],
  )
  assert.deepEqual(await nettoyer(net), net)
})

test('a film that hides nothing is not changed by one byte', async () => {
  const octets = film(10_000)
  assert.deepEqual(await nettoyer(octets), octets)
})

test('a film that browsers would show black or silent is refused, and what to do is said; what they cannot read beside is left', async () => {
  const de = (...pistes: readonly (readonly [string, string])[]): Promise<Buffer> => nettoyer(film(3_000, { pistes }))
  for (const code of ['hvc1', 'hev1', 'dvh1', 'dvhe'])
    await assert.rejects(de(['vide', code], ['soun', 'mp4a']), /HEVC.*H\.264.*iPhone : Réglages, Appareil photo, Formats/, code)
  for (const pistes of [
    [
      ['vide', 'apcn'],
      ['soun', 'mp4a'],
    ],
    [
      ['vide', 's263'],
      ['soun', 'samr'],
    ],
    [
      ['vide', 'avc1'],
      ['soun', 'samr'],
    ],
    [['soun', 'mp4a']],
  ] as const)
    await assert.rejects(de(...pistes), /navigateurs ne lisent pas ce film/, JSON.stringify(pistes))
  // An iPhone writes the sound twice: in stereo, and in a space that only it can play.
  await de(['vide', 'avc1'], ['soun', 'mp4a'], ['soun', 'apac'])
  await de(['vide', 'av01'], ['soun', 'Opus'], ['sbtl', 'tx3g'])
})

test('the time of day and the name that a camera counts in are gone: they are no picture', async () => {
  const octets = Buffer.concat([
    boite('ftyp', 'mp42\0\0\0\0'),
    boite('moov', mvhd(0), piste('vide', '', 0, 0, 2), piste('tmcd', APPAREIL, 9, 1_200, 11)),
    boite('mdat', Buffer.alloc(2_000, '14:32:07:12')),
  ])
  const net = await nettoyer(octets)
  muet(net)
  assert.ok(net.subarray(1_200, 1_211).every((o) => o === 0))
  assert.ok(!net.includes('tmcd'))
})

test('a film of an iPhone or an older Android is the same film under the brand of an MP4', async () => {
  for (const marque of ['qt  ', '3gp4', '3gp5', 'M4V ']) {
    const octets = film(3_000, { marque })
    const net = await nettoyer(octets)
    assert.equal(net.toString('latin1', 4, 12), 'ftypmp42', marque)
    assert.ok(net.subarray(12).equals(octets.subarray(12)))
  }
  await assert.rejects(nettoyer(film(3_000).subarray(24)), /abîmé/, 'no brand at all')
})

for (const enDirect of [false, true])
  test(`a WebM${enDirect ? ' as a browser records it' : ''}: tags, names, attached files are gone; pictures are as they were`, async () => {
    const { octets, images } = webmBavard(enDirect)
    const net = await nettoyer(octets, 'video/webm')
    muet(net)
    assert.equal(net.length, octets.length)
    assert.equal(net.indexOf(images), octets.indexOf(images))
    assert.equal(net.lastIndexOf(images), octets.lastIndexOf(images))
    assert.deepEqual(await nettoyer(net, 'video/webm'), net)
  })

test('what follows whoever filmed and cannot be taken out is refused with its reason: in fragments, in a WebM', async () => {
  const { octets } = filmBavard()
  await assert.rejects(nettoyer(Buffer.concat([octets.subarray(0, -3), boite('moof')])), /piste de données/)
  const tracks = element(0x1654ae6b, element(0xae, element(0x83, '\x21')))
  const webm = Buffer.concat([element(0x1a45dfa3), element(0x18538067, tracks)])
  await assert.rejects(nettoyer(webm, 'video/webm'), /piste de données/)
})

test('tables that lie are refused: data outside the film or over its own table, samples without end, no picture at all', async () => {
  const ftyp = boite('ftyp', 'mp42\0\0\0\0')
  const avec = (...pistes: readonly Buffer[]): Buffer =>
    Buffer.concat([ftyp, boite('moov', mvhd(0), ...pistes), boite('mdat', Buffer.alloc(50))])
  const image = piste('vide', '', 0, 400, 2)
  for (const [debut, longueur] of [
    [0, 10],
    [20, 10],
    [0xffffffff, 10],
    [200, 0x7fffffff],
  ] as const)
    await assert.rejects(nettoyer(avec(image, piste('meta', '', 0, debut, longueur))), /abîmé/, `${debut} ${longueur}`)
  const sansFin = piste('meta', '', 0, 0, 2)
  // One byte each, four thousand million of them in each chunk.
  const stsz = sansFin.indexOf('stsz') + 8
  sansFin.writeUInt32BE(1, stsz)
  sansFin.writeUInt32BE(0xffffffff, stsz + 4)
  sansFin.writeUInt32BE(0xffffffff, sansFin.indexOf('stsc') + 16)
  await assert.rejects(nettoyer(avec(image, sansFin)), /abîmé/)
  await assert.rejects(nettoyer(avec()), /abîmé/)
  await assert.rejects(nettoyer(Buffer.concat([ftyp, boite('mdat')])), /abîmé/)
})

test('cut anywhere, it is refused or done, and never shows what it hides', async () => {
  for (const [{ octets }, type] of [
    [filmBavard(), 'video/mp4'],
    [webmBavard(), 'video/webm'],
    [webmBavard(true), 'video/webm'],
  ] as const)
    for (let n = 0; n < octets.length; n++) {
      const net = await tenter(octets.subarray(0, n), type)
      if (net !== null) muet(net)
    }
})

test('whatever bytes are changed, it is refused or done, of the same length, and soon', async () => {
  const temoins = [
    [filmBavard().octets, 'video/mp4'],
    [webmBavard().octets, 'video/webm'],
    [webmBavard(true).octets, 'video/webm'],
  ] as const
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...temoins),
      fc.array(fc.tuple(fc.nat(2_000), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }),
      async ([octets, type], changes) => {
        const change = Buffer.from(octets)
        for (const [place, valeur] of changes) change[place % change.length] = valeur
        const debut = performance.now()
        await tenter(change, type)
        assert.ok(performance.now() - debut < 2_000)
      },
    ),
    { numRuns: 1_500 },
  )
})
