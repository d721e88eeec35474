import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TropDeDemandes } from './errors.ts'
import { tour } from './tour.ts'

test('two at once, the others in the order in which they came; a failure passes the place on; past the line, come back later', async () => {
  const passer = tour({ aLaFois: 2, attente: 3 })
  const fins: PromiseWithResolvers<string>[] = []
  const venir = (): Promise<string> =>
    passer(() => {
      const fin = Promise.withResolvers<string>()
      fins.push(fin)
      return fin.promise
    })
  const venus = Array.from({ length: 5 }, venir)
  await assert.rejects(venir(), TropDeDemandes)
  assert.equal(fins.length, 2)
  fins[0]!.reject(new Error('broken'))
  await assert.rejects(venus[0]!, /broken/)
  fins[1]!.resolve('b')
  assert.equal(await venus[1], 'b')
  await Promise.resolve()
  assert.equal(fins.length, 4)
  fins[3]!.resolve('d')
  fins[2]!.resolve('c')
  assert.deepEqual(await Promise.all([venus[2], venus[3]]), ['c', 'd'])
  await Promise.resolve()
  fins[4]!.resolve('e')
  assert.equal(await venus[4], 'e')
  // All gone: two places again, and not more.
  const encore = [venir(), venir(), venir()]
  await Promise.resolve()
  assert.equal(fins.length, 7)
  fins[5]!.resolve('')
  fins[6]!.resolve('')
  await Promise.all(encore.slice(0, 2))
  fins[7]!.resolve('')
  await encore[2]
})
