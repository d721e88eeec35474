import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HEURE, instantAParis, heureAParis, jourAParis, MINUTE } from '#platform'
import { horsService, prochaineOuverture } from '../service.ts'
import { avisCalendrier } from './avis.ts'
import {
  anneeScolaireDe,
  jourConnu,
  jourOuvre,
  jourOuvreApres,
  joursOuvresEntre,
  motifSansClasse,
  plusJoursOuvres,
  premierJourApresVacances,
  type Calendrier,
} from './jours.ts'
import { calendrierVide } from './lireCalendrier.ts'

/** Toulouse, autumn 2026 to summer 2027. */
const CAL: Calendrier = {
  acad: '16',
  vacances: [
    { du: '2026-10-17', au: '2026-11-01', libelle: 'Vacances de la Toussaint' },
    { du: '2026-12-19', au: '2027-01-03', libelle: 'Vacances de Noël' },
    { du: '2027-04-03', au: '2027-04-18', libelle: 'Vacances de Printemps' },
    { du: '2027-05-07', au: '2027-05-07', libelle: "Pont de l'Ascension" },
    { du: '2027-07-03', au: '2027-09-01', libelle: "Vacances d'Été" },
  ],
  feries: new Map([
    ['2026-11-11', '11 novembre'],
    ['2027-05-06', 'Ascension'],
  ]),
  annees: new Set([2026]),
  anneesFeries: new Set([2026, 2027]),
}
const a = (texte: string): Date => new Date(texte)

test('a school day is a weekday that is neither a public holiday nor in the holidays; the reason is told', () => {
  assert.deepEqual(
    ['2026-10-16', '2026-10-17', '2026-11-01', '2026-11-02', '2026-11-11', '2026-11-14', '2027-05-07'].map((j) =>
      motifSansClasse(CAL, j),
    ),
    [null, 'Vacances de la Toussaint', 'Vacances de la Toussaint', null, '11 novembre', 'week-end', "Pont de l'Ascension"],
  )
})

test('school days jump over week-ends, public holidays and holidays, and keep the time of day', () => {
  const apres = (de: string, n: number): string => plusJoursOuvres(CAL, a(de), n).toISOString()
  assert.equal(apres('2026-11-10T17:00:00+01:00', 1), a('2026-11-12T17:00:00+01:00').toISOString(), 'over 11 November')
  assert.equal(apres('2026-11-13T17:00:00+01:00', 1), a('2026-11-16T17:00:00+01:00').toISOString(), 'a Friday')
  assert.equal(apres('2026-11-14T17:00:00+01:00', 1), a('2026-11-16T17:00:00+01:00').toISOString(), 'a Saturday')
  assert.equal(apres('2026-11-14T17:00:00+01:00', 0), a('2026-11-16T17:00:00+01:00').toISOString(), 'today, or the next')
  assert.equal(apres('2026-12-18T09:00:00+01:00', 1), a('2027-01-04T09:00:00+01:00').toISOString(), 'over Christmas and the year')
  assert.equal(apres('2027-05-05T08:00:00+02:00', 1), a('2027-05-10T08:00:00+02:00').toISOString(), 'over the « pont »')
  assert.equal(apres('2027-01-04T09:00:00+01:00', -1), a('2026-12-18T09:00:00+01:00').toISOString(), 'backwards')
})

test('the day is the one of France: a minute before and after midnight, in winter and in summer', () => {
  const jour = (de: string): string => jourAParis(plusJoursOuvres(CAL, a(de), 1))
  assert.equal(jour('2026-11-12T22:59:00Z'), '2026-11-13')
  assert.equal(jour('2026-11-12T23:00:00Z'), '2026-11-16')
  assert.equal(jour('2027-04-29T21:59:00Z'), '2027-04-30')
  assert.equal(jour('2027-04-29T22:00:00Z'), '2027-05-03')
  assert.equal(jour('2026-12-31T23:30:00Z'), '2027-01-04')
})

test('the clocks change in between: 17 h stays 17 h', () => {
  const cal = calendrierVide('16')
  assert.equal(plusJoursOuvres(cal, a('2026-10-23T17:00:00+02:00'), 1).toISOString(), '2026-10-26T16:00:00.000Z')
  assert.equal(plusJoursOuvres(cal, a('2027-03-26T17:00:00+01:00'), 1).toISOString(), '2027-03-29T15:00:00.000Z')
})

test('the instant of a day and a time in France gives them back, but for the hour that does not exist', () => {
  const minutes = fc.integer({ min: Date.parse('2023-09-01') / MINUTE, max: Date.parse('2028-09-01') / MINUTE })
  fc.assert(
    fc.property(minutes, (n) => {
      const d = new Date(n * MINUTE)
      const retour = instantAParis(jourAParis(d), heureAParis(d))
      // In October one hour comes twice: the first of the two is given back.
      assert.ok([0, HEURE].includes(d.getTime() - retour.getTime()), d.toISOString())
      assert.deepEqual([jourAParis(retour), heureAParis(retour)], [jourAParis(d), heureAParis(d)])
    }),
  )
  assert.equal(instantAParis('2027-03-28', 2.5 * HEURE).toISOString(), '2027-03-28T01:30:00.000Z')
  assert.equal(instantAParis('2026-10-25', 2.5 * HEURE).toISOString(), '2026-10-25T00:30:00.000Z')
  assert.equal(instantAParis('2026-10-25', 3 * HEURE).toISOString(), '2026-10-25T02:00:00.000Z')
  assert.equal(instantAParis('2026-10-25').toISOString(), '2026-10-24T22:00:00.000Z')
})

test('n school days later, n of them have passed, and the last one is a school day', () => {
  const jours = fc
    .integer({ min: 0, max: 300 })
    .map((n) => jourAParis(new Date(Date.parse('2026-09-01T12:00Z') + n * 24 * HEURE)))
  fc.assert(
    fc.property(jours, fc.integer({ min: 1, max: 40 }), (jour, n) => {
      const fin = jourOuvreApres(CAL, jour, n)
      assert.ok(jourOuvre(CAL, fin))
      assert.equal(joursOuvresEntre(CAL, jour, fin), n)
    }),
  )
})

test('the first school day after the holidays: a « pont » is no return, and beyond the calendar nobody knows', () => {
  assert.equal(premierJourApresVacances(CAL, a('2026-10-01T12:00:00+02:00')), '2026-11-02')
  assert.equal(premierJourApresVacances(CAL, a('2026-11-01T12:00:00+01:00')), '2026-11-02')
  assert.equal(premierJourApresVacances(CAL, a('2026-11-02T12:00:00+01:00')), '2027-01-04')
  assert.equal(premierJourApresVacances(CAL, a('2027-04-20T12:00:00+02:00')), '2027-09-02')
  assert.equal(premierJourApresVacances(CAL, a('2027-09-02T12:00:00+02:00')), null)
})

test('the school year turns on 1 September', () => {
  assert.deepEqual(
    ['2026-08-31', '2026-09-01', '2026-12-31', '2027-01-01', '2027-08-31'].map(anneeScolaireDe),
    [2025, 2026, 2026, 2026, 2026],
  )
})

test('a date without a calendar is told: now, or three months ahead, and only week-ends count there', () => {
  assert.equal(avisCalendrier(CAL, '2026-11-28'), null)
  assert.match(avisCalendrier(CAL, '2027-07-01')!, /n’est plus connu à partir du 1er septembre 2027/)
  assert.match(avisCalendrier(calendrierVide('16'), '2026-11-28')!, /n’est pas importé/)
  assert.equal(avisCalendrier({ ...CAL, anneesFeries: new Set([2027]) }, '2026-11-28')!.slice(0, 24), 'Le calendrier scolaire d')
  assert.deepEqual([jourConnu(CAL, '2027-08-31'), jourConnu(CAL, '2027-09-01')], [true, false])
  assert.deepEqual([jourOuvre(calendrierVide('16'), '2026-12-25'), jourOuvre(calendrierVide('16'), '2026-12-26')], [true, false])
})

test('nobody reads at night, on a public holiday or in the holidays; the page says when somebody does', () => {
  const dit = (quand: string): string =>
    horsService(CAL, a(quand)) ? prochaineOuverture(CAL, a(quand)).toISOString() : 'quelqu’un lit'
  assert.equal(dit('2026-11-10T07:59:00+01:00'), '2026-11-10T07:00:00.000Z')
  assert.equal(dit('2026-11-10T08:00:00+01:00'), 'quelqu’un lit')
  assert.equal(dit('2026-11-10T18:00:00+01:00'), '2026-11-12T07:00:00.000Z')
  assert.equal(dit('2026-11-11T10:00:00+01:00'), '2026-11-12T07:00:00.000Z')
  assert.equal(dit('2026-12-18T18:00:00+01:00'), '2027-01-04T07:00:00.000Z')
  assert.equal(dit('2027-07-14T10:00:00+02:00'), '2027-09-02T06:00:00.000Z')
})
