import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Moi } from '#acces'
import { clock } from '#platform'
import { serre } from '../../ui/serre.ts'
import { delai } from '../traitement/quand.ts'
import { URGENCES } from '../vocabulaire.ts'
import { pageBoite, type Boite } from './boite.page.ts'
import type { BoiteRow } from './boite.sql.ts'

const MAINTENANT = Date.parse('2026-11-10T08:00:00Z')
const instant = fc.integer({ min: -40 * 24 * 60, max: 40 * 24 * 60 }).map((min) => new Date(MAINTENANT + min * 60_000))

test('late, soon, later: three tones, and never two of them in the same words', () => {
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      const [x, y] = [a, b].map((d) => delai(d, new Date(MAINTENANT)))
      assert.equal(x!.ton === 'erreur', x!.libelle.startsWith('En\u00a0retard'))
      if (x!.ton !== y!.ton) assert.notEqual(x!.libelle, y!.libelle)
    }),
    { numRuns: 1000 },
  )
})

const ligne = fc
  .record({
    urgences: fc.subarray(Object.keys(URGENCES)),
    echeance: instant,
    quoi: fc.subarray(['mots', 'coups', 'ecart']),
    pris: fc.boolean(),
  })
  .map(
    ({ urgences, echeance, quoi, pris }) =>
      ({
        id: 'i',
        recu_le: new Date(MAINTENANT),
        etat: pris ? 'pris_en_charge' : 'recu',
        echeance,
        canal: 'site',
        declarant: 'temoin',
        quoi,
        urgences,
        niveau: 'etablissement',
        pris_par: pris ? 'p' : null,
        clos_le: null,
        clos_motif: null,
        ecole: 'Collège',
        commune: 'Valbrune',
        type: 'college',
        prenom: 'A',
        nom: 'B',
        nouveau: false,
      }) as unknown as BoiteRow,
  )

test('whatever comes first in the inbox says why in words, on its own row', (t) => {
  clock.set(new Date(MAINTENANT))
  t.after(() => clock.set(null))
  fc.assert(
    fc.property(fc.array(ligne, { minLength: 1, maxLength: 6 }), (lignes) => {
      const boite = {
        lignes,
        comptes: { tous: 0, a_prendre: 0, a_moi: 0, en_retard: 0 },
        departements: [],
        filtres: { vue: 'tous', dept: null, type: null, canal: null, apres: null },
        suite: null,
        moi: { agent: 'm', mandats: [] } as unknown as Moi,
        peutSaisir: false,
      } as unknown as Boite
      const rangees = [...serre(pageBoite(boite)).matchAll(/<tr([^>]*)>(?=<t[dh])(.*?)<\/tr>/g)].filter((r) =>
        r[2]!.includes('/signalements/i'),
      )
      assert.equal(rangees.length, lignes.length)
      for (const [i, r] of rangees.entries()) {
        const l = lignes[i]!
        const dit = r[2]!.replaceAll(/<[^>]*>/g, ' ')
        const accent = /accent|erreur/.test(r[1]!)
        assert.equal(accent, l.urgences.length > 0 || l.echeance!.getTime() < MAINTENANT)
        for (const u of l.urgences) assert.ok(dit.includes(URGENCES[u as keyof typeof URGENCES].libelle), dit)
        if (l.echeance!.getTime() < MAINTENANT) assert.match(dit, /En\s+retard/)
      }
    }),
    { numRuns: 200 },
  )
})
