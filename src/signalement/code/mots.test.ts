import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plier } from './code.ts'
import { distance } from './distance.ts'
import { MOTS } from './mots.ts'
import { son } from './son.ts'

const FORMES = MOTS.map(plier)

function tropProches(formes: string[]): string[] {
  return formes.flatMap((a, i) =>
    formes
      .slice(i + 1)
      .filter((b) => Math.abs(a.length - b.length) < 3 && distance(a, b) < 3)
      .map((b) => `${a} ${b}`),
  )
}

function repetes(formes: string[]): string[] {
  return formes.filter((forme, i) => formes.indexOf(forme) !== i)
}

test('there are 1,024 words, no two the same once accents are removed', () => {
  assert.equal(MOTS.length, 1024)
  assert.deepEqual(repetes(FORMES), [])
})

test('the words are in the order of their unaccented spelling', () => {
  assert.deepEqual(FORMES, FORMES.toSorted())
})

test('each word has four to nine letters (« œ » is two), and its accents are composed', () => {
  assert.deepEqual(
    MOTS.filter((mot) => !/^[a-zàâçèéêëîïôùûœ]{3,9}$/.test(mot) || !/^[a-z]{4,9}$/.test(plier(mot))),
    [],
  )
})

test('any two words are at least three typing errors apart', () => {
  assert.deepEqual(tropProches(FORMES), [])
})

test('the check sees words that are too close', () => {
  const formes = ['abeille', 'soleil', 'montagne', 'abelle', 'sloeli', 'montngae']
  assert.deepEqual(tropProches(formes), ['abeille abelle', 'soleil sloeli', 'montagne montngae'])
})

test('no two words sound the same', () => {
  assert.deepEqual(repetes(MOTS.map(son)), [])
})

test('the check hears homophones', () => {
  assert.deepEqual(repetes(['seau', 'sot', 'pain', 'pin', 'balai', 'ballet', 'vers', 'vert'].map(son)), [
    son('sot'),
    son('pin'),
    son('ballet'),
    son('vert'),
  ])
})

test('the distance counts insertions, deletions, substitutions and swaps', () => {
  for (const [a, b, attendue] of [
    ['chat', 'chat', 0],
    ['', 'chat', 4],
    ['chat', 'chats', 1],
    ['chat', 'cat', 1],
    ['chat', 'rhat', 1],
    ['chat', 'hcat', 1],
    ['ca', 'abc', 2], // three for optimal string alignment, which would leave « ac » with two repairs
    ['gateau', 'bateaux', 2],
  ] as const) {
    assert.equal(distance(a, b), attendue, `${a} ${b}`)
  }
})

test('the distance is a metric, so three apart leaves one repair to one error', () => {
  const mot = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', 'c') })
  fc.assert(
    fc.property(mot, mot, mot, (a, b, c) => {
      assert.equal(distance(a, b), distance(b, a))
      assert.equal(distance(a, b) === 0, a === b)
      assert.ok(distance(a, c) <= distance(a, b) + distance(b, c))
    }),
    { numRuns: 2000 },
  )
})
