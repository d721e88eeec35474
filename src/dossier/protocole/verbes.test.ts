import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { routesDossier } from '../routes.ts'
import { VERBES, type Onglet, type Verbe } from './protocole.ts'

const source = globSync('src/dossier/**/*.ts')
  .filter((f) => !f.endsWith('.test.ts'))
  .map((f) => readFileSync(f, 'utf8'))
  .join('\n')
const accomplis = new Set(
  [...source.matchAll(/(?:accomplir|exiger)\(\s*[\w.]+,\s*(?:[\w.]+,\s*)?'([a-z_]+)'/g)].map((x) => x[1]!),
)
const parties = new Set(routesDossier.routes.filter((r) => r.method === 'GET').map((r) => /^\/:numero\/(\w+)$/.exec(r.path)?.[1]))

/** Written in the table before their part was built: nothing else may be without its act. To be emptied as the parts arrive. */
const EN_CHEMIN: Verbe[] = ['noter', 'tacher', 'revoir', 'sceller', 'evaluer', 'qualifier', 'relire']
const SANS_PAGE: Onglet[] = ['evaluation', 'notes']

test('every verb of the table is performed somewhere, and nothing is performed that is not in the table', () => {
  const manquent = (Object.keys(VERBES) as Verbe[]).filter((v) => !accomplis.has(v))
  assert.deepEqual(
    manquent.filter((v) => !EN_CHEMIN.includes(v)),
    [],
  )
  assert.deepEqual(
    [...accomplis].filter((v) => !Object.hasOwn(VERBES, v)),
    [],
  )
})

test('every part of a dossier that a verb names has its page', () => {
  const manquent = [...new Set(Object.values(VERBES))].filter((p) => p !== '' && !parties.has(p))
  assert.deepEqual(
    manquent.filter((p) => !SANS_PAGE.includes(p)),
    [],
  )
})
