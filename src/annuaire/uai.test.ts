import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lettreUai, lireUai } from './uai.ts'

test('un UAI juste est lu, même en minuscules et avec des espaces', () => {
  assert.deepEqual(lireUai('0811032G'), { uai: '0811032G' })
  assert.deepEqual(lireUai(' 081 1032\u00a0g '), { uai: '0811032G' })
})

test('chaque faute a sa phrase', () => {
  const fautes = ['', '0811032H', '811032G', '0811032', 'bonjour', '08110322G', '0811032I'].map((t) => lireUai(t))
  assert.deepEqual(fautes, [
    { faute: 'UAI absent' },
    { faute: 'UAI « 0811032H » : la lettre de contrôle est fausse (pour 0811032, c’est G)', probable: '0811032G' },
    { faute: 'UAI « 811032G » : il a perdu ses zéros de tête dans un tableur (0811032G ?)', probable: '0811032G' },
    { faute: 'UAI « 0811032 » : la lettre de contrôle manque', probable: '0811032G' },
    { faute: 'UAI « bonjour » : il faut sept chiffres et une lettre' },
    { faute: 'UAI « 08110322G » : il faut sept chiffres et une lettre' },
    { faute: 'UAI « 0811032I » : la lettre de contrôle est fausse (pour 0811032, c’est G)', probable: '0811032G' },
  ])
})

test('aucun chiffre faux et aucune inversion de deux chiffres voisins ne passe', () => {
  const chiffres = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(chiffres, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9 }), (c, i, de) => {
      const lettre = lettreUai(c.join(''))
      const faux = c.with(i, (c[i]! + de) % 10)
      assert.ok('faute' in lireUai(faux.join('') + lettre))
      const j = (i + 1) % 7
      if (j > i && c[i] !== c[j]) assert.ok('faute' in lireUai(c.with(i, c[j]!).with(j, c[i]!).join('') + lettre))
    }),
  )
})
