import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { PHRASES as SIGNALEMENT } from '../signalement/traitement/histoire.ts'
import { PHRASES_APPUI as APPUI } from './appui/appui.phrases.ts'
import { PHRASES as DOSSIER } from './histoire.ts'

const source = globSync('src/{signalement,dossier}/**/*.ts')
  .filter((f) => !f.endsWith('.test.ts'))
  .map((f) => readFileSync(f, 'utf8'))
  .join('\n')
/** A few facts are written by the database itself, in the transaction of the function that does the act. */
const base = globSync('{db/migrations/*.sql,src/dossier/**/*.sql}')
  .map((f) => readFileSync(f, 'utf8'))
  .join('\n')

for (const [racine, phrases] of [
  ['signalement', SIGNALEMENT],
  ['dossier', DOSSIER],
  ['appui', APPUI],
] as const)
  test(`every verb written about a ${racine} has its sentence, and no sentence is for a verb that nobody writes`, () => {
    const motif = new RegExp(`(?:verbe|fait)(?::| =(?!=))[^\\n]*?'(${racine}\\.[a-z_]+)'(?:[^\\n]*'(${racine}\\.[a-z_]+)')?`, 'g')
    const consignes = new RegExp(`(?:consigner|tracer)\\([^\\n]*?'(${racine}\\.[a-z_]+)'`, 'g')
    const ecrits = [...source.matchAll(motif)].flatMap((x) => [x[1], x[2]]).filter((v) => v !== undefined)
    ecrits.push(...[...source.matchAll(consignes)].map((x) => x[1]!))
    const enBase = new RegExp(`insert into confidentiel\\.fait[^;]*?'(${racine}\\.[a-z_]+)'`, 'g')
    ecrits.push(...[...base.matchAll(enBase)].map((x) => x[1]!))
    assert.deepEqual([...new Set(ecrits)].sort(), Object.keys(phrases).sort())
  })
