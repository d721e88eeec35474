import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ecrireVtt, estVtt, lireVtt } from './vtt.ts'

const lire = (texte: string) => lireVtt(Buffer.from(texte))
const BON =
  'WEBVTT\n\n00:01.000 --> 00:04.000\nBonjour.\n\nfin\n00:00:05.500 --> 00:00:07.000 align:start onclick:x\n<v Lina>Tu viens <i>avec moi</i> ?\n'

test('captions are read whatever the line ends and the mark, named or not, hours or not', () => {
  const attendu = [
    { du: 1000, au: 4000, reglages: '', texte: 'Bonjour.' },
    { du: 5500, au: 7000, reglages: 'align:start', texte: '<v Lina>Tu viens <i>avec moi</i> ?' },
  ]
  for (const t of [
    BON,
    BON.replaceAll('\n', '\r\n'),
    BON.replaceAll('\n', '\r'),
    `\uFEFF${BON}`,
    BON.trimEnd(),
    BON.replace('WEBVTT', 'WEBVTT - titre'),
  ])
    assert.deepEqual(lire(t), attendu)
  assert.deepEqual(lire(ecrireVtt(attendu)), attendu)
})

test('what a player would obey is not kept: styles, notes, marks of another kind', () => {
  const ecrit = ecrireVtt(
    lire(
      'WEBVTT\n\nNOTE secret : Lina Roussel\n\nSTYLE\n::cue { background: url(https://ailleurs) }\n\n00:01.000 --> 00:02.000\n<c.rouge>Non</c> <script>x</script> <b>oui</b>\n',
    ),
  )
  assert.equal(ecrit, 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nNon x <b>oui</b>\n')
})

test('each fault is told with its line', () => {
  const fautes: [string, RegExp][] = [
    ['00:01.000 --> 00:02.000\nA\n', /ligne 1 : le fichier commence par WEBVTT/],
    ['\nWEBVTT\n\n00:01.000 --> 00:02.000\nA\n', /ligne 1/],
    ['WEBVTTX\n\n00:01.000 --> 00:02.000\nA\n', /ligne 1/],
    ['WEBVTT\n00:01.000 --> 00:02.000\nA\n', /ligne 2 : il faut une ligne vide/],
    ['WEBVTT\n\n00:01,000 --> 00:02,000\nA\n', /ligne 3 .*n’est pas un minutage/],
    ['WEBVTT\n\n00:61.000 --> 01:02.000\nA\n', /ligne 3/],
    ['WEBVTT\n\n00:02.000 --> 00:02.000\nA\n', /ligne 3 : cette réplique finit avant/],
    ['WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\nb\n00:01.000 --> 00:02.000\nB\n', /ligne 7 : cette réplique commence avant/],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\n', /ligne 3 : cette réplique n’a pas de texte/],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nA\n00:03.000 --> 00:04.000\nB\n', /ligne 4 : il manque une ligne vide/],
    ['WEBVTT\n\nseulement du texte\n', /ligne 3 .*pas de minutage/],
    ['WEBVTT\n', /aucune réplique/],
    ['WEBVTT\n\nNOTE rien\n', /aucune réplique/],
  ]
  for (const [texte, phrase] of fautes)
    assert.throws(
      () => lire(texte),
      (e: Error) => phrase.test(e.message),
      texte,
    )
  assert.throws(() => lireVtt(Buffer.from([...Buffer.from('WEBVTT\n\n'), 0xff, 0xfe])), /UTF-8/)
})

test('a file is captions by its content', () => {
  for (const t of ['WEBVTT', 'WEBVTT\n', 'WEBVTT titre', '\uFEFFWEBVTT\r\n']) assert.ok(estVtt(Buffer.from(t).subarray(0, 16)), t)
  for (const t of ['WEBVTTX', ' WEBVTT', '1\n00:00', '']) assert.ok(!estVtt(Buffer.from(t)), t)
})
