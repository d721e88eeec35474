import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Ecole, type Monde, type NomAgent } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

async function proposee(ecole: Ecole, qui: NomAgent, titre: string): Promise<string> {
  const id = uuidv7()
  const champs = {
    id,
    etab: ECOLES[ecole].etab,
    suite: 'proposer',
    du: '2026-11-05',
    type: 'jeu',
    publics: 'collegiens',
    titre,
    texte: 'On joue.',
  }
  assert.equal((await m.envoyer('/actions/nouvelle', champs, qui)).status, 303)
  return id
}
const etats = async (...ids: string[]): Promise<string[]> => {
  const lus = await m.admin<{ id: string; etat: string }>('select id, etat from prevention.action where id = any ($1)', [ids])
  return ids.map((id) => lus.find((l) => l.id === id)!.etat)
}
const enLot = async (verbe: string, choix: string[], qui: NomAgent): Promise<{ statut: number; texte: string }> => {
  const r = await m.envoyer('/actions/lot', { verbe, choix }, qui)
  return { statut: r.status, texte: await r.text() }
}

test('many at once, each with its own result: what is refused keeps none of the others', async () => {
  const un = await proposee('tilleuls', 'chefTilleuls', 'Le jeu des Tilleuls')
  const deux = await proposee('saules', 'chefSaules', 'Le jeu des Saules')
  const ailleurs = await proposee('pruniers', 'chefPruniers', 'Le jeu des Pruniers')
  const liste = await (await m.lire('/actions?faire=oui', 'referent31')).text()
  for (const id of [un, deux]) assert.match(liste, new RegExp(`name="choix" value="${id}\\.2"`))
  // One changed meanwhile, one is elsewhere, one is no action, one is chosen twice.
  assert.equal((await m.envoyer(`/actions/${deux}/reprise`, { version: '2' }, 'chefSaules')).status, 303)
  const r = await enLot('valider', [`${un}.2`, `${un}.2`, `${deux}.2`, `${ailleurs}.2`, 'x', `${uuidv7()}.1`], 'referent31')
  assert.equal(r.statut, 200)
  assert.match(r.texte, /1 action validée/)
  // A draft again: for the département it is not there any more; it says no more than what is elsewhere.
  assert.match(r.texte, /4 actions n’ont pas changé/)
  assert.doesNotMatch(r.texte, /Pruniers/)
  assert.deepEqual(await etats(un, deux, ailleurs), ['validee', 'brouillon', 'proposee'])
  // Sent again, nothing moves.
  assert.match((await enLot('valider', [`${un}.2`], 'referent31')).texte, /0 action validée.*n’attend pas de validation/s)
})

test('published many at once, their photographs wait for a look', async () => {
  const ids = [await proposee('tilleuls', 'chefTilleuls', 'A'), await proposee('saules', 'chefSaules', 'B')]
  await enLot(
    'valider',
    ids.map((id) => `${id}.2`),
    'referent31',
  )
  assert.match(
    (
      await enLot(
        'publier',
        ids.map((id) => `${id}.3`),
        'communication',
      )
    ).texte,
    /2 actions publiées.*une par une/s,
  )
  assert.deepEqual(await etats(...ids), ['publiee', 'publiee'])
})

test('what cannot be done to many, nothing chosen, too many: a sentence; whoever has nothing to do there finds nothing', async () => {
  const id = await proposee('tilleuls', 'chefTilleuls', 'C')
  assert.equal((await enLot('retirer', [`${id}.2`], 'referent31')).statut, 422)
  assert.equal((await enLot('constructor', [`${id}.2`], 'referent31')).statut, 422)
  assert.equal((await enLot('valider', [], 'referent31')).statut, 422)
  assert.equal(
    (
      await enLot(
        'valider',
        Array.from({ length: 101 }, (_, i) => `x${i}`),
        'referent31',
      )
    ).statut,
    422,
  )
  assert.equal((await enLot('valider', [`${id}.2`], 'dpo')).statut, 404)
  assert.match((await enLot('valider', [`${id}.2`], 'chefTilleuls')).texte, /0 action validée/)
  assert.deepEqual(await etats(id), ['proposee'])
})

test('the export holds what the list shows to each, filters included, and no formula', async () => {
  const titre = '=cmd|"/c calc"!A1'
  await proposee('tilleuls', 'chefTilleuls', titre)
  const lire = async (format: string, qui: NomAgent): Promise<Response> => m.lire(`/actions/export.${format}?etat=proposee`, qui)
  const csv = await lire('csv', 'referent31')
  assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.match(csv.headers.get('content-disposition')!, /attachment; filename="actions\.csv"/)
  const texte = await csv.text()
  assert.match(texte, /"'=cmd\|""\/c calc""!A1"/)
  assert.doesNotMatch(texte, /Pruniers|Validée/)
  assert.doesNotMatch(await (await lire('csv', 'chefSaules')).text(), /=cmd/)
  assert.match(await (await lire('csv', 'referent81')).text(), /Pruniers/)
  const ods = Buffer.from(await (await lire('ods', 'referent31')).arrayBuffer())
  assert.equal(ods.toString('latin1', 30, 38), 'mimetype')
  for (const qui of ['equipeTilleuls', 'dpo', 'administrateur'] as const) assert.equal((await lire('csv', qui)).status, 404, qui)
})

test('a year’s bilan counts schools once, for the département or for all; schools have none', async () => {
  const page = async (qui: NomAgent): Promise<string> => (await m.lire('/actions/bilan/2026', qui)).text()
  const rangee = (texte: string, nom: string): string[] =>
    [...(new RegExp(`>${nom}</th>(.*?)</tr>`, 's').exec(texte)?.[1] ?? '').matchAll(/<div>([^<]+)<\/div>/g)].map((x) => x[1]!)
  const tout = await page('referenteAcademique')
  // Tilleuls and Saules took part, three schools are open; three actions, two published; no number of pupils was said.
  assert.deepEqual(rangee(tout, 'Haute-Garonne'), ['2', '3', '67\u00a0%', '3', '2', '0'])
  assert.deepEqual(rangee(tout, 'Tarn'), ['0', '2', '0\u00a0%', '0', '0', '0'])
  const sien = await page('referent31')
  assert.deepEqual(rangee(sien, 'Haute-Garonne'), rangee(tout, 'Haute-Garonne'))
  assert.deepEqual(rangee(sien, 'Tarn'), [])
  for (const qui of ['chefTilleuls', 'ien31', 'dpo'] as const)
    assert.equal((await m.lire('/actions/bilan/2026', qui)).status, 404, qui)
  assert.equal((await m.lire('/actions/bilan/x', 'referent31')).status, 404)
})
