import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Calendrier } from '#annuaire'
import { promisDe } from './promis.ts'

const CAL: Calendrier = {
  acad: '16',
  vacances: [
    { du: '2026-12-19', au: '2027-01-03', libelle: 'Vacances de Noël' },
    { du: '2027-07-03', au: '2027-08-31', libelle: 'Vacances d’été' },
  ],
  feries: new Map([['2026-11-11', '11 novembre']]),
  annees: new Set([2026, 2027]),
  anneesFeries: new Set([2026, 2027]),
}
const attendu = {
  echeance: null as Date | null,
  rappel_le: null as Date | null,
  urgences: [] as string[],
  niveau: 'etablissement',
  circo: null as string | null,
}
const promis = (echeance: string, o: Partial<typeof attendu> = {}, maintenant = echeance) =>
  promisDe({ ...attendu, echeance: new Date(echeance), ...o }, CAL, new Date(maintenant))
const jour = (echeance: string, urgences: string[] = []): string => promis(echeance, { urgences })!.le.toISOString()

test('what falls on a day without school is promised for the next school day at the same time in France, whatever the season', () => {
  assert.equal(jour('2026-11-10T09:00:00+01:00'), '2026-11-10T08:00:00.000Z')
  assert.equal(jour('2026-11-11T09:00:00+01:00'), '2026-11-12T08:00:00.000Z')
  assert.equal(jour('2026-11-28T17:30:00+01:00'), '2026-11-30T16:30:00.000Z')
  assert.equal(jour('2026-12-19T17:00:00+01:00'), '2027-01-04T16:00:00.000Z', 'the holidays of Christmas')
  assert.equal(jour('2027-07-03T10:00:00+02:00'), '2027-09-01T08:00:00.000Z', 'and the change of school year')
  assert.equal(
    jour('2027-03-28T00:30:00+01:00'),
    '2027-03-28T22:30:00.000Z',
    'half past midnight, the night when the clocks change',
  )
})

test('a danger keeps its hour when somebody reads then; else it is announced for when somebody reads again', () => {
  assert.equal(jour('2026-11-10T13:00:00+01:00', ['danger_immediat']), '2026-11-10T12:00:00.000Z')
  assert.equal(jour('2026-11-10T23:59:00+01:00', ['suicide']), '2026-11-12T07:00:00.000Z', 'the next day is the 11 November')
  assert.equal(jour('2026-11-10T00:00:00+01:00', ['suicide']), '2026-11-10T07:00:00.000Z', 'midnight')
})

test('late, and who was told: nobody before the reminder has left, then the level that holds it, then each one above', () => {
  const le = '2026-11-10T09:00:00+01:00'
  const apres = (rappel: string | null, o: Partial<typeof attendu> = {}) => {
    const { enRetard, prevenu } = promis(
      le,
      { rappel_le: rappel === null ? null : new Date(rappel), ...o },
      '2026-11-12T10:00:00+01:00',
    )!
    return [enRetard, prevenu]
  }
  assert.deepEqual(apres(null), [true, null])
  assert.deepEqual(apres('2026-11-03T09:00:00+01:00'), [true, null], 'a reminder of an earlier date says nothing of this one')
  assert.deepEqual(apres(le), [true, 'etablissement'])
  assert.deepEqual(apres('2026-11-11T09:00:00+01:00'), [true, 'departement'])
  assert.deepEqual(apres('2026-11-11T09:00:00+01:00', { niveau: 'departement' }), [true, 'academie'])
  const ecole = { circo: '0319900X' }
  assert.deepEqual(
    ['10', '11', '12'].map((j) => apres(`2026-11-${j}T09:00:00+01:00`, ecole)[1]),
    ['etablissement', 'circonscription', 'departement'],
  )
  assert.equal(promisDe(attendu, CAL, new Date(le)), null, 'over: nothing is owed')
})
