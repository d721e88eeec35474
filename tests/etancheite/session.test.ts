import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction } from '#platform'
import { lireSession } from '#acces'
import { verifierPortes } from '../../src/acces/preconditions.ts'
import { nouveauMonde, type Monde } from '../support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

test('every door is locked: roles own nothing, bypass nothing, belong to nothing; every confidential table has its policy', async () => {
  await verifierPortes(m.maison.base)
  await m.admin('alter table confidentiel.message no force row level security')
  await assert.rejects(verifierPortes(m.maison.base), /confidentiel\.message n’est pas protégée \(politiques non forcées\)/)
  await m.admin('alter table confidentiel.message force row level security')
  await m.admin('grant preau_gardien to preau_agent')
  await assert.rejects(verifierPortes(m.maison.base), /Le rôle preau_agent a trop de pouvoirs/)
  await m.admin('revoke preau_gardien from preau_agent')
})

test('a session opens the mandates of its agent, and ends with the last of them the same second', async () => {
  const jeton = await m.session('chefSaules')
  assert.equal((await lireSession(m.maison, jeton))?.nom, 'Ferrand')
  await m.finirMandat('chefSaules')
  assert.equal(await lireSession(m.maison, jeton), null)
})

test('the agents’ door cannot open a session for anybody', async () => {
  await assert.rejects(
    transaction(m.maison.base, 'agent', {}, (db) =>
      db.run({
        name: 't',
        text: "select acces.ouvrir_session('16', 'sub-dpo', '', '\\x00', null, '1 hour')",
        params: [],
      } as never),
    ),
    /permission denied/,
  )
})
