// WCAG 2.2: 4.5 for text (1.4.3), 3 for the edge of a control and the focus ring (1.4.11), computed on the tokens of both themes.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const source = readFileSync(new URL('./statique/jetons.css', import.meta.url), 'utf8')
const [clairSource = '', sombreSource = ''] = source.split('@media (prefers-color-scheme: dark)')

const jetons = (bloc: string) => new Map([...bloc.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map((m) => [m[1]!, m[2]!]))

const clair = jetons(clairSource)
const themes = { clair, sombre: new Map([...clair, ...jetons(sombreSource)]) }

const canal = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)

function luminance(hex: string): number {
  const [r, v, b] = [1, 3, 5].map((i) => canal(Number.parseInt(hex.slice(i, i + 2), 16) / 255)) as [number, number, number]
  return 0.2126 * r + 0.7152 * v + 0.0722 * b
}

function contraste(a: string, b: string): number {
  const [fort, faible] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (fort + 0.05) / (faible + 0.05)
}

const FONDS = [
  'papier',
  'feuille',
  'creux',
  'primaire-fond',
  'accent-fond',
  'succes-fond',
  'info-fond',
  'attention-fond',
  'erreur-fond',
]

const TEXTES: [string, string[]][] = [
  ['encre', FONDS],
  ['encre-douce', ['papier', 'feuille', 'creux', 'primaire-fond', 'accent-fond']],
  ['primaire', ['papier', 'feuille', 'creux', 'primaire-fond', 'accent-fond']],
  ['primaire-vif', ['papier', 'feuille', 'creux', 'primaire-fond']],
  ['accent', ['papier', 'feuille', 'accent-fond']],
  ['sur-primaire', ['primaire', 'primaire-vif']],
  ['sur-accent', ['accent', 'accent-vif']],
  ...['succes', 'info', 'attention', 'erreur'].map((t): [string, string[]] => [t, ['papier', 'feuille', `${t}-fond`]]),
]

const BORDS: [string, string[]][] = [
  ['trait-champ', ['papier', 'feuille', 'creux']],
  ['focus', ['papier', 'feuille', 'creux', 'primaire-fond', 'accent-fond']],
  ['primaire', ['trait']],
]

function manques(theme: Map<string, string>, paires: [string, string[]][], minimum: number): string[] {
  return paires.flatMap(([devant, fonds]) =>
    fonds.flatMap((fond) => {
      const [a, b] = [theme.get(devant), theme.get(fond)]
      if (!a || !b) return [`${devant} on ${fond}: no such token`]
      const c = contraste(a, b)
      return c < minimum ? [`${devant} on ${fond}: ${c.toFixed(2)}`] : []
    }),
  )
}

test('the formula gives the known values', () => {
  assert.equal(contraste('#000000', '#ffffff').toFixed(2), '21.00')
  assert.equal(contraste('#777777', '#ffffff').toFixed(2), '4.48')
})

for (const [nom, theme] of Object.entries(themes)) {
  test(`theme ${nom}: every text on every ground it is used on reaches 4.5`, () => {
    assert.deepEqual(manques(theme, TEXTES, 4.5), [])
  })
  test(`theme ${nom}: edges of controls, focus and progress reach 3`, () => {
    assert.deepEqual(manques(theme, BORDS, 3), [])
  })
}

test('a dark theme names every colour that the light one names', () => {
  assert.deepEqual(
    [...clair.keys()].filter((nom) => !jetons(sombreSource).has(nom)),
    [],
  )
})
