import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { serre } from '../../ui/serre.ts'
import { comparaison } from './compare.page.ts'
import { divergent, regards } from './comparer.ts'
import type { Evaluation } from './evaluation.ts'
import { criteresDe, GRILLE_NATIONALE } from './grilles.ts'

const CRITERES = criteresDe(GRILLE_NATIONALE)
/** An evaluation as it is read: who, when, and one of the few words for each question. */
const evaluation = fc
  .record({
    par: fc.constantFrom('a', 'b', 'c', 'd'),
    rang: fc.nat(1000),
    reponses: fc.record(
      Object.fromEntries(Object.entries(CRITERES).map(([code, c]) => [code, fc.constantFrom(...Object.keys(c.reponses))])),
    ),
  })
  .map(
    ({ par, rang, reponses }) =>
      ({
        id: `${par}${rang}`,
        par,
        avis: '',
        prenom: par.toUpperCase(),
        nom: 'Adulte',
        grille: GRILLE_NATIONALE.version,
        modele: GRILLE_NATIONALE,
        reponses,
        bases: {},
        le: new Date('2026-11-10T08:00:00Z'),
      }) as unknown as Evaluation,
  )

test('comparing adds nothing up: the answers themselves, in the order in which adults came, and never a figure of them', () => {
  fc.assert(
    fc.property(fc.array(evaluation, { minLength: 1, maxLength: 6 }), (tous) => {
      const r = regards(tous)
      // In the order of the first answer: what they said moves nobody up or down.
      assert.deepEqual(
        r.map((x) => x.suite[0]!.par),
        [...new Set(tous.map((e) => e.par))],
      )
      const page = serre(comparaison(r))
        .replace(/<time[^>]*>[^<]*<\/time>/g, '')
        .replace(/<[^>]*>/g, ' ')
      for (const [code, c] of Object.entries(CRITERES)) {
        const dites = r.map((x) => x.suite.at(-1)!.reponses[code]!)
        for (const d of dites) assert.ok(page.includes(c.reponses[d]!), `${code}: ${c.reponses[d]}`)
        assert.equal(divergent(r, code), new Set(dites.filter((d) => d !== 'sait_pas')).size > 1)
      }
      assert.doesNotMatch(page, /score|total|moyenne|risque|niveau|\d+\s*(?:\/|%|points?)/i)
    }),
    { numRuns: 200 },
  )
})
