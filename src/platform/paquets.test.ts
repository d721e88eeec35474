import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { parPaquets } from './paquets.ts'

/** A carrier that says what left, and brings each packet home when told. */
function porteur() {
  const partis: { lot: readonly string[]; rentrer: () => void; tomber: (raison: Error) => void }[] = []
  const confier = parPaquets<string, string>((lot) => {
    const { promise, resolve, reject } = Promise.withResolvers<string[]>()
    partis.push({ lot, rentrer: () => resolve(lot.map((x) => `${x} porté`)), tomber: reject })
    return promise
  })
  return { confier, partis, lots: () => partis.map((p) => p.lot.join(' ')) }
}

test('those of one turn leave together; whoever comes meanwhile leaves with the others who wait; each has its own answer', async () => {
  const { confier, partis, lots } = porteur()
  const premiers = [confier('a'), confier('b')]
  await setImmediate()
  const suivants = [confier('c')]
  await setImmediate()
  suivants.push(confier('d'))
  await setImmediate()
  assert.deepEqual(lots(), ['a b'], 'one packet at a time')
  partis[0]!.rentrer()
  assert.deepEqual(await Promise.all(premiers), ['a porté', 'b porté'])
  await setImmediate()
  assert.deepEqual(lots(), ['a b', 'c d'])
  partis[1]!.rentrer()
  assert.deepEqual(await Promise.all(suivants), ['c porté', 'd porté'])
})

test('one bad parcel harms none of its neighbours: each is carried again by itself', async () => {
  const essais: string[] = []
  const confier = parPaquets<string, string>(async (lot) => {
    essais.push(lot.join(' '))
    if (lot.includes('mauvais')) throw new Error('refused')
    return lot.map((x) => `${x} porté`)
  })
  const [a, mauvais, c] = await Promise.allSettled([confier('a'), confier('mauvais'), confier('c')])
  assert.deepEqual(
    [a, c].map((r) => r!.status === 'fulfilled' && r!.value),
    ['a porté', 'c porté'],
  )
  assert.match(String(mauvais!.status === 'rejected' && mauvais!.reason), /refused/)
  assert.deepEqual(essais, ['a mauvais c', 'a', 'mauvais', 'c'])
  assert.equal(await confier('d'), 'd porté', 'and the next one leaves')
})

test('a slow packet does not keep the others waiting', async () => {
  const { confier, partis, lots } = porteur()
  const lent = confier('lent')
  await setImmediate()
  const vif = confier('vif')
  await partent(lots)
  partis[1]!.rentrer()
  assert.equal(await vif, 'vif porté')
  partis[0]!.rentrer()
  assert.equal(await lent, 'lent porté')
})

async function partent(lots: () => string[]): Promise<void> {
  const fin = performance.now() + 5_000
  while (lots().length < 2 && performance.now() < fin) await setImmediate()
  assert.deepEqual(lots(), ['lent', 'vif'])
}

test('a packet has thirty-two places', async () => {
  const { confier, partis } = porteur()
  const tous = Array.from({ length: 40 }, (_, i) => confier(String(i)))
  await setImmediate()
  assert.equal(partis[0]!.lot.length, 32)
  partis[0]!.rentrer()
  await tous[0]
  await setImmediate()
  assert.equal(partis[1]!.lot.length, 8)
  partis[1]!.rentrer()
  assert.equal((await Promise.all(tous)).length, 40)
})
