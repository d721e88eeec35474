import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import pg from 'pg'
import { genererSql } from '../../src/platform/sql/generer.ts'
import { decrireSchema } from '../../src/platform/sql/schema.ts'
import { nouvelleBase } from '../support/postgres.ts'
import { enfreint, passages, RACINE, REGLES, sources } from './regles.ts'

const lancer = promisify(execFile)
const outil = async (nom: string, ...args: string[]): Promise<string> => {
  try {
    await lancer(join(RACINE, 'node_modules/.bin', nom), args, { cwd: RACINE, maxBuffer: 1 << 26 })
    return ''
  } catch (e) {
    const { stdout, stderr } = e as { stdout: string; stderr: string }
    return `${stdout}${stderr}`.slice(0, 4000)
  }
}

test('the types hold', async () => assert.equal(await outil('tsc', '--noEmit'), ''))
test('the linter has nothing to say', async () => assert.equal(await outil('oxlint', '--quiet', '--deny-warnings'), ''))
test('every file is formatted', async () =>
  assert.equal(await outil('oxfmt', '--check', 'src', 'bin', 'tests', 'demo', 'bench'), ''))

test('rooms are entered by their door, and only from above', () => {
  assert.deepEqual(sources('src/**/*.ts').flatMap(passages), [])
  // The check itself can fail.
  assert.equal(passages({ chemin: 'src/annuaire/x.ts', texte: "import { a } from '#dossier'" }).length, 1)
  assert.equal(passages({ chemin: 'src/signalement/depot/x.ts', texte: "import { a } from '../../acces/fil.ts'" }).length, 1)
  assert.equal(passages({ chemin: 'src/nulle-part/x.ts', texte: '' }).length, 1)
})

for (const regle of REGLES)
  test(`house rule: ${regle.nom}`, () => {
    const fautifs = sources('src/**/*.ts').filter((s) => !s.chemin.endsWith('.test.ts') && enfreint(regle, s))
    assert.deepEqual(
      fautifs.map((s) => s.chemin),
      [],
    )
  })

test('no file is longer than 300 lines, but tables, texts and what is generated', () => {
  const permis = [
    /\.sql\.ts$/,
    /protocole\/\d{4}\.ts$/,
    /textes\//,
    /code\/mots\.ts$/,
    /icones\.\w+\.ts$/,
    /\.test\.ts$/,
    /^tests\//,
  ]
  const longs = sources('{src,bin,demo,bench}/**/*.{ts,mjs}').filter(
    (s) => !permis.some((p) => p.test(s.chemin)) && s.texte.split('\n').length > 300,
  )
  assert.deepEqual(
    longs.map((s) => s.chemin),
    [],
  )
})

test('statements and the text of the schema are what the database says (run « preau sql » otherwise)', async () => {
  const base = await nouvelleBase()
  const client = new pg.Client({ connectionString: base.url })
  await client.connect()
  try {
    const attendus = new Map([...(await genererSql(client, RACINE)), ...(await decrireSchema(client))])
    const perimes = [...attendus].filter(
      ([f, texte]) => !existsSync(join(RACINE, f)) || readFileSync(join(RACINE, f), 'utf8') !== texte,
    )
    assert.deepEqual(
      perimes.map(([f]) => f),
      [],
    )
  } finally {
    await client.end()
    await base.fermer()
  }
})

test('every named statement is used', () => {
  const code = sources('{src,demo,bench,bin}/**/*.ts')
    .filter((s) => !s.chemin.endsWith('.sql.ts'))
    .map((s) => s.texte)
    .join('\n')
  const noms = sources('src/**/*.sql.ts').flatMap((s) =>
    [...s.texte.matchAll(/^export const (\w+): Statement/gm)].map((m) => m[1]!),
  )
  assert.deepEqual(
    noms.filter((n) => !new RegExp(`\\b${n}\\b`).test(code)),
    [],
  )
})
