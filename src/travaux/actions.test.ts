import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, HEURE, JOUR, ouvrirTransport, plus, uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Ecole, type Monde, type NomAgent } from '../../tests/support/monde.ts'
import { demarrerFacteur, type Facteur } from '../../tests/fautes/facteur.ts'
import { raconter } from '../../tests/support/situations.ts'
import { annoncerActions } from './actions.ts'
import { viderCourriels } from './courriels/vider.ts'

let m: Monde
let facteur: Facteur
before(async () => {
  facteur = await demarrerFacteur()
  m = await nouveauMonde()
  m.maison.config.smtpUrl = facteur.url
})
after(async () => {
  await facteur.arreter()
  await m.fermer()
})
beforeEach(async () => {
  facteur.recus.length = 0
  await m.admin('delete from prevention.action_pas')
  await m.admin('delete from prevention.action')
  await m.admin('delete from machine.courriel')
})

const TITRE = 'Le secret de Jules'
async function proposee(ecole: Ecole, qui: NomAgent): Promise<string> {
  const id = uuidv7()
  const champs = {
    id,
    etab: ECOLES[ecole].etab,
    suite: 'proposer',
    du: '2026-11-05',
    type: 'jeu',
    publics: 'collegiens',
    titre: TITRE,
    texte: 'On joue.',
  }
  assert.equal((await m.envoyer('/actions/nouvelle', champs, qui)).status, 303)
  return id
}
/** Who is written to at this round. */
async function annonces(): Promise<string[]> {
  facteur.recus.length = 0
  await Promise.all([annoncerActions(m.maison), annoncerActions(m.maison)])
  const transport = ouvrirTransport(m.maison.config)!
  await viderCourriels(m.maison, transport)
  transport.fermer()
  return facteur.recus.map((r) => r.a.replace('@exemple.fr', '')).sort()
}
const passent = (ms: number): void => m.aller(plus(clock.now(), ms))

test('proposed, its département is told; validated, those who publish are; the mail says that something waits, and nothing of it', async () => {
  const id = await proposee('tilleuls', 'chefTilleuls')
  await proposee('saules', 'chefSaules')
  assert.deepEqual(await annonces(), ['referent31', 'responsable31'])
  const [lettre] = facteur.recus
  assert.match(JSON.stringify(lettre), /actions\?faire=3Doui|actions\?faire=oui/)
  for (const tu of [TITRE, 'Jules', 'Tilleuls', 'Vidal', 'Haute']) assert.ok(!JSON.stringify(lettre).includes(tu), tu)
  assert.deepEqual(await annonces(), [])
  assert.equal((await m.envoyer(`/actions/${id}/validation`, { version: '2' }, 'referent31')).status, 303)
  assert.deepEqual(await annonces(), ['communication'])
})

test('what comes during the day is told the next day, once; what waits is told again after a week; what is done is not', async () => {
  await proposee('tilleuls', 'chefTilleuls')
  assert.equal((await annonces()).length, 2)
  passent(HEURE)
  const tard = await proposee('saules', 'chefSaules')
  assert.deepEqual(await annonces(), [])
  passent(19 * HEURE)
  assert.deepEqual(await annonces(), ['referent31', 'responsable31'])
  passent(2 * JOUR)
  assert.deepEqual(await annonces(), [])
  passent(5 * JOUR)
  assert.deepEqual(await annonces(), ['referent31', 'responsable31'])
  for (const { id } of await m.admin<{ id: string }>('select id from prevention.action'))
    assert.equal((await m.envoyer(`/actions/${id}/renvoi`, { version: '2', motif: 'À revoir' }, 'referent31')).status, 303)
  passent(30 * JOUR)
  assert.deepEqual(await annonces(), [])
  assert.ok(tard)
})

test('nobody in the département: the level above is told; beside a child’s message, the mail is the child’s', async () => {
  await m.finirMandat('referent81')
  await proposee('pruniers', 'chefPruniers')
  assert.deepEqual(await annonces(), ['referenteacademique', 'responsableacademique'])
  await proposee('tilleuls', 'chefTilleuls')
  await raconter(m, 'tilleuls', { danger: 'oui' })
  assert.ok((await annonces()).includes('referent31'))
  const lettre = facteur.recus.find((r) => r.a.startsWith('referent31'))
  assert.match(JSON.stringify(lettre), /sans attendre/)
})
