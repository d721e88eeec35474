import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const LIGNE = /^\| (\d+\.\d+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm
const lignes = [...readFileSync('docs/promesses.md', 'utf8').matchAll(LIGNE)].map(([, numero, verdict, essais]) => ({
  numero: numero!,
  verdict: verdict!,
  essais: [...essais!.matchAll(/`([^`]+)`/g)].map((x) => x[1]!),
  manque: essais!.includes('\u00a0: '),
}))

test('every promise says whether it holds, which test holds it, and what is lacking when it holds in part', () => {
  for (const l of lignes) {
    assert.ok(['tient', 'en partie'].includes(l.verdict), l.numero)
    assert.ok(l.essais.length > 0, l.numero)
    for (const f of l.essais) assert.ok(f.endsWith('.test.ts') && existsSync(f), `${l.numero}: ${f}`)
    if (l.verdict === 'en partie') assert.ok(l.manque, l.numero)
  }
})

test('none is forgotten', () => {
  const suite = (chapitre: number, de: number, a: number): string[] =>
    Array.from({ length: a - de + 1 }, (_, i) => `${chapitre}.${de + i}`)
  assert.deepEqual(
    lignes.map((l) => l.numero),
    [...suite(3, 1, 16), ...suite(4, 1, 12), ...suite(5, 1, 8), ...suite(8, 2, 5), '17.5', '18.6', '19.1', '19.3'],
  )
})
