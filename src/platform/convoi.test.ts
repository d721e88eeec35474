import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { nouveauMonde, type Monde } from '../../tests/support/monde.ts'
import { lecture, question, type Statement } from './db.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

interface Vue {
  preuve: string
  processus: number
}
const vue: Statement<{}, Vue> = {
  name: 'essai.vue',
  text: `select coalesce(current_setting('preau.code', true), '') as preuve, pg_backend_pid() as processus`,
  params: [],
}
const faute: Statement<{}, {}> = { name: 'essai.faute', text: 'select 1 / (count(*) - count(*)) from pg_class', params: [] }
const double: Statement<{ n: number }, { n: number }> = { name: 'essai.double', text: 'select $1::int * 2 as n', params: ['n'] }

const lire = (code: string): Promise<Vue> => lecture(m.maison.base, 'public', { code }, (db) => db.one(vue))
const processus = (vues: readonly Vue[]): number => new Set(vues.map((v) => v.processus)).size
const codes = (n: number): string[] => Array.from({ length: n }, (_, i) => i.toString(16).padStart(4, '0'))

test('readings of one turn share a connection, each with its own proof; those of another turn do not wait for it', async () => {
  const vues = await Promise.all(codes(6).map(lire))
  assert.deepEqual(
    vues.map((v) => v.preuve),
    codes(6),
  )
  assert.equal(processus(vues), 1)
})

test('two hundred readings at once: everybody gets their own, over the connections of the door', async () => {
  const vues = await Promise.all(codes(200).map(lire))
  assert.deepEqual(
    vues.map((v) => v.preuve),
    codes(200),
  )
  assert.ok(processus(vues) > 1)
})

test('a reading that fails harms none of those that travel with it, and questions pass between them', async () => {
  const { base } = m.maison
  const issues = await Promise.allSettled([
    lire('aa'),
    lecture(base, 'public', { code: 'bb' }, (db) => Promise.all([db.all(faute), db.one(vue)])),
    question(base, 'public', double, { n: 21 }),
    question(base, 'public', faute, {}),
    lecture(base, 'public', { code: 'cc' }, () => {
      throw new Error('ours')
    }),
    lire('dd'),
  ])
  assert.deepEqual(
    issues.map((i) => i.status),
    ['fulfilled', 'rejected', 'fulfilled', 'rejected', 'rejected', 'fulfilled'],
  )
  const [a, , deux, , , d] = issues.map((i) => (i.status === 'fulfilled' ? i.value : null))
  assert.equal((a as Vue).preuve, 'aa')
  assert.deepEqual(deux, [{ n: 42 }])
  assert.equal((d as Vue).preuve, 'dd')
  assert.equal((await lire('ee')).preuve, 'ee')
  assert.equal((await question(base, 'public', vue, {}))[0]!.preuve, '', 'nothing stays on the connection')
})

test('a connection cut under a shared trip fails those on board, and the next ones travel', async () => {
  const { base } = m.maison
  const couper: Statement<{}, {}> = { name: 'essai.couper', text: 'select pg_terminate_backend(pg_backend_pid())', params: [] }
  const issues = await Promise.allSettled([lecture(base, 'public', {}, (db) => db.all(couper)), lire('aa'), lire('bb')])
  assert.deepEqual(new Set(issues.map((i) => i.status)), new Set(['rejected']))
  assert.equal((await lire('cc')).preuve, 'cc')
})
