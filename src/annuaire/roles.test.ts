import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction } from '#platform'
import { AGENTS, NOMS_AGENTS, nouveauMonde, type Monde } from '../../tests/support/monde.ts'
import { CODES_ROLES, libelleRole, ROLES } from './roles.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

test('the table and the database agree on who reads situations, and at which level', async () => {
  const portee = `select (cardinality(acces.mes_etablissements()) > 0) as etablissement, (cardinality(acces.mes_circonscriptions()) > 0) as circonscription,
    (cardinality(acces.mes_departements()) > 0) as departement, (cardinality(acces.mes_academies()) > 0) as academie`
  const requete = { name: 'test.portee', text: portee, params: [] } as never
  for (const nom of NOMS_AGENTS) {
    const session = await m.session(nom)
    const ouvre = (await transaction(m.maison.base, 'agent', { session }, (db) => db.one(requete))) as Record<string, boolean>
    const role = ROLES[AGENTS[nom].role]
    const niveaux = Object.keys(ouvre).filter((n) => ouvre[n])
    assert.deepEqual(niveaux, role.litLesSituations ? [role.niveau] : [], nom)
  }
  const couverts = new Set(NOMS_AGENTS.map((n) => AGENTS[n].role as string))
  assert.deepEqual([...couverts].toSorted(), CODES_ROLES.toSorted())
})

test('the table has exactly the roles that a mandate may bear', async () => {
  const [regle] = await m.admin<{ texte: string }>(
    "select pg_get_constraintdef(oid) as texte from pg_constraint where conname = 'mandat_territoire'",
  )
  const roles = [...regle!.texte.matchAll(/WHEN '(\w+)'/g)].map((x) => x[1]!)
  assert.deepEqual(roles.toSorted(), CODES_ROLES.toSorted())
})

test('the same post has two names: in a school of the first degree, and elsewhere', () => {
  assert.equal(libelleRole('chef', 'ecole'), 'Directeur ou directrice d’école')
  assert.equal(libelleRole('chef', 'college'), 'Chef d’établissement')
  assert.equal(libelleRole('dpo'), 'Délégué ou déléguée à la protection des données')
  assert.throws(() => libelleRole('constructor'))
})
