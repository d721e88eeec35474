import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
import { nouveauMonde, type Monde } from '../../tests/support/monde.ts'
import { alone, lecture, transaction, type Statement } from './db.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const preuve: Statement<{}, { vue: string | null }> = {
  name: 'essai.preuve',
  text: `select current_setting('preau.code', true) as vue`,
  params: [],
}
const dans: Statement<{}, { dans: boolean }> = {
  name: 'essai.dans',
  text: 'select now() <> statement_timestamp() as dans',
  params: [],
}
const faute: Statement<{}, {}> = { name: 'essai.faute', text: 'select 1 / (count(*) - count(*)) from pg_class', params: [] }
const double: Statement<{ n: number }, { n: number }> = { name: 'essai.double', text: 'select $1::int * 2 as n', params: ['n'] }

test('a reading carries its proofs, all its statements see one transaction, and nothing of it stays on the connection', async () => {
  const { base } = m.maison
  const lue = await lecture(base, 'public', { code: 'abc123' }, (db) =>
    Promise.all([db.one(preuve), db.one(preuve), db.one(dans)]),
  )
  assert.deepEqual(lue, [{ vue: 'abc123' }, { vue: 'abc123' }, { dans: true }])
  const ensuite = await Promise.all(Array.from({ length: 12 }, () => transaction(base, 'public', {}, (db) => db.one(preuve))))
  assert.deepEqual(new Set(ensuite.map((r) => r.vue || null)), new Set([null]))
})

test('what a reading would ask after its first wait is refused: it would come without the proofs', async () => {
  const tard = lecture(m.maison.base, 'public', { code: 'abc123' }, async (db) => {
    await db.one(preuve)
    return db.one(preuve)
  })
  await assert.rejects(tard, /everything at once/)
  const plusTard = lecture(m.maison.base, 'public', {}, async (db) => {
    await attendre(5)
    return db.one(preuve)
  })
  await assert.rejects(plusTard, /everything at once/)
})

test('a reading that fails, in the base or in the program, gives its connection back clean', async () => {
  const { base } = m.maison
  for (let fois = 0; fois < 20; fois++) {
    await assert.rejects(
      lecture(base, 'public', { code: 'abc123' }, (db) => Promise.all([db.one(preuve), db.all(faute), db.one(preuve)])),
      { code: '22012' },
    )
    await assert.rejects(
      lecture(base, 'public', {}, () => {
        throw new Error('ours')
      }),
      /ours/,
    )
  }
  assert.deepEqual(await lecture(base, 'public', { code: 'def456' }, (db) => db.one(preuve)), { vue: 'def456' })
})

test('a statement alone gives its rows, its error, and its connection back', async () => {
  const { base } = m.maison
  assert.deepEqual(await alone(base, 'public', double, { n: 21 }), [{ n: 42 }])
  for (let fois = 0; fois < 20; fois++) await assert.rejects(alone(base, 'public', faute, {}), { code: '22012' })
  assert.deepEqual(await alone(base, 'public', double, { n: 4 }), [{ n: 8 }])
})
