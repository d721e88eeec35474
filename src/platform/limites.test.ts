import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TropDeDemandes } from './errors.ts'
import { limite } from './limites.ts'

const duree = async (travail: () => Promise<unknown>): Promise<number> => {
  const debut = performance.now()
  await travail()
  return performance.now() - debut
}

test('a class behind one address passes at once; a flood from it waits, then is refused with the time to wait; others never notice', async () => {
  const l = limite('essai', { libre: 30, plafond: 60, secondes: 60, freinMs: 120 })
  assert.ok((await duree(() => Promise.all(Array.from({ length: 30 }, () => l.passer('ecole'))))) < 100)
  assert.ok((await duree(() => l.passer('ecole'))) >= 45, 'the thirty-first waits')
  assert.ok(
    (await duree(() => Promise.all(Array.from({ length: 29 }, () => l.passer('ecole'))))) >= 100,
    'the flood waits more, up to the brake',
  )
  await assert.rejects(l.passer('ecole'), (e: unknown) => e instanceof TropDeDemandes && e.secondes > 0 && e.secondes <= 60)
  assert.ok((await duree(() => l.passer('autre'))) < 40)
})
