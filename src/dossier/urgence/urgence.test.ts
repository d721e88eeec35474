import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { HEURE, plus } from '#platform'
import { dossierVu, envoyerDossier, mener, ouvrirProtege, type Ouvert } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'

const DEBUT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
let d: Ouvert
before(async () => void (m = await nouveauMonde(DEBUT)))
after(() => m.fermer())
beforeEach(async () => {
  m.aller(DEBUT)
  d = await ouvrirProtege(m, 'chefTilleuls')
  await m.admin("update confidentiel.dossier set urgences = '{arme,suicide}' where id = $1", [d.id])
})
const lever = (champs: Record<string, string> = {}, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  envoyerDossier(m, d, 'urgences/levee', { urgence: 'suicide', raison_lever: 'Vu avec elle et le médecin.', ...champs }, qui)
const remettre = (champs: Record<string, string> = {}, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  envoyerDossier(m, d, 'urgences/retour', { levee: 'suicide', raison_remettre: 'Elle en reparle.', ...champs }, qui)
const urgences = async (): Promise<string[]> =>
  (await m.admin<{ urgences: string[] }>('select urgences from confidentiel.dossier where id = $1', [d.id]))[0]!.urgences.sort()
const page = async (): Promise<string> => (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text()
const courriels = (): Promise<{ modele: string }[]> =>
  m.admin("select modele from machine.courriel where fil = $1 and modele = 'urgent'", [d.id])

test('lifted with what was checked: out of the badges; put back: in them, due at once, and told above', async () => {
  assert.match(await page(), /Idées noires/)
  assert.match((await lever()).headers.get('location')!, /fait=urgence_levee/)
  assert.deepEqual(await urgences(), ['arme'])
  const vue = await page()
  assert.match(vue, /Urgence levée\s: idées noires/)
  assert.match(await (await m.lire(`/dossiers/${d.numero}/notes`, 'chefTilleuls')).text(), /Vu avec elle et le médecin\./)
  m.aller(plus(DEBUT, HEURE))
  assert.match((await remettre()).headers.get('location')!, /fait=urgence_remise/)
  assert.deepEqual(await urgences(), ['arme', 'suicide'])
  assert.equal((await dossierVu(m, d.id)).echeance?.toISOString(), plus(DEBUT, 1.5 * HEURE).toISOString())
  assert.equal((await courriels()).length, 1)
  assert.match(await page(), /Urgence remise\s: idées noires/)
  assert.deepEqual((await verbes(m, d.id)).slice(-2), ['dossier.lever_urgence', 'dossier.remettre_urgence'])
})

test('unknown to a stranger; not without its reason; not what was never said, nor twice', async () => {
  assert.equal((await lever({}, 'chefSaules')).status, 404)
  assert.equal((await remettre({}, 'chefSaules')).status, 404)
  const r = await lever({ raison_lever: '' })
  assert.equal(r.status, 422)
  assert.match(await r.text(), /value="suicide" selected/)
  for (const urgence of ['images_intimes', 'toString', '']) assert.equal((await lever({ urgence })).status, 422, urgence)
  assert.equal((await remettre()).status, 422)
  await lever()
  assert.equal((await lever()).status, 422)
  assert.equal((await remettre({ raison_remettre: '' })).status, 422)
  await remettre()
  assert.equal((await remettre()).status, 422)
})

test('two people at once lift it once', async () => {
  const deux = await Promise.all([lever(), lever({}, 'coordoTilleuls')])
  assert.deepEqual(deux.map((r) => r.status).sort(), [303, 422])
  assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.lever_urgence').length, 1)
})

test('once it has ended, its urgencies no longer change', async () => {
  await mener(m, d, 'clos')
  assert.match(await (await lever()).text(), /Ce dossier est fini\s: ses urgences ne changent plus/)
  assert.doesNotMatch(await page(), /Lever ou remettre une urgence/)
})
