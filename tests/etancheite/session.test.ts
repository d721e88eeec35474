import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, transaction } from '#platform'
import { lireSession } from '#acces'
import { verifierMigrations, verifierPortes } from '../../src/acces/preconditions.ts'
import { ouvrirDossier } from '../support/dossiers.ts'
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

test('a database behind this code is not served: whoever brings the new version is told what to run', async () => {
  for (const porte of ['public', 'job'] as const) await verifierMigrations(m.maison.base, porte)
  const [derniere] = await m.admin<{ nom: string }>(
    'delete from migration.faite where nom = (select max(nom) from migration.faite) returning nom',
  )
  await assert.rejects(verifierMigrations(m.maison.base, 'public'), /en retard sur cette version de Préau \(1 changement\(s\)\)/)
  await m.admin(`insert into migration.faite (nom, empreinte) values ($1, 'x')`, [derniere!.nom])
})

test('a session opens the mandates of its agent, and ends with the last of them the same second', async () => {
  const jeton = await m.session('chefSaules')
  assert.equal((await lireSession(m.maison, jeton))?.nom, 'Ferrand')
  await m.finirMandat('chefSaules')
  assert.equal(await lireSession(m.maison, jeton), null)
})

test('a page never answers as somebody was a moment ago: what changed since shows at once, what ended shows nothing', async () => {
  const d = await ouvrirDossier(m, 'chefTilleuls')
  const liste = async (): Promise<string> => (await m.lire('/dossiers', 'equipeTilleuls')).text()
  assert.ok(!(await liste()).includes(d.numero))
  // Handed over between two readings: the list looks where it did not look before.
  await m.admin(
    `insert into acces.octroi (acad, id, fil, agent, par, motif, du) values ('16', gen_random_uuid(), $1, $2, $2, 'suivi', $3)`,
    [d.id, m.agents.equipeTilleuls, clock.now()],
  )
  assert.ok((await liste()).includes(d.numero))
  await m.admin('update acces.octroi set au = $2 where fil = $1', [d.id, clock.now()])
  assert.ok(!(await liste()).includes(d.numero))
  // The end of a session is the door, not the page of the one who held it, nor a fault of ours.
  assert.equal((await m.lire('/dossiers', 'coordoTilleuls')).status, 200)
  await m.admin('update acces.session set close_le = $2 where agent = $1', [m.agents.coordoTilleuls, clock.now()])
  const apres = await m.lire(`/dossiers/${d.numero}`, 'coordoTilleuls')
  assert.equal(apres.status, 303)
  assert.match(apres.headers.get('location')!, /^\/connexion/)
  assert.equal(await apres.text(), '')
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
