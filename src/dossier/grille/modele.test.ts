import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { criteresDe, GENRES, GRILLE_NATIONALE } from '../evaluation/grilles.ts'
import {
  ajouter,
  deplacer,
  ecartDe,
  enGrille,
  enModele,
  GENRES_OFFERTS,
  memes,
  questionsDe,
  retirer,
  TENUES,
  type Modele,
} from './modele.ts'

const NATIONAL = enModele(GRILLE_NATIONALE)
const codes = (m: Modele): string[] => questionsDe(m).map((q) => q.code)

test('a grid written as data and read again asks the same', () => {
  assert.deepEqual(enGrille(GRILLE_NATIONALE.version, NATIONAL), GRILLE_NATIONALE)
  const relu = JSON.parse(JSON.stringify(NATIONAL)) as Modele
  assert.ok(memes(relu, NATIONAL))
})

test('no kind of answer is a figure, and « je ne sais pas » ends each', () => {
  for (const [genre, { reponses }] of Object.entries(GENRES)) {
    assert.equal(Object.keys(reponses).at(-1), 'sait_pas', genre)
    assert.doesNotMatch(Object.entries(reponses).flat().join(' '), /\d/, genre)
  }
})

test('every rule that reads an answer by its name finds it in every version that may be made', () => {
  const geste = fc.oneof(
    fc.record({ faire: fc.constant('retirer'), rang: fc.nat(40) }),
    fc.record({ faire: fc.constantFrom('haut', 'bas'), rang: fc.nat(40) }),
    fc.record({ faire: fc.constantFrom(...GENRES_OFFERTS), rang: fc.nat(3) }),
  )
  fc.assert(
    fc.property(fc.array(geste, { maxLength: 60 }), (gestes) => {
      let [m, n] = [NATIONAL, 0]
      for (const { faire, rang } of gestes) {
        const code = codes(m)[rang % codes(m).length]!
        try {
          if (faire === 'retirer') m = retirer(m, code)
          else if (faire === 'haut' || faire === 'bas') m = deplacer(m, code, faire)
          else m = ajouter(m, rang, `q${++n}`, { [`question_axe${rang}`]: `Question ${n} ?`, [`genre_axe${rang}`]: faire })
        } catch (e) {
          assert.match((e as Error).message, /ne s’enlève pas|a déjà 24 questions/)
        }
      }
      const criteres = criteresDe(enGrille('local-1', m))
      assert.equal(new Set(codes(m)).size, codes(m).length, 'a code stands once')
      assert.deepEqual(Object.keys(criteres), codes(m))
      for (const tenue of Object.keys(TENUES)) {
        assert.deepEqual(criteres[tenue]!.reponses, criteresDe(GRILLE_NATIONALE)[tenue]!.reponses)
        assert.deepEqual(criteres[tenue]!.lesquels, criteresDe(GRILLE_NATIONALE)[tenue]!.lesquels)
      }
    }),
  )
})

test('moved up and down it comes back; through the edge of a part into the next one; at the end it stays', () => {
  const descendu = deplacer(NATIONAL, 'cyber', 'bas')
  assert.deepEqual(
    descendu.axes.map((a) => a.questions[0]!.code),
    ['repetition', 'cyber', 'dignite', 'evolution'],
  )
  assert.ok(memes(deplacer(descendu, 'cyber', 'haut'), NATIONAL))
  assert.equal(deplacer(NATIONAL, 'repetition', 'haut'), NATIONAL)
  assert.equal(deplacer(NATIONAL, 'danger', 'bas'), NATIONAL)
  assert.deepEqual(ecartDe(NATIONAL, descendu), { ajoutees: [], retirees: [], reformulees: [], ordre: true })
  assert.deepEqual(ecartDe(NATIONAL, retirer(NATIONAL, 'duree')).ordre, false)
})
