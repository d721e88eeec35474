import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fr } from '../../src/site/textes/fr.ts'

const LIGNE = /^\| ((?:\d+|[A-Z])\.\d+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm
const suite = (chapitre: number | string, de: number, a: number): string[] =>
  Array.from({ length: a - de + 1 }, (_, i) => `${chapitre}.${de + i}`)

/** What the house answers for, chapter by chapter: what is missing here was forgotten, what is said twice was said otherwise. */
const CHAPITRES: Record<string, string[]> = {
  'Dire ce qui se passe': suite(1, 1, 17).filter((n) => n !== '1.6'),
  Revenir: suite(2, 1, 11),
  'Le dossier': suite(3, 1, 16),
  'Le protocole': suite(4, 1, 12),
  'D’un niveau à l’autre': suite(5, 1, 8),
  'Vers les partenaires': suite(8, 2, 5),
  Sûreté: ['17.5', '18.1', ...suite(18, 3, 7), '18.10'],
  'Vie privée': ['19.1', ...suite(19, 3, 6)],
  'Le site public': suite('S', 1, 11),
  'Les actions': [...suite(12, 1, 4), ...suite('A', 1, 5)],
  'Les ressources': [...suite(11, 1, 4), ...suite('R', 1, 6)],
  // The numbers of the State’s own list, then the texts that it names.
  'Ce que l’État demande d’un site': ['D.3', ...suite('D', 5, 10), 'D.22', 'D.23', 'D.27', ...suite('L', 1, 6)],
}

const chapitres = readFileSync('docs/promesses.md', 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((texte) => ({
    titre: texte.slice(0, texte.indexOf('\n')),
    lignes: [...texte.matchAll(LIGNE)].map(([, numero, verdict, essais]) => ({
      numero: numero!,
      verdict: verdict!,
      essais: [...essais!.matchAll(/`([^`]+)`/g)].map((x) => x[1]!),
      manque: /[\u00a0 ]: /.test(essais!),
    })),
  }))

for (const { titre, lignes } of chapitres)
  test(`« ${titre} »: every promise says whether it holds, which test holds it, and what is lacking when it holds in part`, () => {
    for (const l of lignes) {
      assert.ok(['tient', 'en partie'].includes(l.verdict), l.numero)
      assert.ok(l.essais.length > 0, l.numero)
      for (const f of l.essais) assert.ok(f.endsWith('.test.ts') && existsSync(f), `${l.numero}: ${f}`)
      if (l.verdict === 'en partie') assert.ok(l.manque, l.numero)
    }
  })

test('each sentence of the children’s notice has its test', () => {
  const dites = [...readFileSync('docs/promesses.md', 'utf8').matchAll(/^\| « ([^|]+) » \| ([^|]+) \|$/gm)]
  assert.deepEqual(
    dites.map((d) => d[1]),
    fr.vie.phrases,
  )
  for (const [, phrase, essais] of dites) {
    const fichiers = [...essais!.matchAll(/`([^`]+)`/g)].map((x) => x[1]!)
    assert.ok(fichiers.length > 0 && fichiers.every((f) => f.endsWith('.test.ts') && existsSync(f)), phrase!)
  }
})

test('none is forgotten', () => {
  assert.deepEqual(Object.fromEntries(chapitres.map((c) => [c.titre, c.lignes.map((l) => l.numero)])), CHAPITRES)
})

test('the threats are published: each says what stops it and what remains', () => {
  const table = readFileSync('docs/securite.md', 'utf8').split('## Les menaces')[1]!.split('\n## ')[0]!
  const menaces = [...table.matchAll(/^\| (?!Qui, quoi|---)(.+) \|$/gm)].map((m) => m[1]!.split(' | '))
  assert.ok(menaces.length > 10)
  for (const m of menaces) assert.ok(m.length === 3 && m.every((x) => x.trim() !== ''), m.join(' | '))
})
