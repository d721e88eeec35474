import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { transaction } from '#platform'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { raconter } from '../../../tests/support/situations.ts'
import { douzeMois, partDite } from './stats.ts'
import * as sql from './stats.sql.ts'

let m: Monde
let modele: string
before(async () => {
  m = await nouveauMonde()
  modele = (await raconter(m, 'tilleuls')).id
})
after(() => m.fermer())
beforeEach(() => m.admin('delete from confidentiel.signalement where id <> $1', [modele]))

/** As many reports of this day, read at that moment. */
const planter = (combien: number, recu: string, lu: string | null): Promise<unknown> =>
  m.admin(
    `insert into confidentiel.signalement (acad, id, dept, etab, niveau, canal, declarant, contenu, recu_le, lu_le, echeance)
       select acad, gen_random_uuid(), dept, etab, niveau, 'site', declarant, contenu, $2::timestamptz, $3::timestamptz, now()
       from confidentiel.signalement, generate_series(1, $1::int) where id = $4`,
    [combien, recu, lu, modele],
  )
const part = async (): Promise<string | null> =>
  partDite(
    await transaction(m.maison.base, 'public', {}, (db) =>
      db.one(sql.lusATemps, { acad: '16', du: '2026-09-01', au: '2026-10-31' }),
    ),
  )

test('read on the next school day at the latest: neither a week-end, a holiday nor a bank holiday counts against us', async () => {
  await planter(10, '2026-10-02T17:00:00+02:00', '2026-10-05T18:00:00+02:00')
  assert.equal(await part(), '100 %')
  await planter(10, '2026-10-02T17:00:00+02:00', '2026-10-06T08:00:00+02:00')
  assert.equal(await part(), '50 %')
  await planter(20, '2026-10-16T18:00:00+02:00', '2026-11-02T09:00:00+01:00')
  assert.equal(await part(), '75 %')
  await planter(40, '2026-10-08T09:00:00+02:00', null)
  assert.equal(await part(), '37 %')
})

test('too few to be told apart are never told: nothing, or a bound', async () => {
  await planter(9, '2026-10-02T09:00:00+02:00', '2026-10-02T10:00:00+02:00')
  assert.equal(await part(), null)
  await planter(90, '2026-10-02T09:00:00+02:00', '2026-10-02T10:00:00+02:00')
  await planter(1, '2026-10-02T09:00:00+02:00', null)
  assert.equal(await part(), 'plus de 90 %')
  await planter(8, '2026-10-02T09:00:00+02:00', null)
  assert.equal(await part(), 'plus de 90 %')
  await planter(1, '2026-10-02T09:00:00+02:00', null)
  assert.equal(await part(), '90 %')
})

test('only months that are finished; the page names no school, and says nothing when there is nothing', async () => {
  assert.deepEqual(douzeMois(new Date('2026-11-10T09:00:00+01:00')), { du: '2025-11-01', au: '2026-10-31' })
  assert.deepEqual(douzeMois(new Date('2027-01-01T00:30:00+01:00')), { du: '2026-01-01', au: '2026-12-31' })
  const page = (await (await m.lire('/stats')).text()).replaceAll('\u00a0', ' ')
  assert.match(page, /Moins de 10 messages : rien n’est publié/)
  assert.doesNotMatch(page, /Tilleuls|Valbrune/)
})

test('an opinion is two words, counted; a choice that is none is told; one alone is never shown', async () => {
  const donner = (trouve: string, qui = 'eleve'): Promise<Response> => m.envoyer('/avis', { trouve, qui })
  assert.equal((await donner('Lina me frappe')).status, 422)
  assert.equal((await donner('oui', 'x')).status, 422)
  assert.deepEqual(await m.admin('select 1 from prevention.avis'), [])
  for (let n = 0; n < 12; n++) assert.equal((await donner('oui')).status, 303)
  for (let n = 0; n < 15; n++) await donner('en_partie', 'parent')
  await donner('non')
  const lus = await transaction(m.maison.base, 'public', {}, (db) =>
    db.all(sql.avisDonnes, { acad: '16', du: '2026-11-01', au: '2026-11-30' }),
  )
  assert.deepEqual(lus, [
    { trouve: 'en_partie', nombre: 15 },
    { trouve: 'non', nombre: null },
    { trouve: 'oui', nombre: null },
  ])
  assert.match(await (await m.lire('/avis?merci')).text(), /Merci/)
})
