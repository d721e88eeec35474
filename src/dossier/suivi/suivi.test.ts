import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { uuidv7 } from '#platform'
import { direLaFin, dossierVu, envoyerDossier, mener, ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { raconter, verbes } from '../../../tests/support/situations.ts'
import { typo } from '#ui'
import { PREALABLES, type Prealable } from '../protocole/prealables.ts'

const DEBUT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
before(async () => void (m = await nouveauMonde(DEBUT)))
beforeEach(() => m.aller(DEBUT))
after(() => m.fermer())

const QUALIFIE = [
  ['dossier.entendre', { entretien: uuidv7(), role: 'cible' }],
  ['dossier.evaluer', { evaluation: uuidv7(), danger: false }],
  ['dossier.qualifier', { qualification: 'harcelement' }],
] as const
const piste = uuidv7()
const TRAITE = [
  ...QUALIFIE,
  ['dossier.engager_piste', { piste, methode: 'mpp' }],
  ['dossier.decider_piste', { piste, decision: 'finir' }],
] as const

/** The sentence of what is missing, as the page writes it. */
const phrase = (p: Prealable): RegExp => new RegExp(typo(PREALABLES[p].phrase))

/** A dossier whose treatment has just ended, with one measure still on. */
async function traite(champs: Record<string, string> = {}): Promise<DossierVu> {
  const d = await ouvrirDossier(m, 'chefTilleuls', champs)
  await poser(d)
  return mener(m, d, 'traitement', TRAITE)
}
const poser = (d: DossierVu): Promise<Response> =>
  agir(d, 'mesures', {
    id: uuidv7(),
    nature: 'adulte_referent',
    quoi: 'Mme Roca, chaque matin',
    qui: 'Inès Roca',
    mesure_du: '2026-11-10',
  })
const agir = (d: DossierVu, forme: string, champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  envoyerDossier(m, d, forme, { id: uuidv7(), ...champs }, qui)
const surveiller = (d: DossierVu, qui?: NomAgent): Promise<Response> =>
  agir(d, 'suivi/surveillance', { quoi: 'La CPE regarde la cour et la cantine.' }, qui)
const SURE = { danger: 'non', suicide: 'non', soir: 'oui' }
const point = (d: DossierVu, champs: Record<string, string>, qui?: NomAgent): Promise<Response> =>
  agir(d, 'suivi/points', { parole: 'cesse', mots: '« On joue ensemble, maintenant. »', ...SURE, ...champs }, qui)
const page = async (d: DossierVu, qui: NomAgent = 'chefTilleuls'): Promise<string> =>
  (await m.lire(`/dossiers/${d.numero}/suivi`, qui)).text()
const prevus = (d: DossierVu): Promise<{ id: string; le: Date }[]> =>
  m.admin("select id, le from confidentiel.prevu where fil = $1 and nature = 'point_suivi' and issue is null order by le", [d.id])
const jours = async (d: DossierVu): Promise<string[]> => (await prevus(d)).map((p) => p.le.toISOString().slice(0, 10))
const mesureDe = async (d: DossierVu): Promise<string> =>
  (await m.admin<{ id: string }>('select id from confidentiel.mesure where fil = $1', [d.id]))[0]!.id
const fin = { motif: 'cesse', raison: 'Léa dit que cela a cessé.', reste: 'Mme Roca reste à son écoute. Appeler le collège.' }
const clore = (d: DossierVu, champs: Record<string, string> = {}, qui?: NomAgent): Promise<Response> =>
  agir(d, 'suivi/cloture', { ...fin, ...champs }, qui)

test('unknown to another school, in each part', async () => {
  const d = await traite()
  assert.equal((await m.lire(`/dossiers/${d.numero}/suivi`, 'chefSaules')).status, 404)
  for (const forme of ['surveillance', 'points', 'cloture', 'ecart', 'reouverture', 'explication'])
    assert.equal((await agir(d, `suivi/${forme}`, {}, 'chefSaules')).status, 404, forme)
})

test('what may be told of a measure is chosen on its own form, for a pupil or a parent who told, and nobody else', async () => {
  const [soi, temoin] = [await raconter(m, 'tilleuls'), await raconter(m, 'tilleuls', { declarant: 'temoin' })]
  const d = await ouvrirDossier(m, 'chefTilleuls', { signalement: soi.id })
  await agir(d, 'rattachements', { signalement: temoin.id })
  await agir(d, 'prise-en-charge', {})
  const fiche = await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text()
  assert.match(fiche, new RegExp(`name="dire_${soi.id}"`))
  assert.doesNotMatch(fiche, new RegExp(`dire_${temoin.id}`))
  const mesure = { nature: 'adulte_referent', quoi: 'Mme Roca', qui: 'Inès Roca', mesure_du: '2026-11-10' }
  const refus = await agir(d, 'mesures', { ...mesure, [`dire_${temoin.id}`]: 'oui' })
  assert.match(await refus.text(), /concerne un autre élève/)
  const ecrites = (): Promise<unknown[]> => m.admin('select signalement from confidentiel.mesure_dite where fil = $1', [d.id])
  assert.deepEqual([await m.admin('select from confidentiel.mesure where fil = $1', [d.id]), await ecrites()], [[], []])
  const id = uuidv7()
  for (const n of [1, 2])
    assert.equal((await agir(d, 'mesures', { ...mesure, id, [`dire_${soi.id}`]: 'oui' })).status, 303, String(n))
  assert.deepEqual(await ecrites(), [{ signalement: soi.id }])
  assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.dire_mesure').length, 1)
})

test('under watch: every checkpoint is promised at once, the holidays included, and the due date is the first', async () => {
  const d = await traite()
  assert.match(await page(d), /Première semaine après les vacances/)
  assert.equal((await surveiller(d)).status, 303)
  // One week, one month, the first week back from Christmas (to Friday 8 January), three months: on school days.
  assert.deepEqual(await jours(d), ['2026-11-17', '2026-12-10', '2027-01-08', '2027-02-22'])
  const vu = await dossierVu(m, d.id)
  assert.deepEqual([vu.etat, vu.echeance?.toISOString()], ['surveillance', '2026-11-17T17:00:00.000Z'])
})

test('a track still running, or a coordinateur: no watch, with the sentence', async () => {
  const d = await mener(m, await ouvrirDossier(m, 'chefTilleuls'), 'traitement', [
    ...QUALIFIE,
    ['dossier.engager_piste', { piste }],
  ])
  const r = await surveiller(d)
  assert.equal(r.status, 409)
  assert.match(await r.text(), phrase('pistes_finies'))
  const autre = await traite()
  assert.match(
    await (await surveiller(autre, 'coordoTilleuls')).text(),
    /Cet acte revient à la direction, à l’inspection ou au pôle/,
  )
})

test('a checkpoint asks for the target’s own words, or why not; what was typed comes back', async () => {
  const d = await traite()
  await surveiller(d)
  const r = await point(d, { mots: '', famille: 'Sa mère la trouve plus gaie.' })
  assert.equal(r.status, 422)
  const rendu = await r.text()
  assert.match(rendu, /Écrivez ses mots à lui/)
  assert.match(rendu, /Sa mère la trouve plus gaie\./)
  assert.match(await (await point(d, { parole: 'non_recueillie', mots: '' })).text(), /Écrivez pourquoi sa parole/)
  assert.match(await (await point(d, { point_jour: '2026-11-11' })).text(), /pas encore venu/)
})

test('no checkpoint ends without asking whether the pupil is safe; a danger is told at once, and nothing written that day puts it off', async () => {
  const d = await traite()
  await surveiller(d)
  const r = await point(d, { soir: '', famille: 'Sa mère la trouve plus gaie.' })
  assert.equal(r.status, 422)
  assert.match(await r.text(), /Dites si l’élève sera en sécurité ce soir[^]*Sa mère la trouve plus gaie\./)
  await m.admin('delete from machine.courriel')
  // Said to a coordonnateur, twice by the same click: whoever answers for the dossier, and the level above, hear of it once.
  const id = uuidv7()
  for (const n of [1, 2])
    assert.match(
      (await point(d, { id, parole: 'mieux', danger: 'sait_pas', suicide: 'oui' }, 'coordoTilleuls')).headers.get('location')!,
      /fait=danger/,
      String(n),
    )
  const [x] = await m.admin<{ echeance: Date; urgences: string[] }>(
    'select echeance, urgences from confidentiel.dossier where id = $1',
    [d.id],
  )
  assert.deepEqual([x!.echeance.toISOString(), x!.urgences], ['2026-11-10T08:30:00.000Z', ['suicide']])
  assert.deepEqual(
    await m.admin('select modele, agent, niveau from machine.courriel where fil = $1 order by agent nulls last', [d.id]),
    [
      { modele: 'urgent', agent: m.agents.chefTilleuls, niveau: null },
      { modele: 'urgent', agent: null, niveau: 'circonscription' },
    ],
  )
  const vu = await page(d, 'referent31')
  assert.match(vu, /Un danger a été dit\s: idées noires/)
  assert.match(await (await m.lire(`/dossiers/${d.numero}`, 'referent31')).text(), /un danger est dit/)
  // A colleague writes of the same week, and the danger still comes first; the checkpoint promised stays promised.
  await point(d, {})
  assert.equal((await dossierVu(m, d.id)).echeance?.toISOString(), '2026-11-10T08:30:00.000Z')
  assert.equal((await prevus(d)).length, 4)
  assert.match((await point(d, { soir: 'non' })).headers.get('location')!, /fait=danger/)
})

test('not heard: nothing is asked, and what is answered all the same is told', async () => {
  const d = await traite()
  await surveiller(d)
  const absente = { parole: 'non_recueillie', mots: 'Absente ; Mme Roca la voit demain.', danger: '', suicide: '', soir: '' }
  assert.match((await point(d, absente)).headers.get('location')!, /fait=point/)
  assert.equal((await point(d, { ...absente, danger: 'oui' })).status, 422)
  assert.match((await point(d, { ...absente, ...SURE, danger: 'oui' })).headers.get('location')!, /fait=danger/)
})

test('each checkpoint kept moves the due date to the next one; after the last, another is promised', async () => {
  const d = await traite()
  await surveiller(d)
  const attendus = ['2026-12-10', '2027-01-08', '2027-02-22', '2027-03-24']
  for (const [rang, suivant] of attendus.entries()) {
    const [jalon] = await prevus(d)
    m.aller(jalon!.le)
    assert.equal((await point(d, { jalon: jalon!.id })).status, 303, String(rang))
    assert.equal((await dossierVu(m, d.id)).echeance?.toISOString().slice(0, 10), suivant)
    assert.equal((await jours(d))[0], suivant)
  }
})

test('the same checkpoint sent twice is one; two adults at once both write', async () => {
  const d = await traite()
  await surveiller(d)
  const id = uuidv7()
  const deux = await Promise.all([1, 2].map(() => point(d, { id })))
  assert.deepEqual(
    deux.map((r) => r.status),
    [303, 303],
  )
  await Promise.all([point(d, { mots: 'Un' }), point(d, { mots: 'Deux' }, 'coordoTilleuls')])
  assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.point_suivi').length, 3)
})

for (const parole of ['pareil', 'pire'])
  test(`« ${parole} »: the treatment is one click away, and closing waits`, async () => {
    const d = await traite()
    await surveiller(d)
    const r = await point(d, { parole, mots: '« Ils recommencent dans le bus. »' })
    assert.match(r.headers.get('location')!, /fait=continue/)
    const vue = await page(d, 'referent31')
    assert.match(vue, /L’élève visé dit que cela continue/)
    assert.match(vue, /traitement#engager_piste/)
    const liste = async (qui: NomAgent): Promise<string> => (await m.lire('/dossiers?persiste=oui', qui)).text()
    assert.match(await liste('referent31'), new RegExp(d.numero))
    assert.doesNotMatch(await liste('referent81'), new RegExp(d.numero))
    assert.match(await (await clore(d)).text(), phrase('sans_recidive'))
    await point(d, { parole: 'cesse' })
    assert.equal((await dossierVu(m, d.id)).persiste_le, null)
    assert.doesNotMatch(await liste('referent31'), new RegExp(d.numero))
  })

/** Everything that the end asks for is there, but the measure. */
async function presque(champs: Record<string, string> = {}): Promise<DossierVu> {
  const d = await traite(champs)
  await surveiller(d)
  m.aller(new Date('2026-11-17T10:00:00+01:00'))
  await point(d, {})
  await direLaFin(m, d)
  return d
}

test('the end is refused as long as something is missing: the list says what, with a link to each act', async () => {
  const d = await traite()
  await surveiller(d)
  const vue = await page(d)
  for (const lien of ['/suivi#point_suivi', '/familles#informer_famille', '#mesures-restantes'])
    assert.match(vue, new RegExp(`href="[^"]*${lien}"`))
  assert.match(await (await clore(d)).text(), phrase('parole_cible'))
  await point(d, {})
  assert.match(await (await clore(d)).text(), phrase('famille_fin'))
  await direLaFin(m, d)
  assert.match(await (await clore(d)).text(), phrase('sans_mesure'))
})

test('a measure is ended, or kept until a day of this school year and for a reason; then the dossier is closed', async () => {
  const d = await presque()
  const id = await mesureDe(d)
  const garder = (champs: Record<string, string>) => agir(d, `suivi/mesures/${id}/garde`, champs)
  assert.equal((await garder({ [`au_${id}`]: '2027-09-01', [`garde_${id}`]: 'Jusqu’à la rentrée' })).status, 422)
  assert.equal((await garder({ [`au_${id}`]: '2027-07-02', [`garde_${id}`]: '' })).status, 422)
  assert.equal((await garder({ [`au_${id}`]: '2027-07-02', [`garde_${id}`]: 'Léa le demande ; Mme Roca.' })).status, 303)
  assert.equal((await clore(d, { motif: '' })).status, 422)
  assert.equal((await clore(d, { reste: '' })).status, 422)
  assert.match((await clore(d)).headers.get('location')!, /fait=clos/)
  const vu = await dossierVu(m, d.id)
  assert.deepEqual([vu.etat, vu.echeance], ['clos', null])
  assert.deepEqual(await prevus(d), [])
  assert.match(await page(d), /Mme Roca reste à son écoute/)
})

test('a danger said at a checkpoint holds the end back until a grid says that it is over', async () => {
  const d = await presque()
  await agir(d, `mesures/${await mesureDe(d)}/fin`, {})
  await point(d, { soir: 'non' })
  m.aller(new Date('2026-11-18T09:00:00+01:00'))
  await point(d, {})
  assert.match(await (await clore(d)).text(), phrase('sans_danger'))
  await mener(m, d, 'surveillance', [['dossier.evaluer', { evaluation: uuidv7(), danger: false }]])
  assert.match((await clore(d)).headers.get('location')!, /fait=clos/)
})

test('after a sanction the watch lasts, then the end is possible', async () => {
  const d = await traite()
  await mener(m, d, 'traitement', [['dossier.decider_piste', { piste, decision: 'finir', sanction: 'exclusion_temporaire' }]])
  await surveiller(d)
  await point(d, {})
  await direLaFin(m, d)
  await agir(d, `mesures/${await mesureDe(d)}/fin`, {})
  assert.match(await (await clore(d)).text(), phrase('apres_sanction'))
  m.aller(new Date('2026-12-11T09:00:00+01:00'))
  assert.match((await clore(d)).headers.get('location')!, /fait=clos/)
})

test('closing answers everybody who told: no gap, nobody named, and the reports are closed', async () => {
  const { id } = await raconter(m, 'tilleuls', { declarant: 'temoin', cible: 'Léa' })
  const d = await presque({ signalement: id, nom1: 'Kévin Dubreuil', role1: 'auteur_presume' })
  await agir(d, `mesures/${await mesureDe(d)}/fin`, {})
  const mot = `mot_${id}`
  for (const [texte, dit] of [
    ['', /personne ne reste sans un mot/],
    ['Va voir …', /Complétez les passages/],
    ['Kévin ne recommencera pas.', /nomme «\sKévin\s»/],
    ['Léa va mieux.', /nomme «\sLéa\s»/],
  ] as const) {
    const r = await clore(d, { [mot]: texte })
    assert.equal(r.status, 422)
    assert.match(await r.text(), dit)
  }
  const unique = uuidv7()
  const champs = { id: unique, [mot]: 'Merci d’avoir parlé. Des adultes ont vérifié.' }
  const deux = await Promise.all([clore(d, champs), clore(d, champs)])
  assert.deepEqual(deux.map((r) => r.status).sort(), [303, 303])
  assert.equal((await clore(d, champs)).status, 303, 'sent again when all is done: the same answer, and nothing more')
  const [s] = await m.admin<{ etat: string; clos_motif: string }>(
    'select etat, clos_motif from confidentiel.signalement where id = $1',
    [id],
  )
  assert.deepEqual(s, { etat: 'clos', clos_motif: 'traite' })
  assert.equal((await m.admin('select from confidentiel.message where fil = $1', [id])).length, 1)
  assert.equal((await verbes(m, id)).at(-1), 'signalement.clore')
})

const PAS = [
  QUALIFIE[0],
  QUALIFIE[1],
  ['dossier.qualifier', { qualification: 'pas_de_harcelement' }],
  ['dossier.informer_famille', { cote: 'cible', sujet: 'ouverture' }],
] as const
const MOT = 'Merci de l’avoir dit. Vous étiez deux à vous disputer. Mme Roca vous voit vendredi. Va la voir si ça continue.'

test('« n’est pas du harcèlement » is an answer: to the family and to who told, or it is not done', async () => {
  const { id } = await raconter(m, 'tilleuls')
  const d = await ouvrirDossier(m, 'chefTilleuls', { signalement: id })
  await mener(m, d, 'evaluation', PAS.slice(0, 2))
  assert.match(await (await agir(d, 'suivi/ecart', { famille_texte: MOT })).text(), phrase('pas_de_harcelement'))
  await mener(m, d, 'evaluation', PAS.slice(2))
  const vue = await page(d)
  assert.match(vue, /Ce que vous avez compris, ce que vous faites, qui appeler/)
  assert.doesNotMatch(vue, /procédure/i)
  assert.equal((await agir(d, 'suivi/ecart', { famille_texte: MOT })).status, 422)
  assert.match((await agir(d, 'suivi/ecart', { famille_texte: MOT, [`mot_${id}`]: MOT })).headers.get('location')!, /fait=ecarte/)
  assert.equal((await dossierVu(m, d.id)).etat, 'ecarte')
  const [s] = await m.admin<{ clos_motif: string }>('select clos_motif from confidentiel.signalement where id = $1', [id])
  assert.equal(s!.clos_motif, 'pas_harcelement')
})

async function clos(champs: Record<string, string> = {}): Promise<DossierVu> {
  const d = await presque(champs)
  await agir(d, `mesures/${await mesureDe(d)}/fin`, {})
  await clore(d)
  return dossierVu(m, d.id)
}

test('a new report on a closed dossier: nothing is joined before somebody chooses', async () => {
  // A name that no other dossier holds, and facts of long ago: only the name brings them together.
  const d = await clos({ nom0: 'Ysaline Kervadec' })
  await m.admin("update confidentiel.dossier set ouvert_le = ouvert_le - interval '300 days' where id = $1", [d.id])
  const { id } = await raconter(m, 'tilleuls', { cible: 'Ysaline Kervadec' })
  assert.match(await (await m.lire(`/signalements/${id}`, 'chefTilleuls')).text(), new RegExp(`Rattacher[^]*${d.numero}`))
  const r = await agir(d, 'rattachements', { signalement: id })
  assert.match(r.headers.get('location')!, new RegExp(`/suivi\\?signalement=${id}`))
  assert.deepEqual(await m.admin('select from confidentiel.rattachement where fil = $1', [id]), [])
  const vue = await (await m.lire(`/dossiers/${d.numero}/suivi?signalement=${id}`, 'chefTilleuls')).text()
  assert.match(vue, /Un signalement attend votre choix/)
  assert.equal((await m.lire(`/dossiers/${d.numero}/suivi?signalement=${id}`, 'chefSaules')).status, 404)
})

test('it reopens the dossier, which keeps everything and is to be taken in charge within a day', async () => {
  const d = await clos()
  const { id } = await raconter(m, 'tilleuls')
  assert.equal((await agir(d, 'suivi/reouverture', { signalement: id, raison: '' })).status, 422)
  assert.equal((await agir(d, 'suivi/reouverture', { signalement: id, raison: 'Cela a repris dans le bus.' })).status, 303)
  const vu = await dossierVu(m, d.id)
  assert.deepEqual([vu.etat, vu.clos_le, vu.echeance?.toISOString()], ['rouvert', null, '2026-11-18T09:00:00.000Z'])
  const vue = await page(d)
  for (const mots of ['Cela a repris dans le bus.', 'Léa dit que cela a cessé.']) assert.match(vue, new RegExp(mots))
  assert.deepEqual(
    (await m.admin<{ dossier: string }>('select dossier from confidentiel.rattachement where fil = $1', [id])).map(
      (r) => r.dossier,
    ),
    [d.id],
  )
  // What was acquired in the first life does not close the second one.
  await mener(m, d, 'surveillance')
  assert.match(await (await clore(d)).text(), phrase('surveillance'))
})

test('or it is explained: a reason for the team, an answer for who told', async () => {
  const d = await clos()
  const { id } = await raconter(m, 'tilleuls', { declarant: 'temoin' })
  const champs = {
    signalement: id,
    explication: 'Les mêmes faits, vérifiés avec Léa.',
    mot: 'Merci. Nous avons vérifié : tout va bien.',
  }
  assert.equal((await agir(d, 'suivi/explication', { ...champs, explication: '' })).status, 422)
  assert.equal((await agir(d, 'suivi/explication', { ...champs, mot: 'Léa va bien.' })).status, 422)
  assert.equal((await agir(d, 'suivi/explication', champs)).status, 303)
  assert.equal((await dossierVu(m, d.id)).etat, 'clos')
  const [s] = await m.admin<{ etat: string }>('select etat from confidentiel.signalement where id = $1', [id])
  assert.equal(s!.etat, 'clos')
  assert.match(await (await agir(d, 'suivi/explication', champs)).text(), /a déjà eu sa réponse/)
})

test('a report whose dossier has ended cannot be closed apart from it', async () => {
  const { id } = await raconter(m, 'tilleuls')
  const d = await ouvrirDossier(m, 'chefTilleuls', { signalement: id })
  await mener(m, d, 'clos')
  const [s] = await m.admin<{ version: number }>('select version from confidentiel.signalement where id = $1', [id])
  const r = await m.envoyer(
    `/signalements/${id}/cloture`,
    { version: String(s!.version), message: uuidv7(), motif: 'traite', dernier: 'Voilà.' },
    'chefTilleuls',
  )
  assert.match(await r.text(), /Rouvrez-le, ou dites pourquoi il le reste/)
  assert.match(await page(d), /Un signalement attend votre choix/)
  assert.match(await (await m.lire(`/signalements/${id}`, 'chefTilleuls')).text(), /Ce dossier est fini\s: rouvrez-le/)
})
