import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { genererDocs } from '../../bin/commands/docs.ts'
import { nouvelleBase } from '../support/postgres.ts'
import { RACINE, sources } from './regles.ts'

const lire = (chemin: string): string => (existsSync(join(RACINE, chemin)) ? readFileSync(join(RACINE, chemin), 'utf8') : '')

test('the pages drawn from the code and the database are current (run « preau docs » otherwise)', async () => {
  const base = await nouvelleBase()
  const client = new pg.Client({ connectionString: base.url })
  await client.connect()
  try {
    const attendus = await genererDocs(client)
    const perimes = [...attendus].filter(([chemin, texte]) => lire(chemin) !== texte).map(([chemin]) => chemin)
    assert.deepEqual(perimes, [])
    // The page can go stale: a right given anywhere shows.
    await client.query('grant update on confidentiel.fait to preau_agent')
    assert.notEqual((await genererDocs(client)).get('docs/confidentialite.md'), lire('docs/confidentialite.md'))
  } finally {
    await client.end()
    await base.fermer()
  }
})

test('every word of the glossary is a word of the code', () => {
  const code = [...sources('{src,bin,demo}/**/*.{ts,sql}'), ...sources('db/**/*.sql')].map((s) => s.texte).join('\n')
  const mots = [...lire('docs/glossaire.md').matchAll(/^\| `([^`]+)` \|/gm)].map((m) => m[1]!)
  assert.ok(mots.length > 40)
  assert.deepEqual(
    mots.filter((mot) => !new RegExp(`(?<![a-z])${mot}(?![a-z])`, 'i').test(code)),
    [],
  )
})

test('every part in package.json has its reason, and no other', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(lire('package.json'))
  const parts = [dependencies, devDependencies, optionalDependencies].flatMap((d) => Object.keys(d)).sort()
  const raisons = [...lire('docs/decisions/2026-11-22-dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map((m) => m[1]!).sort()
  assert.deepEqual(raisons, parts)
})

test('a link between pages leads somewhere', () => {
  const pages = ['README.md', 'STYLE.md', ...globSync('docs/**/*.md', { cwd: RACINE })]
  const casses = pages.flatMap((page) =>
    [...lire(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
      .map((m) => join(dirname(page), m[1]!))
      .filter((cible) => !existsSync(join(RACINE, cible)))
      .map((cible) => `${page} → ${cible}`),
  )
  assert.deepEqual(casses, [])
})

test('the licence is the same everywhere, and publiccode.yml says what its standard asks for', () => {
  const fiche = lire('publiccode.yml')
  for (const cle of [
    'publiccodeYmlVersion',
    'name',
    'url',
    'platforms',
    'developmentStatus',
    'softwareType',
    'description',
    'legal',
    'maintenance',
    'localisation',
  ])
    assert.match(fiche, new RegExp(`^${cle}:`, 'm'), cle)
  const { license } = JSON.parse(lire('package.json')) as { license: string }
  assert.match(fiche, new RegExp(`^ {2}license: ${license}$`, 'm'))
  assert.match(lire('LICENSE'), /EUROPEAN UNION PUBLIC LICENCE v\. ?1\.2/i)
  const court = /shortDescription: >-\n((?: {6}.+\n)+)/.exec(fiche)![1]!.replace(/\s+/g, ' ').trim()
  assert.ok(court.length <= 150, `${court.length}`)
})
