import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trousseauEphemere } from '#platform'
import { cleSonore, clesDe, jetonsDe, suitesDe } from './noms.ts'
import { personnesCommunes } from './proches.ts'

const memes = [
  ['Léa', 'Lea', 'LÉA'],
  ['Kévin', 'Kevin', 'Quévin'],
  ['Mathieu', 'Matthieu', 'Mattieu'],
  ['Chloé', 'Cloé', 'Chloe'],
  ['Sophie', 'Sofie', 'Sophy'],
  ['Thibault', 'Thibaut', 'Thibaud', 'Tibo'],
  ['Mohamed', 'Mohammed'],
  ['Lisa', 'Liza'],
  ['Yanis', 'Yaniss', 'Yanisse', 'Ianis'],
  ['François', 'Francois'],
  ['Jérôme', 'Gérôme', 'Jerome'],
  ['Karine', 'Carine', 'Karin'],
]

for (const noms of memes)
  test(`${noms.join(', ')} sound the same`, () => assert.equal(new Set(noms.map((n) => cleSonore(n))).size, 1))

test('two names that differ stay apart', () => {
  const noms = [
    'Léa',
    'Léo',
    'Lina',
    'Lucas',
    'Louis',
    'Emma',
    'Eva',
    'Hugo',
    'Inès',
    'Nathan',
    'Nolan',
    'Noah',
    'Théo',
    'Tom',
    'Zoé',
    'Sarah',
    'Sacha',
  ]
  assert.equal(new Set(noms.map((n) => cleSonore(n))).size, noms.length)
})

test('words that name nobody are left out; compound names are two', () => {
  assert.deepEqual(clesDe('Un élève de la classe de 4e B, je ne sais pas'), [])
  assert.deepEqual(clesDe('Jean-Baptiste de la Tour et sa sœur'), ['jean', 'bapti', 'tour'])
})

test('a token tells nothing without the key, and each académie has its own', () => {
  const t = trousseauEphemere()
  const [a] = jetonsDe(t, '16', 'Léa')
  assert.equal(a!.length, 16)
  assert.deepEqual(jetonsDe(t, '16', 'les Lea, lea'), [a])
  assert.notDeepEqual(jetonsDe(t, '10', 'Léa'), [a])
  assert.notDeepEqual(jetonsDe(trousseauEphemere(), '16', 'Léa'), [a])
})

test('a first name and a last name that stand side by side are one person; a comma, a line, « et » begin another', () => {
  assert.deepEqual(suitesDe('Mathieu Delcros, DUMAS Kévin et Léa\nTom Ben Amar'), [
    ['matieu', 'delkro'],
    ['duma', 'kevin'],
    ['lea'],
    ['tom', 'amar'],
  ])
  assert.deepEqual(suitesDe('Jean-Baptiste de la Tour'), [['jean', 'bapti', 'tour']])
  assert.deepEqual(suitesDe('je ne sais pas, un élève de 4e'), [])
})

test('names in common are counted by person: brothers are two, the same name said twice is one', () => {
  const dits = ['Tom Delcros, Léa Delcros', 'Tom', 'Sarah'].flatMap((t) => suitesDe(t).map((jetons) => ({ jetons, dit: '' })))
  const communs = (...noms: string[]): number => personnesCommunes(new Set(noms.flatMap(clesDe)), dits).length
  assert.equal(communs('Tom', 'Delcros', 'Léa'), 2)
  assert.equal(communs('Tom', 'Delcros'), 1)
  assert.equal(communs('Delcros'), 1)
  assert.equal(communs('Tom', 'Sarah'), 2)
})
