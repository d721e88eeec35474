import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { JOUR } from '#platform'
import { PROTOCOLE_2024 } from './2024.ts'
import { acquis, PREALABLES, type Prealable, type Vu } from './prealables.ts'
import { FINIS, type Etat, type Verbe } from './protocole.ts'
import { reglagesDe } from './reglages.ts'

/** The eleven invariants of the domain (situations § 8), and the tests that hold each; `docs/invariants.md` says the same to people. */
const TENUS: Record<string, readonly (readonly [fichier: string, titre: string])[]> = {
  '1 protecting is not sanctioning': [
    ['src/dossier/protocole/invariants.test.ts', 'protecting asks for no proof'],
    ['src/dossier/protocole/invariants.test.ts', 'a measure never counts as a sanction'],
  ],
  '2 no end without the target’s word and both guardians': [['src/dossier/protocole/invariants.test.ts', 'whatever was written']],
  '3 no end just after a sanction': [['src/dossier/protocole/invariants.test.ts', 'whatever was written']],
  '4 who sees the target never sees the authors': [
    ['src/dossier/piste/cotes.test.ts', 'no adult ever has a talk, held or planned, on both sides'],
  ],
  '5 keeping or switching at fifteen days is a decision': [
    ['src/dossier/piste/quinze.test.ts', 'no running track is ever without the day of its decision'],
    ['src/dossier/piste/mpp.test.ts', 'at fifteen days: keep, switch or end'],
  ],
  '6 a report after the end reopens or explains': [
    ['src/dossier/suivi/apres.test.ts', 'whichever end, however it comes back'],
    ['src/dossier/suivi/suivi.test.ts', 'nothing is joined before somebody chooses'],
  ],
  '7 no witness in what the other side receives': [
    ['src/dossier/masque/masquer.test.ts', 'no name of another person survives'],
    ['src/dossier/extrait/extrait.test.ts', 'nobody but the child and the guardians is named in it'],
  ],
  '8 initials only for Faits établissement': [
    ['src/dossier/transmission/fe.test.ts', 'whoever is named and however, the text bears initials only'],
  ],
  '9 names go, counters stay': [
    ['tests/etancheite/effacer.test.ts', 'no name and no narrative is in clear in any table'],
    ['tests/etancheite/effacer.test.ts', 'every count stays'],
  ],
  '10 colour never alone': [
    ['src/ui/couleur.test.ts', 'the colour repeats the words'],
    ['src/signalement/boite/couleur.test.ts', 'whatever comes first in the inbox says why in words'],
  ],
  '11 no score of a pupil or a school': [
    ['src/dossier/protocole/invariants.test.ts', 'nothing scores or ranks'],
    ['src/dossier/evaluation/regards.test.ts', 'comparing adds nothing up'],
  ],
}

for (const [invariant, tests] of Object.entries(TENUS))
  for (const [fichier, titre] of tests)
    test(`invariant ${invariant}: its test is there (${fichier})`, () => {
      const dits = [...readFileSync(fichier, 'utf8').matchAll(/\btest\(\s*['`]([^\n]*)/g)].map((x) => x[1]!)
      assert.ok(
        dits.some((t) => t.includes(titre)),
        `${fichier}: ${titre}`,
      )
      assert.ok(readFileSync('docs/invariants.md', 'utf8').includes(fichier), `docs/invariants.md: ${fichier}`)
    })

const regles = Object.entries(PROTOCOLE_2024.regles) as [
  Etat,
  Partial<Record<Verbe, { vers: Etat; avant?: readonly Prealable[] }>>,
][]

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
const unJour = fc.integer({ min: 0, max: 20 })

test('protecting asks for no proof: of all that may be written before, only who is protected', () => {
  for (const [etat, r] of regles) assert.deepEqual(r.proteger?.avant?.filter((a) => a !== 'cible') ?? [], [], etat)
})

test('a measure never counts as a sanction, nor a sanction as a measure: two decisions, whatever was written', () => {
  const mesure = fc.record({
    nature: fc.constantFrom('adulte_referent', 'vigilance', 'lieux', 'separation', 'aucune'),
    du: fc.constantFrom('2026-09-07', '2026-10-01'),
    au: fc.option(fc.constant('2026-10-15'), { nil: null }),
    gardee: fc.boolean(),
  })
  const lu = (faits: Vu['faits'], mesures: Vu['mesures']): Set<Prealable> =>
    acquis({ roles: [], liens: [], faits, mesures, enAttente: [], prevus: [], reglages: reglagesDe([]), jour: '2026-10-20' })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fait, unJour), { maxLength: 12 }),
      fc.array(mesure, { minLength: 1, maxLength: 4 }),
      (f, mesures) => {
        let le = DEBUT
        const faits = f.map(([x, jours]) => ({ ...x, le: new Date((le += jours * JOUR)) }))
        const [sans, avec] = [lu(faits, []), lu(faits, mesures)]
        // With measures or without, what is said of sanctions, tracks and words is the same; and the reverse.
        assert.ok(avec.has('protection') && !sans.has('protection'))
        const autres = (s: Set<Prealable>): string[] => [...s].filter((x) => !['protection', 'sans_mesure'].includes(x)).sort()
        assert.deepEqual(autres(avec), autres(sans))
        const protege = (s: Set<Prealable>): boolean[] => [s.has('protection'), s.has('sans_mesure')]
        assert.deepEqual(protege(lu([], mesures)), protege(avec))
      },
    ),
    { numRuns: 500 },
  )
})

test('only opening anew leads out of an end, and nothing leads to one but an act that ends', () => {
  const sortent = regles.flatMap(([etat, r]) =>
    FINIS.has(etat) ? Object.entries(r).flatMap(([v, x]) => (FINIS.has(x.vers) ? [] : [`${etat} ${v}`])) : [],
  )
  assert.deepEqual(sortent.sort(), ['clos rouvrir', 'doublon dedoubler', 'ecarte rouvrir', 'transfere rouvrir'])
  const finissent = regles.flatMap(([etat, r]) =>
    FINIS.has(etat) ? [] : Object.entries(r).flatMap(([v, x]) => (FINIS.has(x.vers) ? [v] : [])),
  )
  assert.deepEqual([...new Set(finissent)].sort(), ['clore', 'doublonner', 'ecarter', 'transferer'])
})

test('nothing scores or ranks: no table of the house has a column for it', () => {
  const colonnes = globSync('db/schema/*.txt').flatMap((f) => readFileSync(f, 'utf8').split('\n'))
  assert.ok(colonnes.length > 1000)
  assert.deepEqual(
    colonnes.filter((l) => /^ {2}\w*(score|risque|classement)\w* /i.test(l)),
    [],
  )
})

const presque = ['mere', 'pere'].map((personne) => ({
  verbe: 'dossier.informer_famille',
  detail: { enfant: 'e', personne, cote: 'cible', sujet: 'fin', issue: 'informe' },
}))
const FIN = [
  { verbe: 'dossier.surveiller', detail: {} },
  { verbe: 'dossier.point_suivi', detail: { parole: 'cesse' } },
  ...presque,
]
/** Some story, then most of what the end asks for, then the day when somebody wants to close. */
const histoire = fc.record({
  faits: fc
    .tuple(fc.array(fc.tuple(fait, unJour), { maxLength: 12 }), fc.subarray(FIN, { minLength: 2 }))
    .map(([hasard, fin]) => [...hasard, ...fin.map((f): [(typeof FIN)[number], number] => [f, 1])]),
  ensuite: fc.integer({ min: 0, max: 60 }),
  mesure: fc.constantFrom('aucune', 'finie', 'gardee', 'en_cours'),
  attend: fc.constantFrom(false, false, true),
})

test('whatever was written, in whatever order, the end never comes without the target’s word, both guardians, the watch, and time after a sanction', () => {
  const avant = PROTOCOLE_2024.regles.surveillance.clore!.avant!
  let permises = 0
  fc.assert(
    fc.property(histoire, ({ faits, ensuite, mesure, attend }) => {
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
        enAttente: attend ? [{ id: 't', destinataire: 'crip', etat: 'a_relire', par: 'a' }] : [],
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
        mesure !== 'en_cours' &&
        !attend
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
