import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { JOUR } from '#platform'
import { PROTOCOLE_2024 } from './2024.ts'
import { acquis, PREALABLES, type Prealable, type Vu } from './prealables.ts'
import { FINIS, type Etat, type Verbe } from './protocole.ts'
import { reglagesDe } from './reglages.ts'

/** The eleven invariants of the domain (situations § 8), and the test that holds each. Those that hang on the table alone are below. */
const TENUS: Record<string, readonly [fichier: string, titre: string]> = {
  '1 protecting is not sanctioning': ['protocole/invariants.test.ts', 'protecting asks for no proof'],
  '2 no end without the target’s word and both guardians': ['protocole/invariants.test.ts', 'whatever was written'],
  '3 no end just after a sanction': ['protocole/invariants.test.ts', 'whatever was written'],
  '4 who sees the target never sees the authors': [
    'piste/cotes.test.ts',
    'no adult ever has a talk, held or planned, on both sides',
  ],
  '5 keeping or switching at fifteen days is a decision': ['piste/mpp.test.ts', 'at fifteen days: keep, switch or end'],
  '6 a report after the end reopens or explains': ['suivi/suivi.test.ts', 'nothing is joined before somebody chooses'],
  '7 no witness in what the other side receives': ['masque/masquer.test.ts', 'no name of another person survives'],
  '8 initials only for Faits établissement': ['transmission/transmission.test.ts', 'bears initials only'],
  '11 no score of a pupil or a school': ['protocole/invariants.test.ts', 'nothing scores or ranks'],
}
// 9 (names go, counters stay) belongs to the keeping of data; 10 (colour never alone) to src/ui, where every badge has its words.

for (const [invariant, [fichier, titre]] of Object.entries(TENUS))
  test(`invariant ${invariant}: its test is there`, () =>
    assert.ok(readFileSync(`src/dossier/${fichier}`, 'utf8').includes(titre), `${fichier}: ${titre}`))

const regles = Object.entries(PROTOCOLE_2024.regles) as [
  Etat,
  Partial<Record<Verbe, { vers: Etat; avant?: readonly Prealable[] }>>,
][]

test('protecting asks for no proof: of all that may be written before, only who is protected', () => {
  for (const [etat, r] of regles) assert.deepEqual(r.proteger?.avant?.filter((a) => a !== 'cible') ?? [], [], etat)
})

test('only opening anew leads out of an end, and nothing leads to one but an act that ends', () => {
  const sortent = regles.flatMap(([etat, r]) =>
    FINIS.has(etat) ? Object.entries(r).flatMap(([v, x]) => (FINIS.has(x.vers) ? [] : [`${etat} ${v}`])) : [],
  )
  assert.deepEqual(sortent.sort(), ['clos rouvrir', 'doublon dedoubler', 'ecarte rouvrir'])
  const finissent = regles.flatMap(([etat, r]) =>
    FINIS.has(etat) ? [] : Object.entries(r).flatMap(([v, x]) => (FINIS.has(x.vers) ? [v] : [])),
  )
  assert.deepEqual([...new Set(finissent)].sort(), ['clore', 'doublonner', 'ecarter', 'transferer'])
})

test('nothing scores or ranks: no table of the house has a column for it', () => {
  const colonnes = globSync('db/schema/confidentiel.*.txt').flatMap((f) => readFileSync(f, 'utf8').split('\n'))
  assert.ok(colonnes.length > 100)
  assert.deepEqual(
    colonnes.filter((l) => /^ {2}\w*(score|risque|classement)\w* /i.test(l)),
    [],
  )
})

const DEBUT = Date.parse('2026-09-07T09:00:00Z')
const fait = fc.oneof(
  fc.constant({ verbe: 'dossier.surveiller', detail: {} }),
  fc
    .constantFrom('cesse', 'mieux', 'pareil', 'pire', 'non_recueillie')
    .map((parole) => ({ verbe: 'dossier.point_suivi', detail: { parole } })),
  fc.boolean().map((danger) => ({ verbe: 'dossier.evaluer', detail: { danger } })),
  fc.constantFrom('p', 'q').map((piste) => ({ verbe: 'dossier.engager_piste', detail: { piste } })),
  fc
    .record({
      piste: fc.constantFrom('p', 'q'),
      decision: fc.constantFrom('garder', 'changer', 'finir'),
      sanction: fc.option(fc.constant('blame'), { nil: null }),
    })
    .map((detail) => ({ verbe: 'dossier.decider_piste', detail })),
  fc.constantFrom('mere', 'pere').map((personne) => ({
    verbe: 'dossier.informer_famille',
    detail: { enfant: 'e', personne, cote: 'cible', sujet: 'fin', issue: 'informe' },
  })),
)
const presque = ['mere', 'pere'].map((personne) => ({
  verbe: 'dossier.informer_famille',
  detail: { enfant: 'e', personne, cote: 'cible', sujet: 'fin', issue: 'informe' },
}))
const FIN = [
  { verbe: 'dossier.surveiller', detail: {} },
  { verbe: 'dossier.point_suivi', detail: { parole: 'cesse' } },
  ...presque,
]
const unJour = fc.integer({ min: 0, max: 20 })
/** Some story, then most of what the end asks for, then the day when somebody wants to close. */
const histoire = fc.record({
  faits: fc
    .tuple(fc.array(fc.tuple(fait, unJour), { maxLength: 12 }), fc.subarray(FIN, { minLength: 2 }))
    .map(([hasard, fin]) => [...hasard, ...fin.map((f): [(typeof FIN)[number], number] => [f, 1])]),
  ensuite: fc.integer({ min: 0, max: 60 }),
  mesure: fc.constantFrom('aucune', 'finie', 'gardee', 'en_cours'),
})

test('whatever was written, in whatever order, the end never comes without the target’s word, both guardians, the watch, and time after a sanction', () => {
  const avant = PROTOCOLE_2024.regles.surveillance.clore!.avant!
  let permises = 0
  fc.assert(
    fc.property(histoire, ({ faits, ensuite, mesure }) => {
      let le = DEBUT
      const ecrits = faits.map(([f, jours]) => ({ ...f, le: new Date((le += jours * JOUR)) }))
      const aujourdhui = le + ensuite * JOUR
      const jour = new Date(aujourdhui).toISOString().slice(0, 10)
      const vu: Vu = {
        roles: [{ personne: 'e', role: 'cible', du: '2026-09-07', au: null }],
        liens: ['mere', 'pere'].map((responsable) => ({ enfant: 'e', responsable, autorite: true, regle: 'libre' })),
        faits: ecrits,
        mesures:
          mesure === 'aucune'
            ? []
            : [
                {
                  nature: 'vigilance',
                  du: '2026-09-07',
                  au: mesure === 'finie' ? jour : mesure === 'gardee' ? '2027-08-31' : null,
                  gardee: mesure === 'gardee',
                },
              ],
        prevus: [],
        reglages: reglagesDe([]),
        jour,
      }
      const permis = avant.every((a) => acquis(vu).has(a))
      // Said otherwise, by hand.
      const de = (verbe: string) =>
        ecrits.filter((f) => f.verbe === `dossier.${verbe}`).map((f) => ({ ...(f.detail as Record<string, unknown>), le: f.le }))
      const paroles = de('point_suivi').map((p) => String((p as Record<string, unknown>).parole))
      const sus = new Set(de('informer_famille').map((x) => (x as Record<string, unknown>).personne))
      const sanctions = de('decider_piste').filter((x) => (x as Record<string, unknown>).sanction === 'blame')
      const ouvertes = new Set<unknown>()
      const finies = new Set(
        de('decider_piste')
          .filter((x) => (x as Record<string, unknown>).decision !== 'garder')
          .map((x) => (x as Record<string, unknown>).piste),
      )
      for (const x of de('engager_piste')) if (!finies.has((x as Record<string, unknown>).piste)) ouvertes.add(x)
      const jours = (d: Date): number =>
        Math.floor((Date.parse(`${jour}T00:00:00Z`) - Date.parse(`${d.toISOString().slice(0, 10)}T00:00:00Z`)) / JOUR)
      const attendu =
        de('surveiller').length > 0 &&
        paroles.length > 0 &&
        !['pareil', 'pire'].includes(paroles.at(-1)!) &&
        sus.has('mere') &&
        sus.has('pere') &&
        (de('evaluer').at(-1) as Record<string, unknown> | undefined)?.danger !== true &&
        ouvertes.size === 0 &&
        (sanctions.length === 0 || jours(sanctions.at(-1)!.le) >= 30) &&
        mesure !== 'en_cours'
      assert.equal(permis, attendu)
      if (permis) permises++
    }),
    { numRuns: 2000 },
  )
  assert.ok(permises > 50, 'the stories do reach the end')
})

test('each thing that the end asks for has its sentence and its line', () => {
  for (const a of PROTOCOLE_2024.regles.surveillance.clore!.avant!) assert.ok(PREALABLES[a].phrase.endsWith('.'), a)
})
