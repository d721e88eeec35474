import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { clock } from '#platform'
import { calendrierVide } from '#annuaire'
import { dans, ilYA, suivreCalendrier } from './temps.ts'

after(() => {
  clock.set(null)
  suivreCalendrier(calendrierVide('16'))
})

test('the stories are told in school days: neither a week-end, nor a public holiday, nor the holidays', () => {
  suivreCalendrier({
    ...calendrierVide('16'),
    vacances: [{ du: '2026-12-19', au: '2027-01-03', libelle: 'Vacances de Noël' }],
    feries: new Map([['2026-11-11', '11 novembre']]),
  })
  clock.set(new Date('2027-01-05T10:00:00+01:00'))
  assert.deepEqual(
    [0, 1, 2].map((n) => ilYA(n, '08:30').toISOString()),
    ['2027-01-05T07:30:00.000Z', '2027-01-04T07:30:00.000Z', '2026-12-18T07:30:00.000Z'],
  )
  clock.set(new Date('2026-11-13T10:00:00+01:00'))
  assert.equal(ilYA(2, '17:05').toISOString(), '2026-11-10T16:05:00.000Z')
  clock.set(new Date('2026-12-18T10:00:00+01:00'))
  assert.equal(dans(1), '2027-01-04')
})
