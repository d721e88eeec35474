import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, HEURE, plus } from '#platform'
import { envoyerDossier, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const RAISON = 'Léa vient d’arriver à l’infirmerie. Mme Vidal ne répond pas.'
type Champs = Partial<Record<'numero' | 'motif' | 'raison_secours', string>>
const secourir = (d: { numero: string }, qui: NomAgent, champs: Champs = {}): Promise<Response> =>
  m.envoyer('/dossiers/secours', { numero: d.numero, motif: 'danger', raison_secours: RAISON, ...champs }, qui)
const statut = async (d: DossierVu, qui: NomAgent): Promise<number> => (await m.lire(`/dossiers/${d.numero}`, qui)).status
const texte = async (chemin: string, qui: NomAgent): Promise<string> =>
  (await (await m.lire(chemin, qui)).text()).replaceAll('\u00a0', ' ')
const acces = (d: DossierVu): Promise<{ agent: string; motif: string; au: Date }[]> =>
  m.admin('select agent, motif, au from acces.octroi where fil = $1 order by du', [d.id])

test('a child is in front of the nurse’s team, the head cannot be reached: opened for a day, and everybody concerned knows', async () => {
  const d = await ouvrirDossier(m, 'chefTilleuls')
  await m.admin('delete from machine.courriel')
  assert.equal(await statut(d, 'equipeTilleuls'), 404)
  assert.match(await texte(`/dossiers?q=${d.numero}`, 'equipeTilleuls'), /\/dossiers\/secours\?numero=/)
  const r = await secourir(d, 'equipeTilleuls')
  assert.deepEqual([r.status, r.headers.get('location')], [303, `/dossiers/${d.numero}?fait=secours`])
  assert.deepEqual(await acces(d), [
    { agent: m.agents.equipeTilleuls, motif: 'urgence_danger', au: plus(clock.now(), 24 * HEURE) },
  ])
  assert.match(await texte(`/dossiers/${d.numero}`, 'equipeTilleuls'), /Vous lisez ce dossier en accès d’urgence/)
  assert.deepEqual((await verbes(m, d.id)).slice(-1), ['dossier.ouvrir_en_urgence'])
  // Told at once to whoever answers for it and to the level above, without a word of it.
  const courriels = await m.admin(
    'select modele, agent, niveau from machine.courriel where fil = $1 order by niveau nulls first',
    [d.id],
  )
  assert.deepEqual(courriels, [
    { modele: 'urgent', agent: m.agents.chefTilleuls, niveau: null },
    { modele: 'urgent', agent: null, niveau: 'circonscription' },
  ])
  const chef = await texte(`/dossiers/${d.numero}`, 'chefTilleuls')
  assert.match(chef, /Un accès d’urgence est en cours/)
  assert.match(chef, /Inès Roca l’a ouvert/)
  assert.match(await texte(`/dossiers/${d.numero}/notes`, 'chefTilleuls'), /à l’infirmerie\. Mme Vidal ne répond pas/)
  assert.match(await texte('/journal', 'dpo'), /Accès d’urgence/)
  // A passing reader cannot be made responsible, nor be handed it as if by the school.
  assert.doesNotMatch(chef, /value="[^"]*">Inès Roca, /)
  m.aller(plus(clock.now(), 25 * HEURE))
  assert.equal(await statut(d, 'equipeTilleuls'), 404)
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
})

test('closed before its day by whoever holds the dossier, never by whoever reads it so', async () => {
  const d = await ouvrirDossier(m, 'chefTilleuls')
  assert.equal((await secourir(d, 'chefSaules', { motif: 'arrive' })).status, 303)
  const [o] = await m.admin<{ id: string }>('select id from acces.octroi where fil = $1', [d.id])
  for (const [qui, attendu] of [
    ['chefSaules', 404],
    ['chefPruniers', 404],
    ['referent31', 303],
    ['referent31', 404],
  ] as const)
    assert.equal((await envoyerDossier(m, d, `secours/${o!.id}/fin`, {}, qui)).status, attendu, qui)
  assert.equal(await statut(d, 'chefSaules'), 404)
  assert.deepEqual((await verbes(m, d.id)).slice(-2), ['dossier.ouvrir_en_urgence', 'dossier.fermer_acces_urgence'])
})

test('reading is all it opens: no act, no list of readers, no door for anybody else', async () => {
  const d = await ouvrirDossier(m, 'chefTilleuls')
  await secourir(d, 'chefSaules')
  const note = await envoyerDossier(m, d, 'notes', { id: '0199f000-0000-7000-8000-000000000001', note: 'x' }, 'chefSaules')
  assert.equal(note.status, 409)
  assert.match(await note.text(), /Le reste revient à qui en répond/)
  assert.equal((await m.lire(`/dossiers/${d.numero}/suivi/lectures`, 'chefSaules')).status, 404)
  const don = { membre: m.agents.equipeTilleuls, motif: 'suivi', jusque: '2026-11-20', famille_octroi: 'informee' }
  assert.notEqual((await envoyerDossier(m, d, 'octrois', don, 'chefSaules')).status, 303)
})

test('not without its number, its motive and its reason; what was typed comes back', async () => {
  const d = await ouvrirDossier(m, 'chefTilleuls')
  for (const vide of [{ numero: '' }, { numero: 'Léa' }, { motif: '' }, { motif: 'curiosite' }, { raison_secours: '' }]) {
    const r = await secourir(d, 'equipeTilleuls', vide)
    assert.equal(r.status, 422, JSON.stringify(vide))
    if (vide.raison_secours === undefined) assert.match(await r.text(), /ne répond pas/)
  }
  assert.deepEqual(await acces(d), [])
})

test('what is held above a place is not opened from there, nor by whoever is set aside; it reads like what does not exist', async () => {
  const d = await ouvrirDossier(m, 'referent31')
  await m.admin(`update confidentiel.dossier set niveau = 'departement' where id = $1`, [d.id])
  const a = await ouvrirDossier(m, 'chefTilleuls')
  await m.admin(`insert into acces.deport (acad, fil, agent, motif, le) values ('16', $1, $2, 'parente', now())`, [
    a.id,
    m.agents.equipeTilleuls,
  ])
  const rien = await (await secourir({ numero: '31-2026-ZZZZZZ' }, 'equipeTilleuls')).text()
  for (const [vise, qui] of [
    [d, 'chefTilleuls'],
    [d, 'coordoTilleuls'],
    [d, 'equipeTilleuls'],
    [a, 'equipeTilleuls'],
  ] as const) {
    const r = await secourir(vise, qui)
    assert.equal(r.status, 422, qui)
    const dit = await r.text()
    assert.ok(dit.includes('Aucun dossier ne s’ouvre ainsi') && rien.includes('Aucun dossier ne s’ouvre ainsi'))
    assert.deepEqual(await acces(vise), [])
  }
  // A place that has nothing to do with it may: the pupil is there now.
  assert.equal((await secourir(d, 'chefSaules', { motif: 'arrive' })).status, 303)
})

test('unknown to those who deal with no situation; a member of another school’s team has no such door; two at a time', async () => {
  for (const qui of ['dpo', 'administrateur', 'communication'] as const) {
    assert.equal((await m.lire('/dossiers/secours', qui)).status, 404)
    assert.equal((await secourir({ numero: '31-2026-ZZZZZZ' }, qui)).status, 404)
  }
  const chez = await ouvrirDossier(m, 'chefSaules', {}, 'saules')
  assert.equal((await secourir(chez, 'equipeTilleuls')).status, 422)
  for (const attendu of [303, 303, 422]) {
    const d = await ouvrirDossier(m, 'chefTilleuls')
    assert.equal((await secourir(d, 'chefPruniers')).status, attendu)
  }
})

test('who opened a dossier is shown on it, to those whose post opens it; what was handed one by one ends with the dossier', async () => {
  const d = await ouvrirDossier(m, 'chefTilleuls')
  const don = { membre: m.agents.equipeTilleuls, motif: 'suivi', jusque: '2026-11-20', famille_octroi: 'informee' }
  assert.equal((await envoyerDossier(m, d, 'octrois', don, 'chefTilleuls')).status, 303)
  await statut(d, 'equipeTilleuls')
  await statut(d, 'referent31')
  const page = await texte(`/dossiers/${d.numero}/suivi/lectures`, 'chefTilleuls')
  for (const dit of [/Inès Roca/, /Sarah Costa/, />Vous</, /Lecture/]) assert.match(page, dit)
  assert.equal((await m.lire(`/dossiers/${d.numero}/suivi/lectures`, 'chefSaules')).status, 404)
  assert.equal((await m.lire(`/dossiers/${d.numero}/suivi/lectures`, 'equipeTilleuls')).status, 404)
  const autre = await ouvrirDossier(m, 'chefTilleuls')
  const fin = { numero: autre.numero, pourquoi_reunion: 'Les mêmes faits.' }
  assert.equal((await envoyerDossier(m, d, 'reunion', fin, 'chefTilleuls')).status, 303)
  assert.equal(await statut(d, 'equipeTilleuls'), 404)
  assert.equal(await statut(d, 'chefTilleuls'), 200)
})
