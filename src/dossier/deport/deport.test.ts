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
