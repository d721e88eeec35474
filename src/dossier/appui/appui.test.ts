import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, transaction, uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const QUOI = 'La famille veut porter plainte, et la situation s’aggrave.'
const demander = async (qui: NomAgent, champs: Record<string, string> = {}, id = uuidv7()): Promise<string> => {
  const r = await m.envoyer('/appuis/nouvelle', { id, appui: 'visite', vers: 'departement', quoi: QUOI, ...champs }, qui)
  assert.equal(r.status, 303, await r.text())
  return id
}
const etat = async (id: string) =>
  (
    await m.admin<{ etat: string; version: number; echeance: Date | null }>(
      'select etat, version, echeance from confidentiel.appui where id = $1',
      [id],
    )
  )[0]!
const agir = async (id: string, acte: string, champs: Record<string, string>, qui: NomAgent): Promise<Response> =>
  m.envoyer(`/appuis/${id}/${acte}`, { version: String((await etat(id)).version), ...champs }, qui)

test('asked, taken with a day, done, closed by whoever asked', async () => {
  const id = await demander('chefTilleuls')
  assert.notEqual((await etat(id)).echeance, null)
  assert.match(await (await m.lire('/appuis', 'referent31')).text(), new RegExp(`/appuis/${id}`))
  assert.match(await (await m.lire(`/appuis/${id}`, 'referent31')).text(), /porter plainte/)
  assert.equal((await agir(id, 'prise', { pour_le: '2026-11-12' }, 'referent31')).status, 303)
  assert.deepEqual([(await etat(id)).etat, (await etat(id)).echeance!.toISOString()], ['pris', '2026-11-12T17:00:00.000Z'])
  assert.equal((await agir(id, 'messages', { id: uuidv7(), message: 'Je viens jeudi.' }, 'referent31')).status, 303)
  assert.match(await (await m.lire(`/appuis/${id}`, 'chefTilleuls')).text(), /Je viens jeudi/)
  assert.equal((await agir(id, 'fait', { fait: 'Reçu la famille avec la principale.' }, 'referent31')).status, 303)
  assert.equal((await agir(id, 'encore', {}, 'chefTilleuls')).status, 303)
  assert.equal((await etat(id)).etat, 'pris')
  await agir(id, 'fait', { fait: 'Revu la famille.' }, 'referent31')
  assert.equal((await agir(id, 'fin', {}, 'chefTilleuls')).status, 422)
  assert.equal((await agir(id, 'fin', { utile: 'oui' }, 'chefTilleuls')).status, 303)
  assert.deepEqual([(await etat(id)).etat, (await etat(id)).echeance], ['clos', null])
  assert.deepEqual(await verbes(m, id), [
    'appui.demander',
    'appui.prendre',
    'appui.ecrire',
    'appui.faire',
    'appui.redemander',
    'appui.faire',
    'appui.clore',
  ])
})

test('nobody answers their own request, closes another’s, or writes what they did not take', async () => {
  const id = await demander('chefTilleuls')
  assert.match(await (await agir(id, 'prise', { pour_le: '2026-11-12' }, 'chefTilleuls')).text(), /réponse de quelqu’un d’autre/)
  assert.match(
    await (await agir(id, 'prise', { pour_le: '2026-11-12' }, 'coordoTilleuls')).text(),
    /réponse de quelqu’un d’autre/,
  )
  assert.match(await (await agir(id, 'fait', { fait: 'x' }, 'referent31')).text(), /Prenez d’abord cette demande/)
  assert.match(await (await agir(id, 'fin', { utile: 'oui' }, 'referent31')).text(), /dit elle-même si c’est fini/)
  assert.equal((await agir(id, 'prise', { pour_le: '2026-02-31' }, 'referent31')).status, 422)
  assert.equal((await agir(id, 'prise', { pour_le: '2026-11-09' }, 'referent31')).status, 422)
})

test('two answer at once: the second is told', async () => {
  const id = await demander('chefTilleuls')
  const deux = await Promise.all([
    m.envoyer(`/appuis/${id}/prise`, { version: '1', pour_le: '2026-11-12' }, 'referent31'),
    m.envoyer(`/appuis/${id}/prise`, { version: '1', pour_le: '2026-11-13' }, 'responsable31'),
  ])
  assert.deepEqual(deux.map((r) => r.status).sort(), [303, 409])
})

test('who sees a request: its place and above, the asker and whoever answers, nobody else', async () => {
  const id = await demander('chefTilleuls')
  const voit = async (qui: NomAgent): Promise<boolean> => (await m.lire(`/appuis/${id}`, qui)).status === 200
  const tous: NomAgent[] = [
    'chefTilleuls',
    'coordoTilleuls',
    'equipeTilleuls',
    'chefSaules',
    'ien31',
    'referent31',
    'responsable31',
    'referent81',
    'referenteAcademique',
    'responsableAcademique',
    'communication',
    'dpo',
    'administrateur',
  ]
  const vus = (await Promise.all(tous.map(async (q) => ((await voit(q)) ? [q] : [])))).flat()
  assert.deepEqual(vus, [
    'chefTilleuls',
    'coordoTilleuls',
    'referent31',
    'responsable31',
    'referenteAcademique',
    'responsableAcademique',
  ])
  assert.equal((await m.lire('/appuis', 'dpo')).status, 404)
})

test('a member of the équipe ressource asks, and reads the answer, without reading the school’s other requests', async () => {
  const autre = await demander('chefTilleuls')
  const id = await demander('equipeTilleuls', { quoi: 'Comment parler à la famille ?' })
  const liste = await (await m.lire('/appuis', 'equipeTilleuls')).text()
  assert.match(liste, new RegExp(id))
  assert.doesNotMatch(liste, new RegExp(autre))
  // No predicate at all: the policies answer.
  const libres = await transaction(m.maison.base, 'agent', { session: await m.session('equipeTilleuls') }, (db) =>
    db.all({ name: 'test.appuis', text: 'select id from confidentiel.appui', params: [] } as never),
  )
  assert.deepEqual(
    (libres as { id: string }[]).map((a) => a.id),
    [id],
  )
})

test('the same form twice is one request; a département that nobody is in is refused', async () => {
  const id = uuidv7()
  await Promise.all([demander('chefTilleuls', {}, id), demander('chefTilleuls', {}, id)])
  assert.deepEqual(await verbes(m, id), ['appui.demander'])
  const r = await m.envoyer(
    '/appuis/nouvelle',
    { id: uuidv7(), appui: 'conseil', vers: 'departement', quoi: 'x' },
    'referenteAcademique',
  )
  assert.equal(r.status, 422)
  assert.match(await r.text(), /demandez à l’académie/)
})

test('from a dossier: it is told on both sides, and a grant does not reach from one to the other', async () => {
  const dossier = uuidv7()
  await m.envoyer('/dossiers/nouveau', { id: dossier, etab: ECOLES.tilleuls.etab, nom0: 'Léa', role0: 'cible' }, 'chefTilleuls')
  const [d] = await m.admin<{ numero: string }>('select numero from confidentiel.dossier where id = $1', [dossier])
  const id = uuidv7()
  const r = await m.envoyer(
    `/dossiers/${d!.numero}/appuis`,
    { id, appui: 'presence', vers: 'departement', quoi: QUOI, famille_appui: 'accord' },
    'chefTilleuls',
  )
  assert.equal(r.status, 303)
  assert.ok((await verbes(m, dossier)).includes('dossier.demander_appui'))
  assert.match(await (await m.lire(`/appuis/${id}`, 'referent31')).text(), new RegExp(d!.numero))
  assert.match(await (await m.lire(`/dossiers/${d!.numero}/appui`, 'referent31')).text(), new RegExp(`/appuis/${id}`))
})

test('somebody set aside from the dossier sees nothing of what is asked about it', async () => {
  const dossier = uuidv7()
  await m.envoyer('/dossiers/nouveau', { id: dossier, etab: ECOLES.saules.etab, nom0: 'Tom', role0: 'cible' }, 'chefSaules')
  const [d] = await m.admin<{ numero: string }>('select numero from confidentiel.dossier where id = $1', [dossier])
  const id = uuidv7()
  await m.envoyer(
    `/dossiers/${d!.numero}/appuis`,
    { id, appui: 'conseil', vers: 'departement', quoi: QUOI, famille_appui: 'informee' },
    'chefSaules',
  )
  await m.admin(`insert into acces.deport (acad, fil, agent, motif, le) values ('16', $1, $2, 'parent', now())`, [
    dossier,
    m.agents.referent31,
  ])
  assert.equal((await m.lire(`/appuis/${id}`, 'referent31')).status, 404)
  assert.equal((await m.lire(`/appuis/${id}`, 'responsable31')).status, 200)
})

test('whoever asked and goes elsewhere, were it above schools, reads it no more; whoever stays may say that it is over', async () => {
  const id = await demander('chefTilleuls')
  await agir(id, 'prise', { pour_le: '2026-11-12' }, 'referent31')
  await m.finirMandat('chefTilleuls')
  await m.admin(`insert into annuaire.mandat (acad, id, agent, role, circo, du) values ('16', $1, $2, 'ien', $3, $4)`, [
    uuidv7(),
    m.agents.chefTilleuls,
    ECOLES.ormes.circo,
    clock.now(),
  ])
  assert.equal((await m.lire(`/appuis/${id}`, 'chefTilleuls')).status, 404)
  assert.ok(!(await (await m.lire('/appuis', 'chefTilleuls')).text()).includes(id))
  assert.equal((await agir(id, 'fin', { utile: 'en_partie' }, 'coordoTilleuls')).status, 303)
})
