import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, nommerEntier, serrures, transaction } from '#platform'
import { lireSession } from '#acces'
import { ecartsDesSerrures, verifierMigrations, verifierPortes, verifierSerrures } from '../../src/acces/preconditions.ts'
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

/** What the start would say of the base after this, which is undone at once: our roles are those of the whole server. */
async function apres(change: string): Promise<string> {
  await m.admin('begin')
  try {
    await m.admin(change)
    await m.admin(nommerEntier.text)
    return ecartsDesSerrures((await m.admin<{ ligne: string }>(serrures.text)).map((l) => l.ligne)).join('\n')
  } finally {
    await m.admin('rollback')
  }
}

const OUVERTURES: [change: string, dit: RegExp][] = [
  ['alter table confidentiel.message no force row level security', /il manque « table confidentiel\.message .*forcées/],
  ['alter table acces.contact disable row level security', /il manque « table acces\.contact .*politiques forcées »/],
  ['create policy large on confidentiel.dossier to preau_agent using (true)', /en trop « politique confidentiel\.dossier large /],
  [
    'create policy large on confidentiel.note as permissive for select using (acad is not null)',
    /confidentiel\.note large : r, PUBLIC/,
  ],
  ['alter policy agents on confidentiel.message using (true)', /il manque « politique confidentiel\.message agents /],
  ['drop policy scelles on confidentiel.fait', /il manque « politique confidentiel\.fait scelles : restrictive/],
  ['grant select on acces.suivi to preau_public', /en trop « droit acces\.suivi preau_public : SELECT »/],
  ['grant update (contenu) on confidentiel.message to preau_agent', /droit confidentiel\.message\.contenu preau_agent : UPDATE/],
  ['grant delete on confidentiel.consultation to public', /droit confidentiel\.consultation PUBLIC : DELETE/],
  ['grant execute on function acces.situation(text, uuid) to preau_agent', /droit acces\.situation\(.*\) preau_agent : EXECUTE/],
  [
    'grant execute on all functions in schema confidentiel to public',
    /droit confidentiel\.deposer\(p_envois jsonb\) PUBLIC : EXECUTE/,
  ],
  ['grant create on schema acces to preau_agent', /droit schéma acces preau_agent : CREATE, USAGE/],
  ['alter role preau_agent bypassrls', /rôle preau_agent : entre, contourne les politiques/],
  ['alter role preau_gardien login', /rôle preau_gardien : entre/],
  ['alter role preau_job superuser', /rôle preau_job : entre, superutilisateur/],
  ['grant preau_gardien to preau_public', /membre preau_public de preau_gardien/],
  ['grant pg_read_all_data to preau_agent', /membre preau_agent de pg_read_all_data/],
  ['alter table confidentiel.fait disable trigger inalterable', /il manque « déclencheur confidentiel\.fait inalterable : O/],
  ['drop trigger motiver on confidentiel.consultation', /il manque « déclencheur confidentiel\.consultation motiver/],
  [
    `create or replace function acces.mes_academies() returns text[] language sql stable security definer set search_path = ''
      as $$ select array['16'] $$`,
    /il manque « fonction acces\.mes_academies\(\)/,
  ],
  ['alter function acces.moi() reset search_path', /il manque « fonction acces\.moi\(\) : de preau_gardien.*search_path/],
  ['alter function acces.moi() owner to preau_agent', /fonction acces\.moi\(\) : de preau_agent/],
  ['alter view annuaire.mandat_lieu reset (security_invoker)', /il manque « table annuaire\.mandat_lieu .*security_invoker/],
]

test('the server does not start on a base that somebody has opened since, whichever way', async () => {
  await verifierSerrures(m.maison.base)
  for (const [change, dit] of OUVERTURES) assert.match(await apres(change), dit, change)
  // What an operator does beside is no concern of ours.
  assert.equal(await apres('create index en_plus on confidentiel.dossier (ouvert_le)'), '')
  assert.equal(await apres('create role essai_sauvegarde bypassrls; grant pg_read_all_data to essai_sauvegarde'), '')
  await m.admin('grant select on acces.suivi to preau_public')
  await assert.rejects(verifierSerrures(m.maison.base), /1 écart\(s\).*il y a en trop.*droit acces\.suivi preau_public.*SELECT/)
  await m.admin('revoke select on acces.suivi from preau_public')
  await verifierSerrures(m.maison.base)
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
