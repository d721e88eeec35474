import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { envoyerDossier, mener, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'
import { GRILLE } from '../../../tests/support/triples.ts'

let m: Monde
let d: DossierVu
before(async () => {
  m = await nouveauMonde()
  d = await ouvrirDossier(m, 'chefTilleuls')
})
after(() => m.fermer())

const QUI: NomAgent = 'referent31'
const a = (jour: string): void => m.aller(new Date(`${jour}T09:00:00+01:00`))
const marche = async (qui = QUI): Promise<string> => (await (await m.lire('/bureau/revue', qui)).text()).replaceAll('\u00a0', ' ')
/** A review begun, with the dossier on the screen. */
async function commencer(): Promise<string> {
  assert.equal((await m.envoyer('/bureau/revue', { perimetre: 'tous' }, QUI)).status, 303)
  return marche()
}
/** The form as the screen shows it, with these choices. */
async function revoir(champs: Record<string, string>, page?: string, qui = QUI): Promise<Response> {
  const vue = /name="vue" value="([^"]*)"/.exec(page ?? (await marche()))![1]!
  return m.envoyer(`/bureau/revue/${d.numero}`, { note: uuidv7(), vue, mot: '', ...champs }, qui)
}
const grille = async (): Promise<void> =>
  assert.equal((await envoyerDossier(m, d, 'evaluation/grille', { id: uuidv7(), ...GRILLE }, 'chefTilleuls')).status, 303)
const promises = (): Promise<unknown[]> =>
  m.admin(
    `select pour, le, issue from confidentiel.prevu where fil = $1 and nature = 'reevaluation' order by prevu_le, issue nulls last`,
    [d.id],
  )
const LIEN = (): RegExp => new RegExp(`href="/dossiers/${d.numero}/evaluation/grille"[^>]*>Remplir la grille`)

test('before the evaluation nothing is to be reassessed: it is not offered, and a forged choice says why', async () => {
  await mener(m, d, 'pris_en_charge')
  a('2026-11-10')
  m.aller(new Date('2026-11-10T09:10:00+01:00'))
  const page = await commencer()
  assert.match(page, /1 à 4 choisit/)
  assert.doesNotMatch(page, /reevaluer/)
  const r = await revoir({ decision: 'reevaluer', reevaluer_le: '2026-11-20' }, page)
  assert.equal(r.status, 409)
  assert.deepEqual([await promises(), (await verbes(m, d.id)).includes('dossier.revoir')], [[], false])
})

test('a grid older than the last review is said in the walk, one click away, and holds nothing back', async () => {
  await mener(m, d, 'evaluation')
  m.aller(new Date('2026-11-10T09:20:00+01:00'))
  await grille()
  assert.doesNotMatch(await commencer(), LIEN(), 'filled today')
  a('2026-11-12')
  assert.equal((await revoir({ decision: 'continue' })).status, 303)
  for (const etat of ['evaluation', 'traitement', 'surveillance'] as const) {
    await mener(m, d, etat)
    a('2026-11-26')
    const page = await commencer()
    assert.match(page, /La dernière grille \(10 nov\.\) date d’avant la dernière revue/)
    assert.match(page, LIEN())
  }
  assert.equal((await revoir({ decision: 'continue' })).status, 303, 'never a condition')
  await mener(m, d, 'evaluation')
})

test('« à réévaluer » promises a grid to whoever answers for the dossier: by the day typed, else the next review; the grid keeps it', async () => {
  a('2026-11-30')
  const page = await commencer()
  assert.match(page, /1 à 5 choisit[^]*value="2026-12-15"/)
  const passe = await revoir({ decision: 'reevaluer', reevaluer_le: '2026-11-29' }, page)
  assert.equal(passe.status, 422)
  assert.match(await passe.text(), /Cette date est passée[^]*value="2026-11-29"/)
  assert.equal((await revoir({ decision: 'reevaluer' }, page, 'chefSaules')).status, 404)
  assert.deepEqual(await promises(), [])
  await m.admin('delete from machine.courriel')
  const choix = { decision: 'reevaluer', reevaluer_le: '', note: uuidv7() }
  const deux = await Promise.all([revoir(choix, page), revoir(choix, page)])
  assert.deepEqual(
    deux.map((r) => r.status),
    [303, 303],
  )
  const le = new Date('2026-12-15T18:00:00+01:00')
  assert.deepEqual(await promises(), [{ pour: m.agents.chefTilleuls, le, issue: null }])
  const courriels = await m.admin<{ modele: string; agent: string }>(
    'select modele, agent from machine.courriel where fil = $1',
    [d.id],
  )
  assert.deepEqual(courriels, [{ modele: 'nouveau', agent: m.agents.chefTilleuls }])
  assert.match(await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text(), /Réévaluer la situation/)
  // The next review says otherwise: the promise moves, and there is one.
  a('2026-12-02')
  assert.match(await commencer(), LIEN())
  assert.equal((await revoir({ decision: 'reevaluer', reevaluer_le: '2026-12-04' })).status, 303)
  const avance = { pour: m.agents.chefTilleuls, le: new Date('2026-12-04T18:00:00+01:00') }
  assert.deepEqual(await promises(), [{ ...avance, issue: null }])
  assert.match(await (await m.lire('/bureau', 'chefTilleuls')).text(), new RegExp(`/dossiers/${d.numero}/evaluation#evaluer`))
  await grille()
  assert.deepEqual(await promises(), [{ ...avance, issue: 'fait' }])
  m.aller(new Date('2026-12-02T09:10:00+01:00'))
  assert.doesNotMatch(await commencer(), LIEN(), 'the grid is newer than the last review')
})

test('never reviewed: a grid older than the time between two reviews is said too', async () => {
  await m.admin('update confidentiel.dossier set revu_le = null where id = $1', [d.id])
  a('2026-12-16')
  assert.doesNotMatch(await commencer(), LIEN())
  a('2026-12-18')
  assert.match(await commencer(), /La dernière grille \(2 déc\.\) a plus de 15 jours/)
})
