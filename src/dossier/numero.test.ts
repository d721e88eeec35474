import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anneeScolaire, lireNumero, tirerNumero } from './numero.ts'

test('the school year turns at midnight on 1 September, in Paris', () => {
  assert.equal(anneeScolaire(new Date('2026-08-31T23:59:59+02:00')), 2025)
  assert.equal(anneeScolaire(new Date('2026-09-01T00:00:00+02:00')), 2026)
  assert.equal(anneeScolaire(new Date('2027-01-15T12:00:00Z')), 2026)
})

test('a number says the département and the school year, and six signs that are not mistaken', () => {
  const le = new Date('2026-11-10T08:00:00Z')
  for (const [dept, debut] of [
    ['031', '31-2026-'],
    ['02A', '2A-2026-'],
    ['971', '971-2026-'],
  ] as const) {
    const n = tirerNumero(dept, le)
    assert.match(n, new RegExp(`^${debut}[0-9A-HJKMNP-TV-Z]{6}$`))
    assert.equal(lireNumero(n), n)
  }
})

test('a number is read as people type it', () => {
  assert.equal(lireNumero(' 31 2026 k7q2xm '), '31-2026-K7Q2XM')
  assert.equal(lireNumero('31-2026-k7ool1'), '31-2026-K70011')
  for (const non of ['', 'Léa', '31-2026', '31-2026-K7Q2X', '31-1926-K7Q2XM']) assert.equal(lireNumero(non), null)
})

test('ten thousand draws: no two alike in practice, and every sign comes', () => {
  const tires = Array.from({ length: 10_000 }, () => tirerNumero('031').slice(-6))
  assert.ok(new Set(tires).size > 9_990)
  assert.equal(new Set(tires.join('')).size, 32)
})
