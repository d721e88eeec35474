import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nomsDits } from './noms.ts'

const cas: [string, [string, string][]][] = [
  [
    'Mathieu D. et Karim, 4e B',
    [
      ['Mathieu D.', '4e B'],
      ['Karim', '4e B'],
    ],
  ],
  ['Léa Marchetti, 5e B', [['Léa Marchetti', '5e B']]],
  ['Tom (CM2)', [['Tom (CM2)', '']]],
  [
    'Emma, CM2 ; Etienne, 6ème',
    [
      ['Emma', 'CM2'],
      ['Etienne', '6ème'],
    ],
  ],
  ['', []],
  ['?', []],
]
for (const [dit, attendu] of cas)
  test(`« ${dit} »`, () =>
    assert.deepEqual(
      nomsDits(dit).map((d) => [d.nom, d.precision]),
      attendu,
    ))
