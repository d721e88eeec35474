import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { routesDossier } from '../routes.ts'
import { VERBES } from './protocole.ts'

const source = globSync('src/dossier/**/*.ts')
  .filter((f) => !f.endsWith('.test.ts'))
  .map((f) => readFileSync(f, 'utf8'))
  .join('\n')
const accomplis = new Set(
  [...source.matchAll(/(?:accomplir|exiger\w*)\(\s*[\w.]+,\s*(?:[\w.]+,\s*)?'([a-z_]+)'/g)].map((x) => x[1]!),
)
const parties = new Set(routesDossier.routes.filter((r) => r.method === 'GET').map((r) => /^\/:numero\/(\w+)$/.exec(r.path)?.[1]))

test('every verb of the table is performed somewhere, and nothing is performed that is not in the table', () => {
  assert.deepEqual([...accomplis].sort(), Object.keys(VERBES).sort())
})

test('every part of a dossier that a verb names has its page', () => {
  assert.deepEqual(
    [...new Set(Object.values(VERBES))].filter((p) => p !== '' && !parties.has(p)),
    [],
  )
})
