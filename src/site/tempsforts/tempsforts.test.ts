import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
import { uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Monde } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const edition = async (champs: Record<string, string>): Promise<Response> => {
  const r = await m.envoyer('/actions/journees/nouvelle', { introduction: 'Bonjour.', ...champs }, 'communication')
  await attendre(500)
  return r
}
const lire = async (chemin: string): Promise<{ statut: number; texte: string }> => {
  const r = await m.lire(chemin)
  return { statut: r.status, texte: await r.text() }
}

test('the Safer Internet Day and the prix have their pages, at the day that was stored; one in preparation is nowhere', async () => {
  const sid = { code: 'safer_internet_day', annee: '2025', jour: '2026-02-10', theme: 'Les écrans et toi' }
  assert.equal((await edition({ ...sid, publier: 'oui' })).status, 303)
  assert.equal((await edition({ code: 'prix', annee: '2026', jour: '2027-06-02' })).status, 303)
  const { statut, texte } = await lire('/temps-forts/safer-internet-day/2026')
  assert.equal(statut, 200)
  assert.match(texte, /<h1>Safer Internet Day 2026<\/h1>/)
  assert.match(texte, /le mardi 10 février 2026/)
  assert.match(texte, /Les écrans et toi/)
  assert.equal((await lire('/temps-forts/prix/2027')).statut, 404)
  assert.match((await lire('/temps-forts/prix')).texte, /La page se prépare/)
  const index = (await lire('/temps-forts')).texte
  assert.match(index, /href="\/temps-forts\/safer-internet-day\/2026"/)
  assert.doesNotMatch(index, /2 juin 2027/)
  const ics = (await lire('/temps-forts/calendrier.ics')).texte
  assert.match(ics, /DTSTART;VALUE=DATE:20260210/)
  assert.doesNotMatch(ics, /20270602/)
})

test('an action belongs to the page of its own temps fort, and to no other', async () => {
  assert.equal((await edition({ code: 'journee_nationale', annee: '2025', jour: '2025-11-06', publier: 'oui' })).status, 303)
  const id = uuidv7()
  const action = {
    id,
    etab: ECOLES.tilleuls.etab,
    suite: 'proposer',
    temps_fort: '2025.safer_internet_day',
    du: '2026-02-10',
    type: 'jeu',
    publics: 'collegiens',
    titre: 'Le jeu des écrans',
    texte: 'On joue.',
  }
  assert.equal((await m.envoyer('/actions/nouvelle', action, 'chefTilleuls')).status, 303)
  assert.equal((await m.envoyer(`/actions/${id}/validation`, { version: '2' }, 'referent31')).status, 303)
  assert.equal((await m.envoyer(`/actions/${id}/publication`, { version: '3' }, 'communication')).status, 303)
  await attendre(500)
  assert.match((await lire('/temps-forts/safer-internet-day/2026')).texte, /Le jeu des écrans/)
  assert.match((await lire('/temps-forts/safer-internet-day/2026/actions.atom')).texte, /Le jeu des écrans/)
  for (const a of ['/journee-nationale/2025', '/journee-nationale/2025/actions.atom', '/journee-nationale/2025/calendrier.ics'])
    assert.doesNotMatch((await lire(a)).texte, /Le jeu des écrans/, a)
})

test('two days of one temps fort in one year would share an address: refused, with why', async () => {
  const r = await edition({ code: 'safer_internet_day', annee: '2026', jour: '2026-12-01' })
  assert.equal(r.status, 409)
  assert.match(await r.text(), /a déjà un jour cette année-là/)
})

test('the palmarès is another site’s page or one of ours, and nothing else', async () => {
  for (const [palmares_url, statut] of [
    ['javascript:alert(1)', 422],
    ['//ailleurs.example', 422],
    ['http://ailleurs.example', 422],
    ['/concours/palmares/2026', 303],
  ] as const)
    assert.equal(
      (await edition({ code: 'prix', annee: '2025', jour: '2026-06-03', palmares_url, publier: 'oui' })).status,
      statut,
      palmares_url,
    )
  assert.match((await lire('/temps-forts')).texte, /href="\/concours\/palmares\/2026"/)
})
