import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { alerte, banniere, badge, chiffre, chronologie, tableau } from './index.ts'
import type { Html } from './html.ts'
import { serre } from './serre.ts'

/** What is left when no class, and so no colour, is seen: the words, and the drawings. */
const sansCouleur = (h: Html): string =>
  serre(h)
    .replaceAll(/ class="[^"]*"/g, '')
    .replaceAll(/ data-[a-z]+(?:="[^"]*")?/g, '')
const mots = (h: Html): string =>
  serre(h)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const TONS = ['info', 'succes', 'attention', 'erreur'] as const
const ton = fc.constantFrom(...TONS)
const texte = fc.stringMatching(/^[A-Za-zéèàç]{1,12}(?: [a-zéèàç]{1,12}){0,3}$/)

test('the colour repeats the words: with it or without it a component says the same, and says something', () => {
  fc.assert(
    fc.property(texte, ton, (libelle, t) => {
      const composants: [avec: Html, sans: Html][] = [
        [badge({ libelle, ton: t }), badge({ libelle })],
        [
          chronologie([{ quand: { iso: '2026-11-10', libelle: 'hier' }, titre: libelle, ton: t }]),
          chronologie([{ quand: { iso: '2026-11-10', libelle: 'hier' }, titre: libelle }]),
        ],
        [chiffre({ valeur: 3, libelle, ton: 'erreur' }), chiffre({ valeur: 3, libelle })],
        [
          tableau({ legende: 'x', colonnes: [{ libelle: 'y' }], lignes: [{ cellules: [libelle], accent: 'erreur' }] }),
          tableau({ legende: 'x', colonnes: [{ libelle: 'y' }], lignes: [{ cellules: [libelle] }] }),
        ],
      ]
      for (const [avec, sans] of composants) {
        assert.equal(mots(avec), mots(sans))
        assert.ok(mots(avec).includes(libelle))
      }
    }),
  )
})

test('where only a tone is given, a drawing of its own says it too', () => {
  const dessins = (rendu: (t: (typeof TONS)[number]) => Html): number =>
    new Set(TONS.map((t) => /<svg[^]*?<\/svg>/.exec(String(rendu(t)))?.[0])).size
  assert.ok(TONS.every((t) => /<svg/.test(String(alerte({ type: t, texte: 'x' })))))
  assert.ok(TONS.every((t) => /<svg/.test(String(banniere({ type: t, texte: 'x' })))))
  // Good news, bad news: never the same drawing.
  assert.ok(dessins((t) => alerte({ type: t, texte: 'x' })) >= 3)
  assert.ok(dessins((t) => banniere({ type: t, texte: 'x' })) >= 3)
  assert.notEqual(sansCouleur(alerte({ type: 'succes', texte: 'x' })), '')
})
