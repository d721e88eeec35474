import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ACADEMIES } from '#annuaire'
import { carte } from './carte.page.ts'
import { planDe } from './carte.plans.ts'

test('every académie has its map: each of its départements once, each in a square of its own, and no other', () => {
  for (const { nom, departements } of Object.values(ACADEMIES)) {
    const plan = planDe(departements)
    assert.ok(plan !== undefined, nom)
    assert.deepEqual([...plan.places.keys()].sort(), [...departements].sort(), nom)
    assert.equal(new Set([...plan.places.values()].map(String)).size, departements.length, nom)
    assert.ok(plan.colonnes <= 3 && plan.rangs <= 4, nom)
    const dessin = String(carte(departements.map((dept) => ({ dept, nom: dept, ecoles: 1, actions: 1, eleves: 1, liste: [] }))))
    assert.equal(dessin.match(/<rect/g)?.length, departements.length, nom)
  }
})

test('départements of nowhere, or of two académies, have no map: the table says it all', () => {
  const un = { nom: 'X', ecoles: 0, actions: 0, eleves: 0, liste: [] }
  assert.equal(carte([]), undefined)
  assert.equal(carte([{ dept: '999', ...un }]), undefined)
  assert.equal(
    carte([
      { dept: '031', ...un },
      { dept: '075', ...un },
    ]),
    undefined,
  )
})
