import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { comparer } from './difference.ts'

const dite = (avant: string, apres: string): string =>
  comparer(avant, apres)
    .map((m) => (m.sorte === 'pareil' ? m.texte : m.sorte === 'retire' ? `[-${m.texte}-]` : `{+${m.texte}+}`))
    .join('')

test('a word changed is one word changed', () => {
  assert.equal(
    dite('Parle à un adulte du collège.', 'Parle à une adulte de l’école.'),
    'Parle à [-un-]{+une+} adulte [-du collège-]{+de l’école+}.',
  )
  assert.equal(dite('un\ndeux\ntrois\n', 'un\ntrois\nquatre\n'), 'un\n[-deux\n-]trois\n{+quatre\n+}')
  assert.equal(dite('', 'neuf'), '{+neuf+}')
  assert.equal(dite('pareil', 'pareil'), 'pareil')
})

const MOTS = fc.array(fc.constantFrom('le', 'la', ' ', '\n', '.', 'élève', 'aide', '!'), { maxLength: 60 }).map((m) => m.join(''))

test('both texts are always whole in the comparison', () => {
  fc.assert(
    fc.property(fc.oneof(MOTS, fc.string({ unit: 'binary' })), fc.oneof(MOTS, fc.string({ unit: 'binary' })), (avant, apres) => {
      const m = comparer(avant, apres)
      const sans = (sorte: string): string =>
        m
          .filter((x) => x.sorte !== sorte)
          .map((x) => x.texte)
          .join('')
      assert.equal(sans('ajoute'), avant)
      assert.equal(sans('retire'), apres)
    }),
    { numRuns: 3000 },
  )
})

test('two long texts that have nothing in common are compared in a moment', () => {
  const long = (mot: string): string => Array.from({ length: 8_000 }, (_, i) => `${mot}${i % 97}`).join(' ')
  // Processor time: what else the machine does meanwhile is not ours.
  const avant = process.cpuUsage()
  comparer(long('a'), long('b'))
  const ms = process.cpuUsage(avant).user / 1_000
  assert.ok(ms < 1_000, `${ms} ms`)
})
