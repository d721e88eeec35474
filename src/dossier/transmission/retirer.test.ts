import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { uuidv7 } from '#platform'
import { envoyerDossier, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'
import { soumettre } from '../../../tests/support/transmissions.ts'

const DEBUT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
let d: DossierVu
before(async () => void (m = await nouveauMonde(DEBUT)))
after(() => m.fermer())
beforeEach(async () => {
  m.aller(DEBUT)
  d = await ouvrirDossier(m, 'chefTilleuls', { resume: 'Léa est moquée chaque matin.' })
})
const texte = async (chemin: string, qui: NomAgent = 'chefTilleuls'): Promise<string> =>
  (await (await m.lire(chemin, qui)).text()).replaceAll('\u00a0', ' ')
const RAISON = 'La famille a appelé la CRIP elle-même.'

test('withdrawn by whoever decided it, with a reason: one fact, still readable, on no desk, and it never leaves', async () => {
  const t = await soumettre(m, d, 'chefTilleuls')
  assert.match(await texte('/bureau', 'coordoTilleuls'), new RegExp(t.chemin()))
  assert.match(await texte(t.chemin()), /La retirer : elle ne partira pas/)
  const vide = await t.retirer('chefTilleuls', { retrait_raison: ' ' })
  assert.equal(vide.status, 422)
  assert.match(await vide.text(), /Écrivez pourquoi elle ne part pas/)
  const r = await t.retirer('chefTilleuls')
  assert.match(r.headers.get('location')!, /fait=retiree/)
  assert.equal((await t.retirer('chefTilleuls')).status, 303, 'a second click')
  assert.deepEqual(
    (await verbes(m, d.id)).filter((v) => v.includes('transm')),
    ['dossier.soumettre_transmission', 'dossier.retirer_transmission'],
  )
  assert.doesNotMatch(await texte('/bureau', 'coordoTilleuls'), new RegExp(t.chemin()))
  const lu = await texte(t.chemin(), 'coordoTilleuls')
  for (const dit of [
    'Retirée, jamais partie',
    RAISON,
    'Retirée par Claire Vidal',
    'moquée chaque matin',
    'telle qu’elle devait partir',
  ])
    assert.ok(lu.includes(dit), dit)
  assert.doesNotMatch(lu, /Enregistrer ma lecture|La retirer|Elle est partie|À relire par une autre/)
  const dossier = await texte(`/dossiers/${d.numero}`)
  assert.match(dossier, /Retirée avant de partir, avec sa raison : DASEN/)
  assert.doesNotMatch(dossier, /À relire : DASEN/)
  assert.match(await texte(`/dossiers/${d.numero}/transmissions/dasen`), /Retirée, jamais partie[^]*La fiche gardée/)
  for (const [acte, phrase] of [
    [() => t.partir('chefTilleuls', { depart: 'danger' }), /est retirée : décidez-la à nouveau/],
    [() => t.relire('coordoTilleuls'), /n’est plus à relire/],
    [() => m.lire(t.chemin('/feuille'), 'chefTilleuls'), /ne s’imprime pas/],
  ] as const) {
    const refus = await acte()
    assert.equal(refus.status, 409)
    assert.match((await refus.text()).replaceAll('\u00a0', ' '), phrase)
  }
  // In the clear in no row.
  const [n] = await m.admin<{ n: number }>(
    `select count(*)::int as n from confidentiel.transmission where position(convert_to('CRIP elle', 'UTF8') in retiree_raison) > 0`,
  )
  assert.equal(n!.n, 0)
})

test('by whoever holds the dossier too, and then its author is told; by nobody else; a stranger finds nothing', async () => {
  const t = await soumettre(m, d, 'referent31')
  for (const [qui, statut, phrase] of [
    ['coordoTilleuls', 409, /Cet acte revient à la direction/],
    ['responsable31', 409, /La personne qui l’a décidée la retire/],
    ['chefSaules', 404, /./],
    ['equipeTilleuls', 404, /./],
  ] as const) {
    const r = await t.retirer(qui)
    assert.equal(r.status, statut, qui)
    assert.match((await r.text()).replaceAll('\u00a0', ' '), phrase)
  }
  assert.doesNotMatch(await texte(t.chemin(), 'responsable31'), /La retirer/)
  await m.admin('delete from machine.courriel')
  assert.equal((await t.retirer('chefTilleuls')).status, 303)
  assert.deepEqual(await m.admin('select agent, modele from machine.courriel where fil = $1', [d.id]), [
    { agent: m.agents.referent31, modele: 'nouveau' },
  ])
  assert.match(await (await t.retirer('referent31')).text(), /est déjà retirée/)
})

test('read or sent back, it is withdrawn all the same, and its promise ends; once it has left it is too late', async () => {
  for (const avis of ['accord', 'refus']) {
    const t = await soumettre(m, d, 'chefTilleuls')
    assert.equal((await t.relire('coordoTilleuls', { avis, avis_raison: 'Un nom se devine.' })).status, 303)
    assert.equal((await t.promesse()).length, 1)
    assert.equal((await t.retirer('chefTilleuls')).status, 303, avis)
    assert.deepEqual(await t.promesse(), [])
    assert.equal((await t.vue()).attente, 'retiree')
  }
  const parti = await soumettre(m, d, 'chefTilleuls', 'procureur')
  const trop = await parti.retirer('chefTilleuls')
  assert.equal(trop.status, 409)
  assert.match(await trop.text(), /est déjà partie/)
  const autre = await ouvrirDossier(m, 'chefTilleuls')
  assert.equal((await parti.dans(autre).retirer('chefTilleuls')).status, 404)
})

test('withdrawn and read, or withdrawn and sent, at the same instant: exactly one, and the other is told what happened', async () => {
  for (let i = 0; i < 6; i++) {
    const t = await soumettre(m, d, 'chefTilleuls')
    const version = '1'
    const autre =
      i % 2 === 0
        ? m.envoyer(t.chemin('/avis'), { version, avis: 'accord' }, 'coordoTilleuls')
        : m.envoyer(t.chemin('/depart'), { version, depart: 'danger', jour: '2026-11-10' }, 'chefTilleuls')
    const paire = await Promise.all([m.envoyer(t.chemin('/retrait'), { version, retrait_raison: RAISON }, 'chefTilleuls'), autre])
    assert.deepEqual(paire.map((r) => r.status).sort(), [303, 409])
    const [retrait] = paire
    const { attente, lu_par } = await t.vue()
    if (retrait!.status === 303) assert.deepEqual([attente, lu_par], ['retiree', null])
    else assert.notEqual(attente, 'retiree')
    const perdant = (await paire.find((r) => r.status === 409)!.text()).replaceAll('\u00a0', ' ')
    assert.match(perdant, /Entre-temps|est retirée|est déjà partie/)
    // Its reason is not lost with it.
    if (retrait!.status === 409 && attente !== null) assert.ok(perdant.includes(RAISON))
  }
})

test('a new decision takes the place of one that was sent back, never of one that is ready to leave', async () => {
  const prete = await soumettre(m, d, 'chefTilleuls')
  await prete.relire('coordoTilleuls')
  const reprise = await soumettre(m, d, 'chefTilleuls')
  await reprise.relire('coordoTilleuls', { avis: 'refus', avis_raison: 'Un nom se devine.' })
  const non = { id: uuidv7(), decision: 'non', raison: 'Le DASEN a appelé.', jour: '2026-11-10' }
  assert.equal((await envoyerDossier(m, d, 'transmissions/dasen', non, 'chefTilleuls')).status, 303)
  assert.deepEqual([(await prete.vue()).attente, (await reprise.vue()).attente], ['relue', 'retiree'])
  assert.deepEqual((await prete.promesse()).length, 1)
  assert.match(await texte(reprise.chemin()), /Une nouvelle décision la remplace\./)
  assert.equal((await prete.partir('chefTilleuls')).status, 303)
})

test('the database keeps a withdrawal: it does not come back, is not read, and never goes without who, when and why', async () => {
  const t = await soumettre(m, d, 'chefTilleuls')
  const ecrire = (quoi: string): Promise<unknown> => m.admin(`update confidentiel.transmission set ${quoi} where id = $1`, [t.id])
  await assert.rejects(ecrire("attente = 'retiree'"), /transmission_retiree/)
  await assert.rejects(ecrire('retiree_par = par'), /transmission_retiree/)
  await t.retirer('chefTilleuls')
  for (const quoi of [
    "attente = 'a_relire', retiree_par = null, retiree_le = null, retiree_raison = null",
    "retiree_raison = 'x'",
    'attente = null',
  ])
    await assert.rejects(ecrire(quoi), /withdrawn, it stays so/, quoi)
})
