import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { uuidv7 } from '#platform'
import { envoyerDossier, mener, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'

const DEBUT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
let d: DossierVu
before(async () => void (m = await nouveauMonde(DEBUT)))
after(() => m.fermer())
beforeEach(async () => {
  m.aller(DEBUT)
  await m.admin("update acces.octroi set au = now() - interval '1 year' where motif like 'urgence_%'")
  await m.admin('delete from confidentiel.secours_regard')
  await m.admin("delete from acces.octroi where motif like 'urgence_%'")
  d = await ouvrirDossier(m, 'chefTilleuls')
})

type Champs = Record<string, string>
const secourir = async (qui: NomAgent, dossier: DossierVu = d): Promise<string> => {
  const champs = { numero: dossier.numero, motif: 'danger', raison_secours: 'Léa est ici, en larmes.' }
  const r = await m.envoyer('/dossiers/secours', champs, qui)
  assert.equal(r.status, 303, await r.text())
  return (
    await m.admin<{ id: string }>(`select id from acces.octroi where fil = $1 and agent = $2`, [dossier.id, m.agents[qui]])
  )[0]!.id
}
const dire = (octroi: string, champs: Champs = {}, qui: NomAgent = 'responsable31', dossier: DossierVu = d): Promise<Response> =>
  envoyerDossier(
    m,
    dossier,
    `secours/${octroi}/avis`,
    { avis_secours: 'justifie', raison_regard: 'L’infirmière était seule.', ...champs },
    qui,
  )
const texte = async (chemin: string, qui: NomAgent): Promise<string> =>
  (await (await m.lire(chemin, qui)).text()).replaceAll('\u00a0', ' ')
const attend = async (qui: NomAgent): Promise<boolean> => /Accès d’urgence à regarder/.test(await texte('/bureau', qui))
const avis = (): Promise<{ avis: string; par: string }[]> =>
  m.admin('select avis, par from confidentiel.secours_regard where fil = $1', [d.id])

test('the responsable départemental finds it on the desk, by a date, and says it was justified: nobody else is told', async () => {
  const octroi = await secourir('chefSaules')
  await m.admin('delete from machine.courriel')
  for (const [qui, attendu] of [
    ['responsable31', true],
    ['referent31', false],
    ['chefTilleuls', false],
    ['chefSaules', false],
    ['responsableAcademique', false],
    ['referenteAcademique', false],
  ] as const)
    assert.equal(await attend(qui), attendu, qui)
  assert.match(await texte(`/dossiers/${d.numero}`, 'responsable31'), /Cet accès était[^]*Enregistrer ce regard/)
  // The school sees that it will be looked at; it is not theirs to say.
  const ecole = await texte(`/dossiers/${d.numero}`, 'chefTilleuls')
  assert.match(ecole, /Le niveau au-dessus le regarde, au plus tard/)
  assert.doesNotMatch(ecole, /Enregistrer ce regard/)
  assert.equal((await dire(octroi)).status, 303)
  assert.deepEqual(await avis(), [{ avis: 'justifie', par: m.agents.responsable31 }])
  assert.equal(await attend('responsable31'), false)
  assert.deepEqual(await m.admin('select modele from machine.courriel'), [])
  assert.match(
    await texte(`/dossiers/${d.numero}`, 'chefTilleuls'),
    /Justifié, dit le niveau au-dessus : L’infirmière était seule\./,
  )
  assert.match(await texte(`/dossiers/${d.numero}`, 'chefTilleuls'), /Accès d’urgence regardé après coup : justifié/)
  assert.deepEqual((await verbes(m, d.id)).slice(-1), ['dossier.regarder_secours'])
})

test('not justified: the responsable académique and the DPO are told, who read it in the log, counted, without a name', async () => {
  const octroi = await secourir('chefSaules')
  await secourir('equipeTilleuls')
  await m.admin('delete from machine.courriel')
  const raison_regard = 'Léa Marchetti n’était pas aux Saules ce jour-là.'
  assert.equal((await dire(octroi, { avis_secours: 'pas_justifie', raison_regard })).status, 303)
  assert.deepEqual(await m.admin('select modele, niveau, agent from machine.courriel'), [
    { modele: 'controle', niveau: 'controle', agent: null },
  ])
  for (const qui of ['dpo', 'responsableAcademique'] as const) {
    const journal = await texte('/journal', qui)
    assert.match(journal, /2 accès : 0 justifié, 1 pas justifié, 1 à regarder\./)
    assert.doesNotMatch(journal, /Marchetti|Léa|Saules ce jour|larmes/)
  }
  assert.equal((await m.lire('/journal', 'responsable31')).status, 404)
  const [{ n } = { n: 1 }] = await m.admin<{ n: number }>(
    `select count(*)::int as n from confidentiel.secours_regard where position(convert_to('Saules', 'UTF8') in contenu) > 0`,
  )
  assert.equal(n, 0)
  // Looked at when the dossier has ended all the same.
  await mener(m, d, 'clos')
  const [reste] = await m.admin<{ id: string }>(`select id from acces.octroi where fil = $1 and agent = $2`, [
    d.id,
    m.agents.equipeTilleuls,
  ])
  assert.equal((await dire(reste!.id)).status, 303)
})

test('whoever used it never judges it; a département is looked at by the académie; a dossier held above too', async () => {
  const octroi = await secourir('referent81')
  assert.equal(await attend('responsable31'), false)
  assert.equal(await attend('responsableAcademique'), true)
  const refus = await dire(octroi)
  assert.equal(refus.status, 409)
  assert.match(await refus.text(), /revient au responsable départemental, ou au niveau au-dessus/)
  assert.equal((await dire(octroi, {}, 'responsableAcademique')).status, 303)
  const haut = await ouvrirDossier(m, 'chefTilleuls')
  const tenu = await secourir('chefSaules', haut)
  await m.admin(`update confidentiel.dossier set niveau = 'academie' where id = $1`, [haut.id])
  assert.equal((await dire(tenu, {}, 'responsable31', haut)).status, 404)
  assert.equal(await attend('responsable31'), false)
  assert.equal((await dire(tenu, {}, 'responsableAcademique', haut)).status, 303)
  // Later in the place that sees it: still not theirs to say.
  const chez = await ouvrirDossier(m, 'chefTilleuls')
  const sien = await secourir('chefSaules', chez)
  await m.admin(
    `insert into annuaire.mandat (acad, id, agent, role, dept, du) select acad, $1, $2, role, dept, du from annuaire.mandat where agent = $3 limit 1`,
    [uuidv7(), m.agents.chefSaules, m.agents.responsable31],
  )
  const soi = await dire(sien, {}, 'chefSaules', chez)
  await m.admin(`delete from annuaire.mandat where agent = $1 and role = 'responsable_departemental'`, [m.agents.chefSaules])
  assert.ok([404, 409].includes(soi.status), String(soi.status))
  assert.deepEqual(await m.admin('select from confidentiel.secours_regard where fil = $1', [chez.id]), [])
})

test('a département that lets it wait: once late, the académie finds it too; so it does when nobody holds that post', async () => {
  await secourir('chefSaules')
  m.aller(new Date('2026-11-13T09:00:00+01:00'))
  assert.equal(await attend('responsableAcademique'), false)
  m.aller(new Date('2026-11-17T09:00:00+01:00'))
  for (const qui of ['responsable31', 'responsableAcademique'] as const) assert.equal(await attend(qui), true, qui)
  m.aller(DEBUT)
  const autre = await ouvrirDossier(m, 'chefPruniers', {}, 'pruniers')
  await secourir('chefSaules', autre)
  assert.match(await texte('/bureau', 'responsableAcademique'), new RegExp(`/dossiers/${autre.numero}#regarder`))
  // Set aside from it: the one below does not look at it, the académie does.
  const tu = await ouvrirDossier(m, 'chefTilleuls')
  await secourir('equipeTilleuls', tu)
  await m.admin(`insert into acces.deport (acad, fil, agent, motif, le) values ('16', $1, $2, 'parente', now())`, [
    tu.id,
    m.agents.responsable31,
  ])
  assert.doesNotMatch(await texte('/bureau', 'responsable31'), new RegExp(tu.numero))
  assert.match(await texte('/bureau', 'responsableAcademique'), new RegExp(tu.numero))
})

test('unknown to a stranger and to whoever reads in an emergency; not without an answer and a reason; not of another dossier', async () => {
  const octroi = await secourir('chefSaules')
  for (const [qui, attendu] of [
    ['chefSaules', 404],
    ['chefPruniers', 404],
    ['dpo', 404],
    ['chefTilleuls', 409],
    ['referent31', 409],
  ] as const)
    assert.equal((await dire(octroi, {}, qui)).status, attendu, qui)
  const vides: Champs[] = [{ avis_secours: '' }, { avis_secours: 'peut_etre' }, { raison_regard: '' }]
  for (const vide of vides) assert.equal((await dire(octroi, vide)).status, 422, JSON.stringify(vide))
  const autre = await ouvrirDossier(m, 'chefTilleuls')
  assert.equal((await dire(octroi, {}, 'responsable31', autre)).status, 404)
  for (const faux of [uuidv7(), 'x']) assert.equal((await dire(faux)).status, 404, faux)
  // Handed over by the school, it is no emergency.
  const don = { membre: m.agents.equipeTilleuls, motif: 'suivi', jusque: '2026-11-20', famille_octroi: 'informee' }
  await envoyerDossier(m, d, 'octrois', don, 'chefTilleuls')
  const [o] = await m.admin<{ id: string }>(`select id from acces.octroi where fil = $1 and motif = 'suivi'`, [d.id])
  assert.equal((await dire(o!.id)).status, 404)
  assert.deepEqual(await avis(), [])
})

test('said once: a double click, two people at once; and the database refuses whoever it is not for', async () => {
  const octroi = await secourir('chefSaules')
  const deux = await Promise.all([
    dire(octroi),
    dire(octroi),
    dire(octroi, { avis_secours: 'pas_justifie' }, 'responsableAcademique'),
  ])
  assert.deepEqual(deux.map((r) => r.status).sort(), [303, 409, 409])
  assert.equal((await avis()).length, 1)
  assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.regarder_secours').length, 1)
  await m.admin('delete from confidentiel.secours_regard')
  const ecrire = (par: string): Promise<unknown> =>
    m.admin(
      `insert into confidentiel.secours_regard (acad, id, fil, octroi, agent, avis, contenu, par, qualite, le)
        values ('16', $1, $2, $3, $4, 'justifie', 'x', $5, 'chef', now())`,
      [uuidv7(), d.id, octroi, m.agents.chefSaules, par],
    )
  await assert.rejects(ecrire(m.agents.chefSaules), /secours_regard_autre/)
})
