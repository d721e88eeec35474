import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { ensemble } from './ensemble.ts'

test('those who come together share one question; whoever comes while it is out waits for the next', async () => {
  const posees: PromiseWithResolvers<number>[] = []
  const demander = ensemble(() => {
    const p = Promise.withResolvers<number>()
    posees.push(p)
    return p.promise
  })
  const [a, b] = [demander(), demander()]
  await setImmediate()
  assert.equal(posees.length, 1)
  const [c, d] = [demander(), demander()]
  await setImmediate()
  assert.equal(posees.length, 1, 'one question at a time')
  posees[0]!.resolve(1)
  assert.deepEqual(await Promise.all([a, b]), [1, 1])
  await setImmediate()
  posees[1]!.resolve(2)
  assert.deepEqual(await Promise.all([c, d]), [2, 2], 'never the answer to a question asked before')
  assert.equal(posees.length, 2)
})

test('a question that fails is not kept', async () => {
  let fois = 0
  const demander = ensemble(async () => {
    fois += 1
    if (fois === 1) throw new Error('down')
    return fois
  })
  await assert.rejects(demander(), /down/)
  assert.equal(await demander(), 2)
})
