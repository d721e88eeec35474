import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ecrireFait } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { aTraiter } from '../../../tests/support/pistes.ts'
import { masquer, rangees } from './bilan.comptes.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const n = (cesse: number, mieux: number, pareil: number, pire: number, non_recueillie = 0) => ({
  cesse,
  mieux,
  pareil,
  pire,
  non_recueillie,
})

test('one to four are hidden; what would tell them is hidden too', () => {
  const cas: [ReturnType<typeof n>, (number | null)[]][] = [
    [n(12, 7, 0, 0), [12, 7, 0, 0, 0, 19]],
    [n(12, 7, 3, 0), [12, null, null, 0, 0, 22]],
    [n(12, 2, 3, 0), [12, null, null, 0, 0, 17]],
    [n(0, 0, 3, 0), [0, 0, null, 0, 0, null]],
    [n(1, 1, 1, 1), [null, null, null, null, 0, null]],
    [n(6, 0, 0, 1), [null, 0, 0, null, 0, 7]],
  ]
  for (const [nombres, attendu] of cas) {
    const { cases, total } = masquer(nombres)
    assert.deepEqual([...Object.values(cases), total], attendu, JSON.stringify(nombres))
  }
})

test('no row lets one compute a hidden figure from the others and the total', () => {
  for (let graine = 0; graine < 500; graine++) {
    const tire = (k: number): number => (graine * 7919 * (k + 3) + k * 104729) % 11
    const nombres = n(tire(0), tire(1), tire(2), tire(3), tire(4))
    const { cases, total } = masquer(nombres)
    const caches = Object.values(cases).filter((x) => x === null).length
    assert.ok(caches !== 1 || total === null, JSON.stringify(nombres))
    for (const x of Object.values(cases)) assert.ok(x === null || x === 0 || x >= 5)
  }
})

test('a row with nothing is not there', () => {
  const c = [{ methode: 'mpp', rang: 'ecole', parole: 'cesse', n: 9 }]
  assert.deepEqual(
    rangees(c, ['mpp', 'farsta'], ['ecole', 'college']).map((r) => [r.methode, r.rang, r.total]),
    [['mpp', 'ecole', 9]],
  )
})

test('the département counts its own tracks, and later what was said at the checkpoints; a school sees no such page', async () => {
  for (const qui of ['chefTilleuls', 'ien31', 'equipeTilleuls', 'dpo', 'communication'] as const)
    assert.equal((await m.lire('/dossiers/methodes', qui)).status, 404, qui)
  const d = await aTraiter(m, 'referent31')
  for (let i = 0; i < 6; i++)
    await m.admin(
      `insert into confidentiel.piste (acad, id, fil, methode, type, duree_avant, contenu, engagee_le, engagee_par, parole, issue, finie_le, finie_par)
       values ('16', gen_random_uuid(), $1, 'mpp', 'college', 'mois', '', $3, $2, 'cesse', 'finir', $3, $2)`,
      [d.id, m.agents.referent31, `2026-11-0${i + 1}T09:00:00Z`],
    )
  for (let i = 0; i < 7; i++) await ecrireFait(m, d.id, 'dossier.point_suivi', { rang: 'suivi_1', parole: 'mieux' })
  const vu = async (qui: 'referent31' | 'referent81' | 'responsableAcademique') =>
    (await (await m.lire('/dossiers/methodes', qui)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  for (const qui of ['referent31', 'responsableAcademique'] as const) {
    const page = await vu(qui)
    assert.match(page, /Préoccupation partagée Collège 6 0 0 0 0 6/)
    assert.match(page, /Préoccupation partagée Après une semaine 0 7 0 0 0 7/)
    assert.match(page, /Préoccupation partagée De un à trois mois 6 0 0 0 0 6/)
  }
  assert.match(await vu('referent81'), /Aucune piste n’est encore finie/)
})
