import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction } from '#platform'
import { ECOLES, nouveauMonde, type Monde } from '../../tests/support/monde.ts'
import { commeOperateur, type NouvelAgent } from './agent.operateur.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const LEILA: NouvelAgent = {
  mail: 'Leila.Amar@exemple.fr',
  prenom: 'Leïla',
  nom: 'Amar',
  role: 'administrateur',
  etab: null,
  circo: null,
  dept: null,
}
const ajouter = (o: Partial<NouvelAgent> = {}) => commeOperateur(m.url, '16', (op) => op.ajouter({ ...LEILA, ...o }))
const finir = (role?: string) =>
  commeOperateur(m.url, '16', (op) => op.finir({ mail: 'leila.amar@EXEMPLE.fr', role, etab: null, circo: null, dept: null }))
const siens = async () =>
  (await commeOperateur(m.url, '16', (op) => op.lister())).filter((x) => x.mail === 'leila.amar@exemple.fr').map((x) => x.role)

test('the operator adds the first administrator, gives another post, ends one, ends all', async () => {
  assert.deepEqual(await ajouter(), { deja: false })
  assert.deepEqual(await ajouter({ role: 'chef', etab: ECOLES.saules.etab }), { deja: true })
  assert.deepEqual((await siens()).toSorted(), ['administrateur', 'chef'])
  const journal = await m.admin(
    "select verbe, par from annuaire.journal j join annuaire.agent a on a.id = j.agent where a.nom = 'Amar' order by verbe",
  )
  assert.deepEqual(journal, [
    { verbe: 'agent.creer', par: null },
    { verbe: 'mandat.ouvrir', par: null },
    { verbe: 'mandat.ouvrir', par: null },
  ])
  assert.equal(await finir('chef'), 1)
  assert.deepEqual(await siens(), ['administrateur'])
  assert.equal(await finir(), 1)
  assert.equal(await finir(), 0)
})

test('a wrong role, territory or address: its sentence, and nobody is added', async () => {
  const mail = 'autre@exemple.fr'
  await assert.rejects(ajouter({ mail, role: 'recteur' }), /recteur.*n’existe pas/)
  await assert.rejects(ajouter({ mail, role: 'chef' }), /demande --etab/)
  await assert.rejects(ajouter({ mail, dept: '031' }), /vaut pour toute l’académie/)
  await assert.rejects(ajouter({ mail, role: 'chef', etab: '0310000Z' }), /Ce territoire ne convient pas/)
  await assert.rejects(ajouter({ mail: 'pas une adresse' }), /n’est pas une adresse/)
  assert.deepEqual(await m.admin("select 1 from annuaire.agent where mail = 'autre@exemple.fr'"), [])
})

test('another address for the same agent: what they hold stays, who was in is out, and the next sign-in binds the new account', async () => {
  const adresser = (mail: string, nouvelle: string) => commeOperateur(m.url, '16', (op) => op.adresser({ mail, nouvelle }))
  const entrer = async (sub: string, mail: string, octet: string) =>
    transaction(m.maison.base, 'seuil', {}, (db) =>
      db.run({
        name: `t${octet}`,
        text: `select acces.ouvrir_session('16', '${sub}', '${mail}', sha256(decode(repeat('${octet}', 32), 'hex')), null, '12 hours')`,
        params: [],
      } as never),
    )
  assert.equal((await m.lire('/compte', 'chefSaules')).status, 200)
  await assert.rejects(adresser('personne@exemple.fr', 'x@exemple.fr'), /Aucun agent/)
  await assert.rejects(adresser('chefsaules@exemple.fr', 'chefTilleuls@exemple.fr'), /déjà celle d’un autre agent/)
  await assert.rejects(adresser('chefsaules@exemple.fr', 'pas une adresse'), /n’est pas une adresse/)
  assert.equal((await m.lire('/compte', 'chefSaules')).status, 200, 'refused: nobody was put out')

  await adresser('ChefSaules@exemple.fr', 'Paul.Ferrand@exemple.fr')
  assert.equal((await m.lire('/compte', 'chefSaules')).status, 303, 'put out')
  assert.equal(await entrer('sub-chefSaules', 'chefsaules@exemple.fr', 'a1'), 0, 'the account of before is nobody')
  assert.equal(await entrer('autre-sub', 'paul.ferrand@exemple.fr', 'a2'), 1)
  assert.deepEqual(await m.admin('select mail, sub from annuaire.agent where id = $1', [m.agents.chefSaules]), [
    { mail: 'paul.ferrand@exemple.fr', sub: 'autre-sub' },
  ])
  assert.deepEqual(await m.admin('select verbe, par from annuaire.journal where agent = $1', [m.agents.chefSaules]), [
    { verbe: 'agent.adresse', par: null },
  ])
})

test('an empty database takes its first administrator, who can then sign in', async () => {
  await m.admin('truncate annuaire.academie cascade')
  assert.deepEqual(await ajouter(), { deja: false })
  const jeton = 'ab'.repeat(32)
  const ouvrir = {
    name: 't',
    text: `select acces.ouvrir_session('16', 'leila', 'leila.amar@exemple.fr', sha256(decode('${jeton}', 'hex')), null, '12 hours')`,
    params: [],
  }
  assert.equal(await transaction(m.maison.base, 'seuil', {}, (db) => db.run(ouvrir as never)), 1)
})
