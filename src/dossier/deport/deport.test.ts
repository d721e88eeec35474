import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { raconter } from '../../../tests/support/situations.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

let numero = ''
let id = ''
let signalement = ''
const voit = async (qui: NomAgent): Promise<number[]> => [
  (await m.lire(`/dossiers/${numero}`, qui)).status,
  (await m.lire(`/signalements/${signalement}`, qui)).status,
]
const deporter = (agent: NomAgent, par: NomAgent, champs: Record<string, string> = {}): Promise<Response> =>
  m.envoyer(`/dossiers/${numero}/deports`, { agent_deporte: m.agents[agent], motif: 'famille', ...champs }, par)
const responsable = async (): Promise<string> =>
  (await m.admin<{ responsable: string }>('select responsable from confidentiel.dossier where id = $1', [id]))[0]!.responsable

beforeEach(async () => {
  id = uuidv7()
  signalement = (await raconter(m, 'tilleuls')).id
  await m.envoyer(
    '/dossiers/nouveau',
    { id, signalement, etab: ECOLES.tilleuls.etab, nom0: 'Léa', role0: 'cible' },
    'chefTilleuls',
  )
  numero = (await m.admin<{ numero: string }>('select numero from confidentiel.dossier where id = $1', [id]))[0]!.numero
})

test('whoever sets themselves aside hands the dossier over, and sees neither it nor its reports any more', async () => {
  const sans = await deporter('chefTilleuls', 'chefTilleuls')
  assert.equal(sans.status, 422)
  assert.match(await sans.text(), /qui devient responsable/)
  assert.equal((await deporter('chefTilleuls', 'chefTilleuls', { successeur: m.agents.coordoTilleuls })).status, 303)
  assert.deepEqual(await voit('chefTilleuls'), [404, 404])
  assert.deepEqual(await voit('coordoTilleuls'), [200, 200])
  assert.equal(await responsable(), m.agents.coordoTilleuls)
})

test('somebody above sets aside, and takes it back; a colleague, somebody below, oneself does not', async () => {
  for (const par of ['coordoTilleuls', 'chefTilleuls'] as const) {
    const r = await deporter('referent31', par)
    assert.equal(r.status, 409, par)
    assert.match(await r.text(), /une personne que l’on encadre/)
  }
  assert.equal((await deporter('coordoTilleuls', 'chefTilleuls')).status, 409)
  assert.equal((await deporter('referent31', 'responsable31')).status, 303)
  assert.deepEqual(await voit('referent31'), [404, 404])
  assert.equal((await m.envoyer(`/dossiers/${numero}/deports/${m.agents.referent31}/fin`, {}, 'chefTilleuls')).status, 409)
  assert.match(await (await m.lire(`/dossiers/${numero}/appui`, 'responsable31')).text(), /À l’écart depuis[^<]*Sarah Costa/)
  assert.doesNotMatch(await (await m.lire(`/dossiers/${numero}/appui`, 'chefTilleuls')).text(), /À l’écart depuis/)
  assert.equal((await m.envoyer(`/dossiers/${numero}/deports/${m.agents.referent31}/fin`, {}, 'responsable31')).status, 303)
  assert.deepEqual(await voit('referent31'), [200, 200])
  assert.equal((await m.admin('select from acces.deport_fini where fil = $1', [id])).length, 1)
})

test('a report that joins the dossier later is hidden too; a stranger sets nobody aside', async () => {
  assert.equal((await deporter('referent31', 'responsable31')).status, 303)
  const tard = (await raconter(m, 'tilleuls')).id
  assert.equal((await m.lire(`/signalements/${tard}`, 'referent31')).status, 200)
  await m.envoyer(`/dossiers/${numero}/rattachements`, { signalement: tard }, 'chefTilleuls')
  assert.equal((await m.lire(`/signalements/${tard}`, 'referent31')).status, 404)
  assert.equal((await deporter('chefTilleuls', 'referent81')).status, 404)
})

test('nothing is half done: a refusal leaves the dossier with whoever had it', async () => {
  const r = await deporter('responsable31', 'chefTilleuls', { successeur: m.agents.coordoTilleuls })
  assert.equal(r.status, 409)
  assert.equal(await responsable(), m.agents.chefTilleuls)
  assert.equal((await m.admin(`select from confidentiel.fait where fil = $1 and verbe = 'dossier.deporter'`, [id])).length, 0)
})

/** Another dossier of this school, and what this agent gets of it. */
const ouvrir = async (champs: Record<string, string> = {}): Promise<{ id: string; numero: string }> => {
  const neuf = uuidv7()
  const qui = { nom0: 'Léa Marchetti', role0: 'cible' }
  await m.envoyer('/dossiers/nouveau', { id: neuf, etab: ECOLES.tilleuls.etab, ...qui, ...champs }, 'chefTilleuls')
  return (await m.admin<{ id: string; numero: string }>('select id, numero from confidentiel.dossier where id = $1', [neuf]))[0]!
}
const statut = async (autre: { numero: string }, qui: NomAgent): Promise<number> =>
  (await m.lire(`/dossiers/${autre.numero}`, qui)).status
const version = async (quoi: { id: string }): Promise<string> =>
  String((await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [quoi.id]))[0]!.version)
const reunir = async (de: { id: string; numero: string }, vers: { numero: string }): Promise<void> => {
  const champs = { version: await version(de), numero: vers.numero, pourquoi_reunion: 'Même élève.' }
  const r = await m.envoyer(`/dossiers/${de.numero}/reunion`, champs, 'chefTilleuls')
  assert.equal(r.status, 303, await r.text())
}

test('a report taken out of the dossier opens another one: whoever is set aside sees neither', async () => {
  assert.equal((await deporter('referent31', 'responsable31')).status, 303)
  assert.equal((await m.envoyer(`/dossiers/${numero}/rattachements/${signalement}/fin`, {}, 'chefTilleuls')).status, 303)
  const autre = await ouvrir({ signalement })
  assert.deepEqual([await statut(autre, 'referent31'), await statut(autre, 'responsable31')], [404, 200])
  assert.ok(!(await (await m.lire('/dossiers', 'referent31')).text()).includes(autre.numero))
  // What joins it afterwards is hidden as well.
  const tard = (await raconter(m, 'tilleuls')).id
  await m.envoyer(`/dossiers/${autre.numero}/rattachements`, { signalement: tard }, 'chefTilleuls')
  assert.equal((await m.lire(`/signalements/${tard}`, 'referent31')).status, 404)
})

test('two dossiers become one: whoever is set aside from either sees neither, whichever came first', async () => {
  const [avant, apres] = [await ouvrir(), await ouvrir()]
  assert.equal((await deporter('referent31', 'responsable31')).status, 303)
  assert.equal(await statut(avant, 'referent31'), 200)
  await reunir({ id, numero }, avant)
  assert.deepEqual([await statut({ numero }, 'referent31'), await statut(avant, 'referent31')], [404, 404])
  await reunir(apres, avant)
  assert.equal(await statut(apres, 'referent31'), 404)
  // Taken back where somebody above sees all of it.
  assert.equal((await m.envoyer(`/dossiers/${numero}/deports/${m.agents.referent31}/fin`, {}, 'responsable31')).status, 303)
  for (const quoi of [{ numero }, avant, apres]) assert.equal(await statut(quoi, 'referent31'), 200)
})

test('set aside from the dossier that lives on: the one that was merged into it is closed to them too', async () => {
  const autre = await ouvrir()
  await reunir({ id, numero }, autre)
  await m.envoyer(`/dossiers/${autre.numero}/deports`, { agent_deporte: m.agents.referent31, motif: 'famille' }, 'responsable31')
  assert.deepEqual(await voit('referent31'), [404, 404])
})

test('the dossier follows the pupil to another school: so does who is set aside, and what they held goes back', async () => {
  assert.equal((await deporter('referent31', 'responsable31')).status, 303)
  const [p] = await m.admin<{ personne: string }>('select personne from confidentiel.personne_role where fil = $1', [id])
  const la = uuidv7()
  const champs = {
    version: await version({ id }),
    id: la,
    ou: 'academie',
    etab: ECOLES.saules.etab,
    resume: 'A besoin d’un adulte référent.',
    famille_transfert: 'informee',
    [`suit_${p!.personne}`]: 'oui',
  }
  const r = await m.envoyer(`/dossiers/${numero}/transfert`, champs, 'responsable31')
  assert.equal(r.status, 303, await r.text())
  const [neuf] = await m.admin<{ numero: string }>('select numero from confidentiel.dossier where id = $1', [la])
  assert.deepEqual([await statut(neuf!, 'referent31'), await statut(neuf!, 'chefSaules')], [404, 200])
})

test('whoever answers for the other dossier and is set aside by the merge loses it: it waits to be handed to somebody', async () => {
  const autre = await ouvrir({ responsable: m.agents.referent31 })
  assert.equal((await deporter('referent31', 'responsable31')).status, 303)
  await reunir({ id, numero }, autre)
  assert.equal(await statut(autre, 'referent31'), 404)
  assert.match(await (await m.lire('/bureau/a-reattribuer', 'responsable31')).text(), new RegExp(autre.numero))
})
