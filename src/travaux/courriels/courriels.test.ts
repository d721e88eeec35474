import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clock, HEURE, MINUTE, ouvrirTransport, plus, transaction, uuidv7, type Transport } from '#platform'
import { ouvrirDossier } from '../../../tests/support/dossiers.ts'
import { AGENTS, nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { raconter, version } from '../../../tests/support/situations.ts'
import { demarrerFacteur, type Facteur } from '../../../tests/fautes/facteur.ts'
import { notifierAgent, notifierDeclarant } from '../../signalement/courrier.ts'
import { viderCourriels } from './vider.ts'

let m: Monde
let facteur: Facteur
let transport: Transport

before(async () => void (facteur = await demarrerFacteur()))
after(() => facteur.arreter())
beforeEach(async () => {
  m = await nouveauMonde()
  m.maison.config.smtpUrl = facteur.url
  transport = ouvrirTransport(m.maison.config)!
  facteur.recus.length = 0
  facteur.refuser = () => undefined
})
afterEach(async () => {
  transport.fermer()
  await m.fermer()
})

const RIEN = { envoyes: 0, repousses: 0, abandonnes: 0 }
const vider = () => viderCourriels(m.maison, transport)
const avancer = (ms: number): void => clock.set(plus(clock.now(), ms))
const recusPar = (): string[] => facteur.recus.map((r) => r.a.replace('@exemple.fr', '')).sort()
/** Two reports answer to one mailbox: nothing of either may show. */
const avecContact = {
  contact: 'mail',
  mail: 'famille@exemple.org',
  recit: 'Ils cachent le sac de Jules à la piscine.',
  cible: 'Jules',
} as const
const repondre = (fil: string, derniere = false): Promise<void> =>
  transaction(m.maison.base, 'agent', {}, (db) => notifierDeclarant(db, '16', fil, derniere))
const contacts = async (): Promise<number> => (await m.admin('select 1 from acces.contact')).length

test('a new report is announced to those who hold it today, and to nobody else', async () => {
  await raconter(m, 'tilleuls')
  await raconter(m, 'glycines')
  assert.deepEqual(await vider(), { envoyes: 3, repousses: 0, abandonnes: 0 })
  assert.deepEqual(recusPar(), ['cheftilleuls', 'coordotilleuls', 'directriceglycines'])
})

test('an urgent one also reaches the département; one that names an adult never reaches the school', async () => {
  await raconter(m, 'tilleuls', { danger: 'oui' })
  await vider()
  assert.deepEqual(recusPar(), ['cheftilleuls', 'coordotilleuls', 'referent31', 'responsable31'])
  facteur.recus.length = 0
  await raconter(m, 'pruniers', { auteurs: 'adulte' })
  await vider()
  assert.deepEqual(recusPar(), ['referent81'])
})

test('whoever left, or is set aside, gets nothing; then the level above does', async () => {
  const { id } = await raconter(m, 'tilleuls')
  await m.finirMandat('chefTilleuls')
  await m.admin(`insert into acces.deport (acad, fil, agent, motif, le) values ('16', $1, $2, 'parent', now())`, [
    id,
    m.agents.coordoTilleuls,
  ])
  await vider()
  assert.deepEqual(recusPar(), ['referent31', 'responsable31'])
})

test('an address that does not open keeps nobody else’s mail back, and is not lost', async () => {
  const [abimee, saine] = [await raconter(m, 'tilleuls', avecContact), await raconter(m, 'saules', avecContact)]
  // The ciphertext of the one in the place of the other.
  const [bonne] = await m.admin<{ adresse: Buffer }>('select adresse from acces.contact where signalement = $1', [abimee.id])
  await m.admin(
    'update acces.contact set adresse = (select adresse from acces.contact where signalement = $2) where signalement = $1',
    [abimee.id, saine.id],
  )
  await repondre(abimee.id, true)
  await repondre(saine.id)
  assert.deepEqual(await vider(), { envoyes: 4, repousses: 1, abandonnes: 0 })
  assert.deepEqual(recusPar(), ['chefsaules', 'cheftilleuls', 'coordotilleuls', 'famille@exemple.org'])
  for (let essai = 0; essai < 8; essai++) {
    avancer(7 * HEURE)
    assert.deepEqual(await vider(), { envoyes: 0, repousses: 1, abandonnes: 0 })
  }
  assert.equal(await contacts(), 2)
  await m.admin('update acces.contact set adresse = $2 where signalement = $1', [abimee.id, bonne!.adresse])
  avancer(7 * HEURE)
  assert.deepEqual(await vider(), { envoyes: 1, repousses: 0, abandonnes: 0 })
})

test('ten reports make one mail a person', async () => {
  for (let i = 0; i < 10; i++) await raconter(m, i % 2 === 0 ? 'tilleuls' : 'saules')
  assert.equal((await vider()).envoyes, 3)
  assert.deepEqual(recusPar(), ['chefsaules', 'cheftilleuls', 'coordotilleuls'])
})

test('a mail says nothing: no name, no place, no number, no word of what was told', async () => {
  const { id } = await raconter(m, 'tilleuls', { ...avecContact, danger: 'oui' })
  await repondre(id)
  await vider()
  assert.equal(facteur.recus.length, 5)
  const interdits = [
    ...Object.values(AGENTS).flatMap((a) => [a.prenom, a.nom]),
    'Tilleuls',
    'Valbrune',
    'Haute-Garonne',
    'Toulouse',
    'Jules',
    'piscine',
    'collège',
    'école',
    'harcèlement',
    id,
    id.slice(0, 13),
    '031900',
  ]
  for (const { brut, texte, objet } of facteur.recus)
    for (const mot of interdits)
      for (const ou of [sansAdresses(brut), texte, objet])
        assert.doesNotMatch(ou, new RegExp(`(?<!\\p{L})${mot}(?!\\p{L})`, 'iu'))
  const origine = m.maison.config.origine
  const liens = facteur.recus.flatMap((r) => r.texte.match(/https?:\S+/g) ?? []).sort()
  assert.deepEqual(liens, [...Array(4).fill(`${origine}/boite`), `${origine}/suivi`])
})
const sansAdresses = (brut: string): string => brut.replace(/^To: .*$/m, '')

test('a mail about one dossier leads to it, by an identifier that tells nothing; about several, to the desk; with a report, to the inbox too', async () => {
  const [un, deux] = [await ouvrirDossier(m, 'chefTilleuls'), await ouvrirDossier(m, 'chefTilleuls')]
  const origine = m.maison.config.origine
  const prevenir = (...fils: string[]): Promise<void> =>
    transaction(m.maison.base, 'agent', {}, async (db) => {
      for (const fil of fils) await notifierAgent(db, '16', fil, m.agents.referent31, 'nouveau')
    })
  const liens = async (): Promise<string[]> => {
    facteur.recus.length = 0
    await vider()
    const { texte, brut } = facteur.recus.find((r) => r.a.startsWith('referent31'))!
    for (const mot of [un.numero, deux.numero, '31-2026', 'Tilleuls', 'Marchetti']) assert.ok(!brut.includes(mot), mot)
    return texte.match(/https?:\S+/g) ?? []
  }
  await prevenir(un.id, un.id)
  assert.deepEqual(await liens(), [`${origine}/dossiers/${un.id}`])
  await prevenir(un.id, deux.id)
  assert.deepEqual(await liens(), [`${origine}/bureau`])
  const { id } = await raconter(m, 'tilleuls')
  await vider()
  await prevenir(un.id, id)
  assert.deepEqual(await liens(), [`${origine}/dossiers/${un.id}`, `${origine}/boite`])
  const ouvert = await m.lire(`/dossiers/${un.id}`, 'referent31')
  assert.deepEqual([ouvert.status, ouvert.headers.get('location')], [303, `/dossiers/${un.numero}`])
  for (const qui of ['chefSaules', 'referent81', 'dpo'] as const)
    assert.ok([403, 404].includes((await m.lire(`/dossiers/${un.id}`, qui)).status), qui)
  assert.equal((await m.lire(`/dossiers/${id}`, 'referent31')).status, 404)
})

test('a mail about a request for support leads to it, to the list when there are several; it says nothing of what is asked', async () => {
  const demander = async (): Promise<string> => {
    const id = uuidv7()
    const champs = { id, appui: 'visite', vers: 'departement', quoi: 'La famille Exemple veut porter plainte.' }
    assert.equal((await m.envoyer('/appuis/nouvelle', champs, 'chefTilleuls')).status, 303)
    return id
  }
  const liens = async (): Promise<string[]> => {
    facteur.recus.length = 0
    await vider()
    const { texte, brut } = facteur.recus.find((r) => r.a.startsWith('referent31'))!
    assert.doesNotMatch(brut, /plainte|Exemple veut|visite|Tilleuls/)
    return texte.match(/https?:\S+/g) ?? []
  }
  const origine = m.maison.config.origine
  const une = await demander()
  assert.deepEqual(await liens(), [`${origine}/appuis/${une}`])
  assert.equal((await m.lire(`/appuis/${une}`, 'referent31')).status, 200)
  assert.equal((await m.lire(`/appuis/${une}`, 'referent81')).status, 404)
  await Promise.all([demander(), demander()])
  assert.deepEqual(await liens(), [`${origine}/appuis`])
})

test('a reporter gets a neutral mail in the language of the report; after the last one the address is gone', async () => {
  const { id } = await raconter(m, 'tilleuls', avecContact, 'ar')
  await vider()
  facteur.recus.length = 0
  await repondre(id)
  await vider()
  assert.deepEqual(
    facteur.recus.map((r) => [r.a, r.objet]),
    [['famille@exemple.org', 'لديك رسالة']],
  )
  assert.match(facteur.recus[0]!.texte, /\/ar\/suivi/)
  assert.equal(await contacts(), 1)
  await repondre(id, true)
  await vider()
  assert.equal(facteur.recus.length, 2)
  assert.equal(await contacts(), 0)
})

test('an agent who closes a report makes the last mail leave and the address go, through the screens', async () => {
  const { id } = await raconter(m, 'tilleuls', avecContact)
  const message = crypto.randomUUID()
  const champs = { version: await version(m, id), message, motif: 'traite', dernier: 'Merci de nous avoir parlé.' }
  await m.envoyer(`/signalements/${id}/prise-en-charge`, { version: await version(m, id) }, 'chefTilleuls')
  await m.envoyer(`/signalements/${id}/cloture`, { ...champs, version: await version(m, id) }, 'chefTilleuls')
  const [{ etat } = { etat: '' }] = await m.admin<{ etat: string }>('select etat from confidentiel.signalement where id = $1', [
    id,
  ])
  assert.equal(etat, 'clos')
  await vider()
  assert.ok(facteur.recus.some((r) => r.a === 'famille@exemple.org' && r.objet === 'Vous avez un message'))
  assert.equal(await contacts(), 0)
})

test('a server that says « later » is tried again after 1 min, 10 min, 1 h, 6 h; then the mail is given up', async () => {
  const { id } = await raconter(m, 'tilleuls', avecContact)
  await vider()
  facteur.recus.length = 0
  facteur.refuser = () => 451
  await repondre(id, true)
  assert.deepEqual(await vider(), { envoyes: 0, repousses: 1, abandonnes: 0 })
  for (const attente of [MINUTE, 10 * MINUTE, HEURE]) {
    avancer(attente - 1)
    assert.deepEqual(await vider(), RIEN)
    avancer(1)
    assert.deepEqual(await vider(), { envoyes: 0, repousses: 1, abandonnes: 0 })
  }
  avancer(6 * HEURE)
  assert.deepEqual(await vider(), { envoyes: 0, repousses: 0, abandonnes: 1 })
  assert.equal(await contacts(), 0)
})

test('when one of two did not get it, only that one is written to again', async () => {
  facteur.refuser = (a) => (a.startsWith('coordo') ? 450 : undefined)
  await raconter(m, 'tilleuls')
  assert.deepEqual(await vider(), { envoyes: 1, repousses: 0, abandonnes: 0 })
  facteur.refuser = () => undefined
  avancer(MINUTE)
  assert.deepEqual(await vider(), { envoyes: 1, repousses: 0, abandonnes: 0 })
  assert.deepEqual(recusPar(), ['cheftilleuls', 'coordotilleuls'])
})

test('an address that does not exist is not insisted on; a mail server that is down loses nothing', async () => {
  await raconter(m, 'saules')
  facteur.refuser = () => 550
  assert.deepEqual(await vider(), { envoyes: 0, repousses: 0, abandonnes: 1 })
  await raconter(m, 'saules')
  const panne: Transport = { envoyer: () => Promise.reject(Object.assign(new Error(), { code: 'ECONNECTION' })), fermer() {} }
  for (let i = 0; i < 8; i++) {
    assert.deepEqual(await viderCourriels(m.maison, panne), { envoyes: 0, repousses: 1, abandonnes: 0 })
    avancer(6 * HEURE)
  }
  facteur.refuser = () => undefined
  assert.equal((await vider()).envoyes, 1)
})

test('at least once: what left just before a crash leaves again under the same Message-ID; what was marked does not', async () => {
  await raconter(m, 'tilleuls')
  const perdue = Object.assign(Object.create(m.maison) as typeof m.maison, { base: { ...m.maison.base } })
  let prises = 0
  perdue.base.job = Object.assign(Object.create(m.maison.base.job) as typeof m.maison.base.job, {
    // The third transaction marks: the process dies before it.
    connect: () => (++prises > 2 ? Promise.reject(new Error('killed')) : m.maison.base.job.connect()),
  })
  await assert.rejects(viderCourriels(perdue, transport), /killed/)
  assert.equal((await vider()).envoyes, 0)
  avancer(10 * MINUTE)
  assert.equal((await vider()).envoyes, 2)
  const noms = facteur.recus.map((r) => r.identifiant).sort()
  assert.equal(noms.length, 4)
  assert.deepEqual([noms[0], noms[2]], [noms[1], noms[3]])
  assert.notEqual(noms[0], noms[2])
  avancer(10 * MINUTE)
  assert.equal((await vider()).envoyes, 0)
})

test('two workers at once share the work: nobody is written to twice', async () => {
  for (let i = 0; i < 40; i++)
    await transaction(m.maison.base, 'agent', {}, (db) =>
      notifierAgent(db, '16', crypto.randomUUID(), Object.values(m.agents)[i % 15]!, 'nouveau'),
    )
  const bilans = await Promise.all([vider(), vider(), vider()])
  assert.equal(
    bilans.reduce((n, b) => n + b.envoyes, 0),
    15,
  )
  assert.equal(new Set(recusPar()).size, 15)
})

test('a demonstration without a mail server writes what it would send', async () => {
  const donnees = await mkdtemp(join(tmpdir(), 'preau-courriels-'))
  const fichiers = ouvrirTransport({ ...m.maison.config, smtpUrl: undefined, env: 'demonstration', donnees })!
  await raconter(m, 'saules')
  await viderCourriels(m.maison, fichiers)
  const [nom = '', ...autres] = await readdir(join(donnees, 'courriels'))
  assert.deepEqual(autres, [])
  assert.match(await readFile(join(donnees, 'courriels', nom), 'utf8'), /^To: chefsaules@exemple.fr\r$/m)
  assert.equal(ouvrirTransport({ ...m.maison.config, smtpUrl: undefined, env: 'production', donnees }), null)
  await rm(donnees, { recursive: true })
})
