import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { dossierVu, ecarter, envoyerDossier, ouvrirDossier, mener, type DossierVu } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { baseDe } from './fiche.ts'
import { DESTINATAIRES, type CodeDestinataire } from './transmission.mots.ts'
import { raconter, verbes } from '../../../tests/support/situations.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const RESUME =
  'Kevin Dubois et son copain Yanis se moquent de Léa. Mme Roca les a vus. K. a dit : « dégage ». Appeler le 06 12 34 56 78.'
const PERSONNES = {
  nom1: 'Kévin Dubois',
  precision1: '5e B',
  role1: 'auteur_presume',
  nom2: 'Inès Roca',
  precision2: 'CPE',
  role2: 'professionnel',
  resume: RESUME,
}
const ouvert = (champs: Record<string, string> = {}): Promise<DossierVu> =>
  ouvrirDossier(m, 'chefTilleuls', { ...PERSONNES, ...champs })
/** These tests are about what has left: nobody is waited for (see relire.test.ts). */
const decider = (d: DossierVu, code: string, champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  m.envoyer(
    `/dossiers/${d.numero}/transmissions/${code}`,
    { id: uuidv7(), raison: 'Les faits sont graves.', jour: '2026-11-10', depart: 'danger', ...champs },
    qui,
  )
const promesses = (d: DossierVu): Promise<{ objet: string; le: Date }[]> =>
  m.admin(`select objet, le from confidentiel.prevu where fil = $1 and nature = 'suite_transmission' and issue is null`, [d.id])

test('yes or no, the reason is written; unknown to a stranger, and a member of the équipe decides nothing', async () => {
  const d = await ouvert()
  assert.equal((await decider(d, 'procureur', { decision: 'oui' }, 'chefSaules')).status, 404)
  assert.equal((await decider(d, 'inconnu', { decision: 'oui' })).status, 404)
  assert.equal((await decider(d, 'procureur', { decision: 'oui' }, 'coordoTilleuls')).status, 409)
  for (const decision of ['oui', 'non']) assert.equal((await decider(d, 'procureur', { decision, raison: '' })).status, 422)
  assert.equal((await decider(d, 'procureur', { decision: 'oui', jour: '2026-11-11' })).status, 422)
  assert.equal(
    (await decider(d, 'procureur', { decision: 'non', raison: 'Le parquet des mineurs, joint, dit d’attendre.' })).status,
    303,
  )
  assert.deepEqual(await promesses(d), [])
  const page = await (await m.lire(`/dossiers/${d.numero}/transmissions`, 'chefTilleuls')).text()
  assert.match(page, /Non, le 10\snov/)
  assert.doesNotMatch(await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text(), /parquet des mineurs, joint/)
})

test('its outcome is asked for after thirty days, then each quarter, until there is one', async () => {
  const d = await ouvert()
  const id = uuidv7()
  const envois = await Promise.all([1, 2].map(() => decider(d, 'procureur', { id, decision: 'oui', reference: 'TGI 2026/114' })))
  assert.deepEqual(
    envois.map((r) => r.status),
    [303, 303],
  )
  assert.deepEqual(await promesses(d), [{ objet: id, le: new Date('2026-12-10T17:00:00.000Z') }])
  assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.transmettre').length, 1)
  const suivre = (champs: Record<string, string>, code = 'procureur', qui: NomAgent = 'chefTilleuls') =>
    m.envoyer(
      `/dossiers/${d.numero}/transmissions/${code}/suites`,
      { id: uuidv7(), transmission: id, suite_jour: '2026-11-10', ...champs },
      qui,
    )
  assert.equal((await suivre({ issue: 'attente' }, 'procureur', 'chefSaules')).status, 404)
  assert.equal((await suivre({ issue: 'attente' }, 'crip')).status, 422)
  assert.equal((await suivre({ issue: 'attente' })).status, 303)
  assert.deepEqual((await promesses(d))[0]!.le, new Date('2027-02-22T17:00:00.000Z'))
  assert.equal((await suivre({ issue: 'classee' })).status, 422)
  assert.equal((await suivre({ issue: 'classee', suite_texte: 'Classée, dit le substitut au téléphone.' })).status, 303)
  assert.deepEqual(await promesses(d), [])
})

test('a transmission of another dossier is none of this one', async () => {
  const [d, autre] = [await ouvert(), await ouvert()]
  const id = uuidv7()
  await decider(autre, 'procureur', { id, decision: 'oui' })
  const r = await m.envoyer(
    `/dossiers/${d.numero}/transmissions/procureur/suites`,
    { id: uuidv7(), transmission: id, issue: 'attente' },
    'chefTilleuls',
  )
  assert.equal(r.status, 422)
  assert.equal((await m.admin('select from confidentiel.transmission_suite where fil = $1', [d.id])).length, 0)
})

test('what each recipient asks: a gravity of its own scale, parents told first, public content', async () => {
  const d = await ouvert()
  assert.equal((await decider(d, 'fait_etablissement', { decision: 'oui' })).status, 422)
  assert.equal((await decider(d, 'fait_etablissement', { decision: 'oui', gravite: '4' })).status, 422)
  assert.equal((await decider(d, 'fait_etablissement', { decision: 'oui', gravite: '2' })).status, 303)
  assert.equal((await decider(d, 'crip', { decision: 'oui' })).status, 422)
  const contraire = await decider(d, 'crip', { decision: 'oui', parents: 'contraire' })
  assert.match(await contraire.text(), /contraire à l’intérêt de l’enfant/)
  assert.equal(
    (await decider(d, 'crip', { decision: 'oui', parents: 'contraire', parents_raison: 'Le père est mis en cause.' })).status,
    303,
  )
  const prive = await decider(d, 'pharos', { decision: 'oui' })
  assert.equal(prive.status, 422)
  assert.match(await prive.text(), /permanence du parquet des mineurs/)
  assert.equal((await decider(d, 'pharos', { decision: 'oui', publique: 'oui' })).status, 303)
  assert.equal((await decider(d, 'pharos', { decision: 'non' })).status, 303)
})

test('an ended dossier decides no transmission, and still notes an outcome', async () => {
  const d = await ouvert()
  const id = uuidv7()
  await decider(d, 'crip', { id, decision: 'oui', parents: 'avant' })
  await mener(m, d, 'clos')
  const r = await decider(d, 'procureur', { decision: 'oui' })
  assert.equal(r.status, 409)
  assert.match(await r.text(), /rouvrez-le avant de décider/)
  const suite = { id: uuidv7(), transmission: id, issue: 'attente', suite_jour: '2026-11-10' }
  assert.equal((await m.envoyer(`/dossiers/${d.numero}/transmissions/crip/suites`, suite, 'chefTilleuls')).status, 303)
})

test('the end of a dossier does not end the asking: each quarter, until an outcome or a reason, by whoever holds it', async () => {
  const d = await ouvert()
  const id = uuidv7()
  await decider(d, 'crip', { id, decision: 'oui', parents: 'avant' })
  await ecarter(m, d, 'chefTilleuls')
  // Everything else that was promised is called off.
  const [{ n } = { n: 0 }] = await m.admin<{ n: number }>(
    'select count(*)::int as n from confidentiel.prevu where fil = $1 and issue is null',
    [d.id],
  )
  assert.deepEqual([n, await promesses(d)], [1, [{ objet: id, le: new Date('2026-12-10T17:00:00.000Z') }]])
  m.aller(new Date('2026-12-11T09:00:00+01:00'))
  assert.match(await (await m.lire('/bureau', 'chefTilleuls')).text(), new RegExp(`/dossiers/${d.numero}/transmissions`))
  assert.match(await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text(), /Suites d’une transmission/)
  const suivre = (issue: string, texte = '') =>
    m.envoyer(
      `/dossiers/${d.numero}/transmissions/crip/suites`,
      { id: uuidv7(), transmission: id, issue, suite_texte: texte, suite_jour: '2026-12-10' },
      'chefTilleuls',
    )
  assert.equal((await suivre('attente')).status, 303)
  assert.equal((await promesses(d)).length, 1)
  assert.ok((await promesses(d))[0]!.le > new Date('2027-03-01'))
  assert.equal((await suivre('inconnue')).status, 422)
  assert.equal((await suivre('inconnue', 'La CRIP ne répond pas aux écoles.')).status, 303)
  assert.deepEqual(await promesses(d), [])
})

test('the same situation as another dossier: what was transmitted from here is still asked after here, and its outcome noted', async () => {
  const [d, autre] = [await ouvert(), await ouvert()]
  const id = uuidv7()
  await decider(d, 'crip', { id, decision: 'oui', parents: 'avant' })
  const reunion = {
    version: String((await dossierVu(m, d.id)).version),
    numero: autre.numero,
    pourquoi_reunion: 'Les mêmes faits, le même élève.',
  }
  assert.equal((await envoyerDossier(m, d, 'reunion', reunion, 'chefTilleuls')).status, 303)
  assert.deepEqual(
    (await promesses(d)).map((p) => p.objet),
    [id],
  )
  const page = await (await m.lire(`/dossiers/${d.numero}/transmissions/crip`, 'chefTilleuls')).text()
  assert.match(page, /id="suivre_transmission"/)
  const suite = { id: uuidv7(), transmission: id, issue: 'mesure', suite_texte: 'Une éducatrice est nommée.', suite_jour: '' }
  assert.equal((await envoyerDossier(m, d, 'transmissions/crip/suites', suite, 'chefTilleuls')).status, 303)
  assert.deepEqual(await promesses(d), [])
})

test('whoever asked is gone: what has ended and still awaits an outcome is to be handed to somebody', async () => {
  const d = await ouvert()
  const id = uuidv7()
  await decider(d, 'crip', { id, decision: 'oui', parents: 'avant' })
  await mener(m, d, 'clos')
  await m.admin('update confidentiel.dossier set responsable = $2 where id = $1', [d.id, m.agents.chefPruniers])
  const liste = async (): Promise<string> => (await m.lire('/bureau/a-reattribuer', 'referent31')).text()
  assert.match(await liste(), new RegExp(d.numero))
  const vers = { dossiers: d.numero, vers: m.agents.chefTilleuls }
  assert.equal((await m.envoyer('/bureau/repartition', vers, 'referent31')).status, 303)
  assert.doesNotMatch(await liste(), new RegExp(d.numero))
})

const NOMS = /Kevin|Kévin|Dubois|Yanis|Roca|Inès|Léa|Marchetti|06 12/i
const projet = (page: string): string => /<textarea[^>]*id="texte"[^>]*>([^]*?)<\/textarea>/.exec(page)?.[1] ?? ''

test('the text for Faits établissement bears initials only, those of the reports’ names too', async () => {
  const { id } = await raconter(m, 'tilleuls', { noms: 'yanis et Kévin', cible: 'Léa Marchetti' })
  const d = await ouvert({ signalement: id })
  const texte = projet(await (await m.lire(`/dossiers/${d.numero}/transmissions/fait_etablissement`, 'chefTilleuls')).text())
  assert.match(texte, /L\. M\., 5e B \(visé\)/)
  assert.match(texte, /K\. D\., 5e B \(mis en cause\)/)
  assert.match(texte, /K\. D\. et son copain Y\. se moquent de? ?L\. M\./)
  assert.doesNotMatch(texte, NOMS)
})

test('what an agent writes in it is looked at again before it can be copied; copying is an export', async () => {
  const d = await ouvert()
  const url = `/dossiers/${d.numero}/transmissions/fait_etablissement/texte`
  assert.equal((await m.envoyer(url, { texte: 'x' }, 'chefSaules')).status, 404)
  for (const texte of ['kevin a recommencé.', 'Le petit DUBOIS.', 'Mme Rocca a vu.', 'L. M. et Lea', 'LÉA pleure.']) {
    const r = await m.envoyer(url, { texte }, 'chefTilleuls')
    assert.equal(r.status, 422, texte)
    assert.match(await r.text(), /Il reste des noms/)
  }
  const ok = await m.envoyer(url, { texte: 'K. D. a poussé L. M. dans la cour.' }, 'chefTilleuls')
  assert.equal(ok.status, 200)
  const page = await ok.text()
  assert.match(page, /data-copier="#fe-verifie"/)
  assert.doesNotMatch(page, /Ce n’est pas fait/)
  assert.equal((await m.admin(`select from confidentiel.consultation where fil = $1 and nature = 'export'`, [d.id])).length, 1)
})

test('a sheet holds the fields of its row and no other; opening it is an export, and one fact', async () => {
  const d = await ouvert()
  const fiche = async (code: string, qui: NomAgent = 'chefTilleuls') => {
    const r = await m.lire(`/dossiers/${d.numero}/transmissions/${code}/fiche`, qui)
    return { statut: r.status, texte: /<article class="preau-feuille">([^]*)<\/article>/.exec(await r.text())?.[1] ?? '' }
  }
  assert.equal((await fiche('procureur', 'chefSaules')).statut, 404)
  assert.equal((await fiche('plainte')).statut, 404)
  const procureur = await fiche('procureur')
  assert.match(procureur.texte, /Kévin Dubois[^]*Kevin Dubois et son copain Yanis/)
  const crip = await fiche('crip')
  assert.match(crip.texte, /Léa Marchetti/)
  assert.doesNotMatch(crip.texte, /Kevin|Kévin|Dubois|Yanis|Roca|06 12/)
  for (const code of ['cabinet', 'n3018', 'pharos']) assert.doesNotMatch((await fiche(code)).texte, NOMS, code)
  assert.doesNotMatch((await fiche('pharos')).texte, /Tilleuls|moquent/)
  const dasen = await fiche('dasen')
  assert.match(dasen.texte, /Kévin Dubois/)
  assert.doesNotMatch(dasen.texte, /Roca|Yanis/)
  await fiche('pharos')
  assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.editer_fiche').length, 6)
})

test('no sheet for a child of another dossier', async () => {
  const [d, autre] = [await ouvert(), await ouvert()]
  const [p] = await m.admin<{ personne: string }>(
    `select personne from confidentiel.personne_role where fil = $1 and role = 'cible'`,
    [autre.id],
  )
  assert.equal((await m.lire(`/dossiers/${d.numero}/transmissions/crip/fiche?enfant=${p!.personne}`, 'chefTilleuls')).status, 404)
})

test('the 3018 both ways: its reference comes along, each address has its outcome, and the asking ends when all are gone', async () => {
  const d = await ouvert()
  const { id: rapport } = await raconter(m, 'tilleuls', { cible: 'Léa' })
  await m.admin(`update confidentiel.signalement set canal = '3018' where id = $1`, [rapport])
  assert.equal((await envoyerDossier(m, d, 'rattachements', { signalement: rapport }, 'chefTilleuls')).status, 303)
  const id = uuidv7()
  const liens = 'https://exemple.fr/v/1\nhttps://exemple.fr/v/2\n Snapchat @compte.12 \n'
  const envoi = { id, decision: 'oui', parents: 'avant', reference: '3018-77', liens }
  for (const faux of ['Kévin a mis une photo', 'javascript:alert(1)', 'kevin.dubois'])
    assert.equal((await decider(d, 'n3018', { ...envoi, liens: faux })).status, 422, faux)
  assert.equal((await decider(d, 'n3018', { ...envoi, parents: '' })).status, 422)
  assert.equal((await decider(d, 'n3018', envoi)).status, 303)
  const page = async (suite = ''): Promise<string> =>
    (await (await m.lire(`/dossiers/${d.numero}/transmissions/n3018${suite}`, 'chefTilleuls')).text()).replaceAll('\u00a0', ' ')
  assert.match(await page(), /Fondement : Les contenus à retirer et leur adresse/)
  assert.match(await page('/fiche'), /https:\/\/exemple\.fr\/v\/2/)
  const suivre = (issue: string, retires: readonly string[], texte = 'Dit par le 3018.'): Promise<Response> =>
    m.envoyer(
      `/dossiers/${d.numero}/transmissions/n3018/suites`,
      { id: uuidv7(), transmission: id, issue, retires, suite_texte: texte, suite_jour: '2026-11-10' },
      'chefTilleuls',
    )
  assert.equal((await suivre('retiree_partie', [])).status, 422)
  assert.equal((await suivre('retiree', [`${id}_0`])).status, 422, 'two are still there')
  assert.equal((await suivre('retiree_partie', [`${id}_0`, `${id}_9`, 'x'])).status, 303)
  assert.equal((await promesses(d)).length, 1)
  assert.equal((await page()).match(/>\s*Retiré\s*</g)?.length, 1)
  // The sheet asks for what is left, and for nothing else.
  assert.doesNotMatch(await page('/fiche'), /exemple\.fr\/v\/1/)
  assert.equal((await suivre('retiree', [`${id}_1`, `${id}_2`])).status, 303)
  assert.deepEqual(await promesses(d), [])
  // Addresses are ciphertext like the rest.
  const [{ n } = { n: 0 }] = await m.admin<{ n: number }>(
    `select count(*)::int as n from confidentiel.transmission where position(convert_to('exemple.fr', 'UTF8') in contenu) > 0`,
  )
  assert.equal(n, 0)
})

test('by what right it left is kept with it; what is not transmitted invokes none', async () => {
  const d = await ouvert()
  await decider(d, 'procureur', { decision: 'oui' })
  await decider(d, 'plainte', { decision: 'oui' })
  await decider(d, 'cabinet', { decision: 'non' })
  const bases = await m.admin<{ destinataire: string; base: string | null }>(
    'select destinataire, base from confidentiel.transmission where fil = $1 order by le, id',
    [d.id],
  )
  assert.deepEqual(
    bases.map((b) => [b.destinataire, b.base?.slice(0, 10) ?? null]),
    [
      ['procureur', 'Article 40'],
      ['plainte', 'Droit de l'],
      ['cabinet', null],
    ],
  )
  for (const code of Object.keys(DESTINATAIRES) as CodeDestinataire[]) assert.ok(baseDe(code).length <= 400, code)
})
