import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TropDeDemandes } from './errors.ts'
import { limite, reseau } from './limites.ts'

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

test('an address of version 6 counts with its network, one of version 4 however it is written', () => {
  const maison = ['2a01:cb19:8b02:4f00::1', '2A01:CB19:8B02:4F00:dead:beef:0:1', '2a01:cb19:8b02:4f00:a:b:c:d%eth0']
  assert.deepEqual(new Set(maison.map(reseau)), new Set(['2a01:cb19:8b02:4f00']))
  assert.equal(reseau('2a01:cb19:8b02:4f01::1'), '2a01:cb19:8b02:4f01', 'a neighbour')
  assert.deepEqual(['::1', '1::', '2001:0db8::ff', '1:2::3:4:5:6:7'].map(reseau), [
    '0:0:0:0',
    '1:0:0:0',
    '2001:db8:0:0',
    '1:2:0:3',
  ])
  assert.deepEqual(new Set(['203.0.113.7', '::ffff:203.0.113.7', '203.0.113.7:51234'].map(reseau)), new Set(['203.0.113.7']))
  assert.equal(reseau('?'), '?')
})
