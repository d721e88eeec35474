import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { envoyerDossier } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { aTraiter, engagement, type DossierATraiter } from '../../../tests/support/pistes.ts'
import { raconter } from '../../../tests/support/situations.ts'

/** A report that joins a dossier is heard like what is said in it: it is not only written beside. */

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const CE_SOIR = '2026-11-10T17:00:00.000Z'
const TOUT_DE_SUITE = '2026-11-10T08:30:00.000Z'

/** A shared concern of which the référent is responsable; a decision is due in fifteen days. */
async function preoccupation(): Promise<DossierATraiter> {
  const d = await aTraiter(m, 'referent31')
  const r = await m.envoyer(`/dossiers/${d.numero}/traitement/pistes`, engagement(), 'referent31')
  assert.equal(r.status, 303, await r.text())
  return d
}
const rattacher = async (d: DossierATraiter, signalement: string, qui: NomAgent = 'chefTilleuls'): Promise<number> =>
  (await envoyerDossier(m, d, 'rattachements', { signalement }, qui)).status
async function decision(d: DossierATraiter): Promise<string[]> {
  const l = await m.admin<{ le: Date }>(
    `select le from confidentiel.prevu where fil = $1 and issue is null and nature = 'decision_piste'`,
    [d.id],
  )
  return l.map((p) => p.le.toISOString())
}
const courriels = (d: DossierATraiter) =>
  m.admin<{ agent: string | null; niveau: string | null }>(
    `select agent, niveau from machine.courriel where fil = $1 and modele = 'urgent' order by agent nulls last`,
    [d.id],
  )
async function etat(d: DossierATraiter): Promise<[string, string[]]> {
  const [x] = await m.admin<{ echeance: Date; urgences: string[] }>(
    'select echeance, urgences from confidentiel.dossier where id = $1',
    [d.id],
  )
  return [x!.echeance.toISOString(), x!.urgences]
}
const dits = (d: DossierATraiter) =>
  m.admin(`select detail from confidentiel.fait where fil = $1 and verbe = 'dossier.rattacher' order by rang`, [d.id])
const phrase = async (d: DossierATraiter): Promise<string> =>
  (await (await m.lire(`/dossiers/${d.numero}/traitement`, 'referent31')).text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')

test('a report that tells of money taken stops the shared concern: it is decided before the evening, and nobody is alarmed', async () => {
  const d = await preoccupation()
  const [avant] = await etat(d)
  const s = await raconter(m, 'tilleuls', { quoi: ['argent'] })
  assert.equal(await rattacher(d, s.id, 'chefSaules'), 404)
  assert.notDeepEqual(await decision(d), [CE_SOIR])
  assert.equal(await rattacher(d, s.id), 303)
  assert.deepEqual(await decision(d), [CE_SOIR])
  assert.match(await phrase(d), /le dossier dit : argent ou objets exigés \(d’après un signalement\)/)
  assert.deepEqual([await etat(d), await courriels(d)], [[avant, []], []])
  assert.deepEqual(await dits(d), [{ detail: { signalement: s.id } }])
})

test('a report that says a danger is told at once to whoever holds the dossier and above, and is due now; joined twice, told once', async () => {
  const d = await preoccupation()
  const s = await raconter(m, 'tilleuls', { quoi: ['envie_mourir'] })
  assert.deepEqual(await Promise.all([rattacher(d, s.id), rattacher(d, s.id)]), [303, 303])
  assert.equal(await rattacher(d, s.id), 303)
  assert.deepEqual(await decision(d), [CE_SOIR])
  assert.deepEqual(await etat(d), [TOUT_DE_SUITE, ['suicide']])
  assert.deepEqual(await courriels(d), [
    { agent: m.agents.referent31, niveau: null },
    { agent: null, niveau: 'circonscription' },
  ])
  assert.deepEqual(await dits(d), [{ detail: { signalement: s.id, danger: true } }])
  assert.match(await (await m.lire(`/dossiers/${d.numero}`, 'referent31')).text(), /Un signalement rattaché.: un danger est dit/)
})

test('a report that says nothing of that moves no date and tells nobody', async () => {
  const d = await preoccupation()
  const avant = [await etat(d), await decision(d)]
  const s = await raconter(m, 'tilleuls', { quoi: ['mots'] })
  assert.equal(await rattacher(d, s.id), 303)
  assert.deepEqual([await etat(d), await decision(d)], avant)
  assert.deepEqual(await courriels(d), [])
})

test('the reports of a dossier that is the same situation are heard in the one that stays', async () => {
  const d = await preoccupation()
  const autre = await aTraiter(m, 'referent31', 'tilleuls', { 'Léa M.': 'cible' })
  const s = await raconter(m, 'tilleuls', { quoi: ['argent', 'arme'] })
  assert.equal(await rattacher(autre, s.id), 303)
  const reunir = { numero: d.numero, pourquoi_reunion: 'Les mêmes élèves, le même midi.' }
  const [v] = await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [autre.id])
  const r = await envoyerDossier(m, autre, 'reunion', { ...reunir, version: String(v!.version) }, 'referent31')
  assert.equal(r.status, 303, await r.text())
  assert.deepEqual(await decision(d), [CE_SOIR])
  assert.deepEqual((await etat(d))[1], ['arme'])
  assert.deepEqual(await courriels(d), [{ agent: null, niveau: 'circonscription' }])
})
