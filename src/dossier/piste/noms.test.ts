import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initiales, prenoms } from './noms.ts'

const N = '\u00a0'
test('initials: two pupils are told apart, a compound name keeps three letters, nothing is left of the name', () => {
  assert.deepEqual(initiales(['Léa Marchetti', 'Luc Martin', 'Élie d’Arc', 'Jean-Marc de la Tour', '?']), [
    `L.${N}M. (1)`,
    `L.${N}M. (2)`,
    `É.${N}D.${N}A.`,
    `J.${N}M.${N}D.`,
    '—',
  ])
})
test('first names only', () => assert.deepEqual(prenoms(['Léa Marchetti', 'Léa B', 'Tom']), ['Léa (1)', 'Léa (2)', 'Tom']))
