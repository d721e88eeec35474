import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { raconter, verbes } from '../../../tests/support/situations.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

interface Ligne extends Record<string, unknown> {
  id: string
  numero: string
  etat: string
  responsable: string
  niveau: string
  version: number
}
let d: Ligne
const relire = async (id = d.id): Promise<Ligne> =>
  (
    await m.admin<Ligne>('select id, numero, etat, responsable, niveau, version from confidentiel.dossier where id = $1', [id])
  )[0]!
async function ouvrir(qui: NomAgent, champs: Record<string, string> = {}): Promise<Ligne> {
  const id = uuidv7()
  const cible = { nom0: 'Léa Marchetti', precision0: '5e B', role0: 'cible', nom1: 'Enzo Faure', role1: 'auteur_presume' }
  const r = await m.envoyer('/dossiers/nouveau', { id, etab: ECOLES.tilleuls.etab, ...cible, ...champs }, qui)
  assert.equal(r.status, 303, await r.text())
  return relire(id)
}
const agir = async (chemin: string, champs: Record<string, string>, qui: NomAgent, quoi = d): Promise<Response> =>
  m.envoyer(`/dossiers/${quoi.numero}/${chemin}`, { version: String((await relire(quoi.id)).version), ...champs }, qui)
beforeEach(async () => void (d = await ouvrir('chefTilleuls')))

const offrir = (nature: string, a: NomAgent, qui: NomAgent = 'chefTilleuls', id = uuidv7()): Promise<Response> =>
  agir('offres', { id, nature, a: m.agents[a], pourquoi: 'Cela dure depuis deux mois.', famille_offre: 'informee' }, qui)
const offres = () =>
  m.admin<{ id: string; reponse: string | null }>('select id, reponse from confidentiel.offre where fil = $1 order by faite_le', [
    d.id,
  ])
const promis = async (): Promise<string[]> =>
  (
    await m.admin<{ pour: string }>(
      `select pour from confidentiel.prevu where fil = $1 and nature = 'reponse_offre' and issue is null`,
      [d.id],
    )
  ).map((p) => p.pour)

test('nothing changes hands before the answer; accepted, it does, and what was promised follows', async () => {
  assert.equal((await offrir('passer', 'referent31')).status, 303)
  assert.equal((await relire()).responsable, m.agents.chefTilleuls)
  assert.deepEqual(await promis(), [m.agents.referent31])
  const [o] = await offres()
  const page = await (await m.lire(`/dossiers/${d.numero}/appui`, 'referent31')).text()
  assert.match(page, /Cela dure depuis deux mois/)
  assert.equal((await agir(`offres/${o!.id}`, { reponse: 'acceptee' }, 'referent31')).status, 303)
  assert.equal((await relire()).responsable, m.agents.referent31)
  assert.deepEqual(await promis(), [])
  // The school still sees it, and still acts.
  assert.equal((await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).status, 200)
  assert.deepEqual((await verbes(m, d.id)).slice(-2), ['dossier.proposer', 'dossier.repondre_offre'])
})

test('refused with a reason, the asker still holds it and reads why; without one, it is not an answer', async () => {
  await offrir('passer', 'referent31')
  const [o] = await offres()
  const sans = await agir(`offres/${o!.id}`, { reponse: 'refusee' }, 'referent31')
  assert.equal(sans.status, 422)
  assert.match(await sans.text(), /Écrivez pourquoi vous ne pouvez pas/)
  await agir(`offres/${o!.id}`, { reponse: 'refusee', raison_offre: 'Je suis en congé la semaine prochaine.' }, 'referent31')
  assert.equal((await relire()).responsable, m.agents.chefTilleuls)
  assert.match(await (await m.lire(`/dossiers/${d.numero}/appui`, 'chefTilleuls')).text(), /en congé la semaine prochaine/)
})

test('a colleague of the same level may answer for the person asked; the asker, another level, a stranger may not', async () => {
  await offrir('passer', 'referent31')
  const [o] = await offres()
  const repondre = (qui: NomAgent): Promise<Response> => agir(`offres/${o!.id}`, { reponse: 'acceptee' }, qui)
  assert.equal((await repondre('referent81')).status, 404)
  for (const qui of ['chefTilleuls', 'coordoTilleuls', 'referenteAcademique'] as const) {
    const r = await repondre(qui)
    assert.equal(r.status, 409, qui)
    assert.match(await r.text(), /attend la réponse de quelqu’un d’autre/)
  }
  assert.equal((await repondre('responsable31')).status, 303)
  assert.equal((await relire()).responsable, m.agents.responsable31)
  const tard = await repondre('referent31')
  assert.match(await tard.text(), /déjà sa réponse/)
})

test('one open offer of a kind; the same form twice is one; called back, another may be made', async () => {
  const id = uuidv7()
  for (const r of await Promise.all([1, 2].map(() => offrir('passer', 'referent31', 'chefTilleuls', id))))
    assert.equal(r.status, 303)
  assert.equal((await offres()).length, 1)
  assert.match(await (await offrir('passer', 'referenteAcademique')).text(), /attend déjà sa réponse/)
  assert.match(await (await agir(`offres/${id}/rappel`, {}, 'referent31')).text(), /Seule la personne qui demande/)
  assert.equal((await agir(`offres/${id}/rappel`, {}, 'chefTilleuls')).status, 303)
  assert.deepEqual(await promis(), [])
  assert.equal((await offrir('passer', 'referenteAcademique')).status, 303)
})

test('somebody who does not see the dossier cannot be asked, and an unknown offer does not exist', async () => {
  assert.equal((await offrir('passer', 'referent81')).status, 422)
  assert.equal((await offrir('partager', 'equipeTilleuls')).status, 422)
  assert.equal((await agir(`offres/${uuidv7()}`, { reponse: 'acceptee' }, 'referent31')).status, 404)
})

test('followed by two: the person responsible stays the same, and either may end it', async () => {
  await offrir('partager', 'referent31')
  await agir(`offres/${(await offres())[0]!.id}`, { reponse: 'acceptee' }, 'referent31')
  assert.equal((await relire()).responsable, m.agents.chefTilleuls)
  assert.match(await (await m.lire(`/dossiers/${d.numero}/appui`, 'chefTilleuls')).text(), /Le suivent aussi[\s\S]*Sarah Costa/)
  assert.equal((await agir(`accompagnants/${m.agents.referent31}/fin`, {}, 'coordoTilleuls')).status, 409)
  assert.equal((await agir(`accompagnants/${m.agents.referent31}/fin`, {}, 'referent31')).status, 303)
  assert.equal((await m.admin('select from confidentiel.accompagnant where fil = $1 and au is null', [d.id])).length, 0)
})

test('an adult of the school is implicated: the département takes it out of the school’s sight, and holds it', async () => {
  assert.equal((await agir('niveau', { niveau: 'departement', raison_niveau: 'x' }, 'chefTilleuls')).status, 422)
  const r = await agir('niveau', { niveau: 'departement', raison_niveau: 'Un adulte du collège est mis en cause.' }, 'referent31')
  assert.equal(r.status, 303)
  const apres = await relire()
  assert.deepEqual([apres.niveau, apres.responsable], ['departement', m.agents.referent31])
  for (const qui of ['chefTilleuls', 'coordoTilleuls', 'equipeTilleuls'] as const)
    assert.equal((await m.lire(`/dossiers/${d.numero}/appui`, qui)).status, 404, qui)
  // A département cannot give away what it would then not see itself.
  assert.equal((await agir('niveau', { niveau: 'academie', raison_niveau: 'x' }, 'referent31')).status, 422)
  assert.equal((await agir('niveau', { niveau: 'etablissement', raison_niveau: 'Mis hors de cause.' }, 'referent31')).status, 303)
  assert.equal((await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).status, 200)
})

test('with the dossier go its reports, what the child writes next, and what was merged into it; given back, they come back', async () => {
  const [a, b] = [await raconter(m, 'tilleuls'), await raconter(m, 'tilleuls')]
  const vu = async (fil: string, qui: NomAgent): Promise<number> => (await m.lire(`/signalements/${fil}`, qui)).status
  await m.envoyer(`/signalements/${a.id}/prise-en-charge`, { version: '1' }, 'chefTilleuls')
  for (const s of [a, b]) await m.envoyer(`/dossiers/${d.numero}/rattachements`, { signalement: s.id }, 'chefTilleuls')
  const fondu = await ouvrir('chefTilleuls')
  assert.equal((await agir('reunion', { numero: d.numero, pourquoi_reunion: 'Même élève.' }, 'chefTilleuls', fondu)).status, 303)
  await agir('niveau', { niveau: 'departement', raison_niveau: 'Un adulte du collège est mis en cause.' }, 'referent31')
  for (const qui of ['chefTilleuls', 'coordoTilleuls'] as const) {
    assert.deepEqual([await vu(a.id, qui), await vu(b.id, qui)], [404, 404], qui)
    assert.equal((await m.lire(`/dossiers/${fondu.numero}`, qui)).status, 404, qui)
    assert.ok(!(await (await m.lire('/boite', qui)).text()).includes(a.id))
  }
  // Whoever had taken it is not left with it: it waits where it is now, and they are told.
  const [s] = await m.admin<Record<string, unknown>>(
    'select niveau, etat, pris_par from confidentiel.signalement where id = $1',
    [a.id],
  )
  assert.deepEqual(s, { niveau: 'departement', etat: 'recu', pris_par: null })
  const partis = await m.admin('select from machine.courriel where fil = $1 and niveau = $2', [a.id, 'departement'])
  assert.equal(partis.length, 1)
  assert.match(await (await m.lire(`/signalements/${a.id}`, 'referent31')).text(), /Tenu désormais par/)
  // Joined afterwards, a report goes where the dossier is.
  const tard = await raconter(m, 'tilleuls')
  await m.envoyer(`/dossiers/${d.numero}/rattachements`, { signalement: tard.id }, 'referent31')
  assert.equal(await vu(tard.id, 'chefTilleuls'), 404)
  await m.admin(`update confidentiel.signalement set auteurs = 'adulte' where id = $1`, [b.id])
  await agir('niveau', { niveau: 'etablissement', raison_niveau: 'Mis hors de cause.' }, 'referent31')
  assert.deepEqual([await vu(a.id, 'chefTilleuls'), await vu(tard.id, 'chefTilleuls')], [200, 200])
  assert.equal((await m.lire(`/dossiers/${fondu.numero}`, 'chefTilleuls')).status, 200)
  assert.equal(await vu(b.id, 'chefTilleuls'), 404, 'it names an adult of the school by itself')
})

test('two dossiers of the same situation are joined, their reports with them, and told apart again', async () => {
  const { id: s } = await raconter(m, 'tilleuls')
  const autre = await ouvrir('chefTilleuls')
  await m.envoyer(`/dossiers/${d.numero}/rattachements`, { signalement: s }, 'chefTilleuls')
  const attache = async (): Promise<string | undefined> =>
    (
      await m.admin<{ dossier: string }>('select dossier from confidentiel.rattachement where fil = $1 and defait_le is null', [
        s,
      ])
    )[0]?.dossier
  assert.equal(await attache(), d.id)
  for (const [numero, phrase] of [
    ['31-2026-ZZZZZZ', /aucun dossier sous ce numéro/],
    [d.numero, /ce dossier même/],
    ['', /numéro de l’autre dossier/],
  ] as const)
    assert.match(await (await agir('reunion', { numero, pourquoi_reunion: 'x' }, 'chefTilleuls')).text(), phrase)
  const r = await agir('reunion', { numero: autre.numero, pourquoi_reunion: 'Même élève, même groupe.' }, 'chefTilleuls')
  assert.equal(r.status, 303)
  assert.deepEqual([(await relire()).etat, await attache()], ['doublon', autre.id])
  assert.match(
    await (await m.lire(`/dossiers/${autre.numero}/appui`, 'chefTilleuls')).text(),
    new RegExp(`Réunis[\\s\\S]*${d.numero}`),
  )
  clock.set(new Date('2026-11-10T09:05:00+01:00'))
  assert.equal((await agir('separation', { pourquoi_reunion: 'Deux élèves différentes.' }, 'chefTilleuls')).status, 303)
  assert.deepEqual([(await relire()).etat, await attache()], ['rouvert', d.id])
  const [v] = await m.admin<{ echeance: Date | null }>('select echeance from confidentiel.dossier where id = $1', [d.id])
  assert.notEqual(v!.echeance, null)
})

test('a pupil changes school within the département: their name and what is written follow, nobody else’s', async () => {
  const [p] = await m.admin<{ personne: string }>(
    `select personne from confidentiel.personne_role where fil = $1 and role = 'cible'`,
    [d.id],
  )
  const champs = {
    id: uuidv7(),
    ou: 'academie',
    etab: ECOLES.saules.etab,
    resume: 'A besoin d’un adulte référent dès le premier jour.',
    famille_transfert: 'accord',
    famille_transfert_mots: 'La mère préfère être appelée le soir.',
  }
  const suit = { [`suit_${p!.personne}`]: 'oui' }
  assert.match(await (await agir('transfert', { ...champs, ...suit }, 'chefTilleuls')).text(), /pas dans votre périmètre/)
  assert.match(await (await agir('transfert', champs, 'referent31')).text(), /Choisissez l’élève/)
  // What goes to the new school names nobody who stays here, whichever field it is written in.
  const nomme = await agir('transfert', { ...champs, ...suit, resume: 'Enzo et kevin la suivent.' }, 'referent31')
  assert.match(await nomme.text(), /nomme des personnes qui ne suivent pas l’élève/)
  assert.equal((await agir('transfert', { ...champs, ...suit }, 'referent31')).status, 303)
  assert.equal((await agir('transfert', { ...champs, ...suit }, 'referent31')).status, 409)
  assert.equal((await m.admin('select from confidentiel.transfert where fil = $1', [d.id])).length, 1)
  assert.equal((await relire()).etat, 'transfere')
  const [n] = await m.admin<Ligne>(
    'select id, numero, etat, responsable, niveau, version from confidentiel.dossier where id = $1',
    [champs.id],
  )
  assert.deepEqual([n!.etat, n!.responsable], ['recu', m.agents.chefSaules])
  const page = await (await m.lire(`/dossiers/${n!.numero}`, 'chefSaules')).text()
  assert.match(page, /Léa Marchetti/)
  assert.match(page, /adulte référent dès le premier jour/)
  assert.match(page, /la famille est d’accord/)
  assert.match(await (await m.lire(`/dossiers/${n!.numero}/notes`, 'chefSaules')).text(), /appelée le soir/)
  assert.doesNotMatch(page, /Enzo/)
  assert.equal((await m.lire(`/dossiers/${d.numero}`, 'chefSaules')).status, 404)
})

test('others still need the dossier: the pupil leaves, it lives on; elsewhere, what was said is kept', async () => {
  const [p] = await m.admin<{ personne: string }>(
    `select personne from confidentiel.personne_role where fil = $1 and role = 'cible'`,
    [d.id],
  )
  const r = await agir(
    'transfert',
    {
      id: uuidv7(),
      ou: 'ailleurs',
      ailleurs: 'Lycée à Bordeaux, la référente est prévenue.',
      famille_transfert: 'informee',
      [`suit_${p!.personne}`]: 'oui',
      continue: 'oui',
    },
    'chefTilleuls',
  )
  assert.equal(r.status, 303)
  assert.equal((await relire()).etat, 'pris_en_charge')
  assert.match(await (await m.lire(`/dossiers/${d.numero}/appui`, 'chefTilleuls')).text(), /Lycée à Bordeaux/)
})

test('a second dossier for a pupil of the same name is said when it opens, and shown where the two may be joined; never what one cannot see', async () => {
  const id = uuidv7()
  const ouvrirAussi = (champs: Record<string, string>, qui: NomAgent, etab: string, nid = uuidv7()): Promise<Response> =>
    m.envoyer('/dossiers/nouveau', { id: nid, etab, role0: 'cible', ...champs }, qui)
  const fait = (r: Response): string => /fait=(\w+)/.exec(r.headers.get('location') ?? '')?.[1] ?? ''
  const { etab } = ECOLES.tilleuls
  assert.equal(fait(await ouvrirAussi({ nom0: 'Ysaline Kervadec' }, 'chefTilleuls', etab, id)), 'ouvert')
  const premier = await relire(id)
  // However it is spelt; a first name alone, or the first name with another family’s, is nobody.
  assert.equal(fait(await ouvrirAussi({ nom0: 'Ysaline' }, 'chefTilleuls', etab)), 'ouvert')
  assert.equal(fait(await ouvrirAussi({ nom0: 'Ysaline Dubourdieu' }, 'chefTilleuls', etab)), 'ouvert')
  const nid = uuidv7()
  assert.equal(fait(await ouvrirAussi({ nom0: 'KERVADEC Izaline' }, 'chefTilleuls', etab, nid)), 'ouvert_semblable')
  const second = await relire(nid)
  const page = async (quoi: Ligne, qui: NomAgent): Promise<string> => (await m.lire(`/dossiers/${quoi.numero}/appui`, qui)).text()
  assert.match(await page(second, 'chefTilleuls'), new RegExp(premier.numero))
  // The college next door has a pupil of that name too: it learns nothing of this one.
  const ailleurs = uuidv7()
  assert.equal(fait(await ouvrirAussi({ nom0: 'Ysaline Kervadec' }, 'chefSaules', ECOLES.saules.etab, ailleurs)), 'ouvert')
  assert.doesNotMatch(await page(await relire(ailleurs), 'chefSaules'), new RegExp(premier.numero))
  assert.match(await page(await relire(ailleurs), 'referent31'), new RegExp(premier.numero))
})
