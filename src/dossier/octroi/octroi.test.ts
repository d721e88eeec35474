import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, uuidv7 } from '#platform'
import { ouvrirProtege, type Ouvert } from '../../../tests/support/dossiers.ts'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'

const MAINTENANT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
let d: Ouvert
before(async () => void (m = await nouveauMonde(MAINTENANT)))
after(() => m.fermer())
beforeEach(async () => {
  clock.set(MAINTENANT)
  d = await ouvrirProtege(m, 'chefTilleuls')
})

const confier = (champs: Record<string, string> = {}, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  m.envoyer(
    `/dossiers/${d.numero}/octrois`,
    { membre: m.agents.equipeTilleuls, motif: 'entretiens', jusque: '2026-11-20', famille_octroi: 'informee', ...champs },
    qui,
  )
const voit = async (qui: NomAgent = 'equipeTilleuls'): Promise<number> => (await m.lire(`/dossiers/${d.numero}`, qui)).status

test('handed to one member of the équipe: sees this dossier, hears in it, decides nothing, until the evening of the day', async () => {
  const autre = await ouvrirProtege(m, 'chefTilleuls')
  assert.equal(await voit(), 404)
  await m.admin('delete from machine.courriel')
  assert.equal((await confier()).status, 303)
  assert.equal(await voit(), 200)
  assert.equal((await m.lire(`/dossiers/${autre.numero}`, 'equipeTilleuls')).status, 404)
  assert.deepEqual(await m.admin('select modele, agent from machine.courriel'), [
    { modele: 'nouveau', agent: m.agents.equipeTilleuls },
  ])
  const talk = await m.envoyer(
    `/dossiers/${d.numero}/entretiens/avec/${d.temoin}/temoin`,
    { id: uuidv7(), role: 'temoin', mene: m.agents.equipeTilleuls, quand: '2026-11-10T08:30', faits: 'Vu à la cantine.' },
    'equipeTilleuls',
  )
  assert.equal(talk.status, 303)
  // Handing on is not theirs.
  assert.equal((await confier({ membre: m.agents.coordoTilleuls }, 'equipeTilleuls')).status, 409)
  assert.doesNotMatch(await (await m.lire(`/dossiers/${d.numero}`, 'equipeTilleuls')).text(), /id="octroyer"/)
  clock.set(new Date('2026-11-20T17:59:00+01:00'))
  assert.equal(await voit(), 200)
  clock.set(new Date('2026-11-20T18:00:01+01:00'))
  assert.equal(await voit(), 404)
  assert.ok((await verbes(m, d.id)).includes('dossier.octroyer'))
})

test('taken back before its day, once', async () => {
  await confier()
  const [o] = await m.admin<{ id: string }>('select id from acces.octroi where fil = $1', [d.id])
  const finir = (qui: NomAgent): Promise<Response> => m.envoyer(`/dossiers/${d.numero}/octrois/${o!.id}/fin`, {}, qui)
  assert.equal((await finir('chefSaules')).status, 404)
  assert.equal((await finir('equipeTilleuls')).status, 409)
  assert.equal((await finir('chefTilleuls')).status, 303)
  assert.equal(await voit(), 404)
  assert.equal((await finir('chefTilleuls')).status, 404)
  assert.deepEqual((await verbes(m, d.id)).slice(-2), ['dossier.octroyer', 'dossier.finir_octroi'])
})

test('not to somebody of another school, not without a reason or a last day, not twice, not by whoever does not see it', async () => {
  const faux: Record<string, string>[] = [
    { membre: m.agents.chefSaules },
    { membre: m.agents.coordoTilleuls },
    { motif: 'curiosité' },
    { jusque: '' },
    { jusque: '2026-11-09' },
    { jusque: '2027-11-09' },
    { jusque: '2026-11-31' },
  ]
  for (const champs of faux) assert.equal((await confier(champs)).status, 422, JSON.stringify(champs))
  assert.equal((await confier({}, 'chefSaules')).status, 404)
  assert.equal((await confier()).status, 303)
  assert.equal((await confier()).status, 422)
  assert.equal((await m.admin('select from acces.octroi where fil = $1', [d.id])).length, 1)
})

test('handed to a member of the équipe who leaves the school: closed the same second, whatever else they hold', async () => {
  await confier()
  const finir = await m.ajouterMandat('equipeTilleuls', 'coordonnateur', { etab: ECOLES.saules.etab })
  assert.equal(await voit(), 200)
  await m.admin(`update annuaire.mandat set au = $2 where agent = $1 and role = 'equipe'`, [m.agents.equipeTilleuls, clock.now()])
  assert.equal(await voit(), 404)
  const page = await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text()
  assert.doesNotMatch(page, /Inès Roca, (membre|coordonnateur)/)
  await m.admin(`update annuaire.mandat set au = null where agent = $1 and role = 'equipe'`, [m.agents.equipeTilleuls])
  await finir()
})
