import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { BITS, ecrireCode, formaterCode, lireCode, lireMot, plier } from './code.ts'
import { MOTS } from './mots.ts'

const CODE = 'abeille-gâteau-hérisson-kangourou-montagne-œuf-télescope-zigzaguer'
const MOTS_DU_CODE = CODE.split('-')
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'

const secrets = fc.uint8Array({ minLength: 10, maxLength: 10 })

function lu(saisie: string) {
  const lecture = lireCode(saisie)
  if ('erreur' in lecture) assert.fail(JSON.stringify(lecture))
  return lecture
}

function refus(saisie: string) {
  const lecture = lireCode(saisie)
  if ('secret' in lecture) assert.fail(`read as ${lecture.mots.join(' ')}`)
  return lecture
}

function fautesDeFrappe(mot: string): string[] {
  const coupes = Array.from({ length: mot.length + 1 }, (_, i) => [mot.slice(0, i), mot.slice(i)] as const)
  return coupes.flatMap(([debut, fin]) => [
    ...[...ALPHABET].map((lettre) => debut + lettre + fin),
    ...(fin === '' ? [] : [debut + fin.slice(1), ...[...ALPHABET].map((lettre) => debut + lettre + fin.slice(1))]),
    ...(fin.length < 2 ? [] : [debut + fin[1] + fin[0] + fin.slice(2)]),
  ])
}

test('eight words carry exactly 80 bits', () => {
  assert.equal(BITS, 80)
  assert.equal(8 * Math.log2(MOTS.length), BITS)
  fc.assert(fc.property(secrets, (secret) => assert.equal(ecrireCode(secret).length, 8)))
})

test('every secret has its own code and every eight words are a code', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const mots = ecrireCode(secret)
      assert.deepEqual(lireCode(formaterCode(mots)), { mots, secret, corriges: 0 })
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...MOTS), { minLength: 8, maxLength: 8 }), (mots) =>
      assert.deepEqual(ecrireCode(lu(formaterCode(mots)).secret), mots),
    ),
  )
})

test('the first and the last secret are the first and the last word eight times', () => {
  assert.deepEqual(ecrireCode(new Uint8Array(10)), Array(8).fill('abeille'))
  assert.deepEqual(ecrireCode(new Uint8Array(10).fill(255)), Array(8).fill('zoomer'))
})

test('a code is not made of more or less than ten bytes', () => {
  assert.throws(() => ecrireCode(new Uint8Array(9)), RangeError)
  assert.throws(() => ecrireCode(new Uint8Array(11)), RangeError)
})

test('the list has not changed since the first codes were given out', () => {
  assert.equal(
    createHash('sha256').update(MOTS.join(' ')).digest('hex'),
    '4cdb8c76343f203331b4516ea7df3a0c1d831afaa9ff070b5a55f2c2788a54d2',
  )
})

test('one typing error in any word of a code is put right', () => {
  const [secret] = fc.sample(secrets, 1)
  const mots = ecrireCode(secret!)
  for (const [i, mot] of mots.entries()) {
    for (const faute of fautesDeFrappe(plier(mot))) {
      const corriges = faute === plier(mot) ? 0 : 1
      assert.deepEqual(lireCode(mots.with(i, faute).join(' ')), { mots, secret, corriges }, `${faute} for ${mot}`)
    }
  }
})

test('one typing error in each of the eight words at once is put right', () => {
  const choix = fc.array(fc.nat(), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(secrets, choix, (secret, choisis) => {
      const fautifs = ecrireCode(secret).map((mot, i) => {
        const fautes = fautesDeFrappe(plier(mot))
        return fautes[choisis[i]! % fautes.length]!
      })
      assert.deepEqual(lu(fautifs.join(' ')).secret, secret)
    }),
  )
})

for (const [maniere, saisie] of Object.entries({
  'without accents': 'abeille gateau herisson kangourou montagne oeuf telescope zigzaguer',
  'in capitals': CODE.toUpperCase(),
  'with decomposed accents': CODE.normalize('NFD'),
  'with commas and dots': MOTS_DU_CODE.join(', ') + '.',
  'on eight lines': MOTS_DU_CODE.join('\r\n'),
  'as a numbered list': MOTS_DU_CODE.map((mot, i) => `${i + 1}. ${mot}`).join('\n'),
  'with numbers that touch the words': MOTS_DU_CODE.map((mot, i) => `${i + 1}${mot}`).join(' '),
  'with long dashes and spaces': `  ${MOTS_DU_CODE.join(' – ')}\u00a0`,
  'between French quotation marks': `« ${CODE} »`,
  'with invisible characters of a copy': `\u200e${CODE.replace('kangourou', 'kan\u00adgourou')}\u200b`,
})) {
  test(`a code typed ${maniere} is read`, () => {
    assert.deepEqual(lu(saisie), { mots: MOTS_DU_CODE, secret: lu(CODE).secret, corriges: 0 })
  })
}

test('an apostrophe, typographic or not, is no separator', () => {
  assert.deepEqual(lu(CODE.replace('abeille', 'l’abeille')).mots, MOTS_DU_CODE)
  assert.deepEqual(lu(CODE.replace('abeille', "l'abeille")).mots, MOTS_DU_CODE)
})

test('nothing typed is told apart from a wrong code', () => {
  for (const saisie of ['', '   ', ' \n-., ', '1. 2. 3.']) {
    assert.deepEqual(refus(saisie), { erreur: 'vide', inconnus: [], compte: 0 })
  }
})

test('one word alone, asked to check that the code was noted: with its number, a capital, an article, a mistake', () => {
  for (const saisie of ['gâteau', 'Gateau', ' 2. gâteau ', '2 gâteau', 'gatteau', '« gâteau »'])
    assert.equal(lireMot(saisie), 'gâteau', saisie)
  for (const saisie of ['', '2', 'gâteau hérisson', 'gato', 'zzz']) assert.equal(lireMot(saisie), null, saisie)
})

test('a word missing or too many is counted', () => {
  assert.deepEqual(refus(MOTS_DU_CODE.slice(1).join(' ')), { erreur: 'nombre', inconnus: [], compte: 7 })
  assert.deepEqual(refus(`${CODE} soleil`), { erreur: 'nombre', inconnus: [], compte: 9 })
})

test('words stuck together or split are not guessed, but shown', () => {
  const colles = refus(CODE.replace('abeille-gâteau', 'abeillegâteau'))
  assert.deepEqual(colles, {
    erreur: 'nombre',
    inconnus: [{ rang: 1, saisi: 'abeillegâteau', proches: [] }],
    compte: 7,
  })
  const coupe = refus(CODE.replace('kangourou', 'kangou rou'))
  assert.deepEqual([coupe.erreur, coupe.compte, coupe.inconnus.map((i) => i.rang)], ['nombre', 9, [4, 5]])
})

test('an unknown word is named by its place, with close words of the public list', () => {
  const lecture = refus(CODE.replace('hérisson', 'Érison').replace('œuf', 'zzzzz'))
  assert.deepEqual(lecture, {
    erreur: 'mots',
    inconnus: [
      { rang: 3, saisi: 'Érison', proches: ['hérisson', 'maison'] },
      { rang: 6, saisi: 'zzzzz', proches: [] },
    ],
    compte: 8,
  })
})

test('a word written down by ear finds the word that sounds the same first', () => {
  for (const [entendu, mot] of [
    ['gato', 'gâteau'],
    ['saxofone', 'saxophone'],
    ['kakaouète', 'cacahuète'],
    ['quivi', 'kiwi'],
  ]) {
    assert.equal(refus(CODE.replace('abeille', entendu!)).inconnus[0]?.proches[0], mot)
  }
})

test('at most three close words are shown, and each is a word of the list', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 3, maxLength: 12, unit: fc.constantFrom(...'aeioubcdlmnrst') }), (mot) => {
      const lecture = lireCode(CODE.replace('abeille', mot))
      if ('secret' in lecture) return
      const [inconnu] = lecture.inconnus
      assert.ok(inconnu!.proches.length <= 3)
      assert.deepEqual(
        inconnu!.proches.filter((proche) => !MOTS.includes(proche)),
        [],
      )
    }),
  )
})

test('whatever is pasted is answered, quickly and shortly', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (saisie) => void lireCode(saisie)))
  const lecture = refus('q'.repeat(100) + ' xyz'.repeat(1_000_000))
  assert.deepEqual([lecture.erreur, lecture.compte, lecture.inconnus.length], ['nombre', 476, 16])
  assert.equal(lecture.inconnus[0]!.saisi.length, 30)
})
