import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '#platform'
import { ECOLES, NOMS_AGENTS, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { moments } from '../edition/edition.form.ts'

let m: Monde
const JOURNEE = { code: 'journee_nationale', annee: '2026', jour: '2026-11-05', introduction: 'Un jour.', publier: 'oui' }
before(async () => {
  m = await nouveauMonde()
  assert.equal((await m.envoyer('/actions/journees/nouvelle', JOURNEE, 'communication')).status, 303)
})
after(() => m.fermer())

async function publiee(du = '2026-11-05'): Promise<string> {
  const id = uuidv7()
  const champs = {
    id,
    etab: ECOLES.tilleuls.etab,
    suite: 'proposer',
    temps_fort: '2026.journee_nationale',
    du,
    type: 'sport',
    publics: 'collegiens',
    effectif: '120',
    titre: 'La course',
    texte: 'On court.',
  }
  for (const [forme, qui, c] of [
    ['/actions/nouvelle', 'chefTilleuls', champs],
    [`/actions/${id}/validation`, 'referent31', { version: '2' }],
    [`/actions/${id}/publication`, 'communication', { version: '3' }],
  ] as const)
    assert.equal((await m.envoyer(forme, c, qui)).status, 303)
  return id
}
const rendre = (id: string, champs: Record<string, string> = {}, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
  m.envoyer(
    `/actions/${id}/compte-rendu`,
    { version: '', compte: 'Cent élèves ont couru sous la pluie.', eleves: '100', ...champs },
    qui,
  )
const publique = async (): Promise<string> =>
  (await (await m.lire('/journee-nationale/2026')).text())
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('the school tells what was done; once it was looked at, the page tells it, with how many were there', async () => {
  const id = await publiee()
  assert.match(await publique(), /120 élèves/)
  assert.equal((await rendre(id)).status, 303)
  assert.doesNotMatch(await publique(), /sous la pluie/)
  assert.match(await publique(), /120 élèves/)
  const publier = (version: string, qui: NomAgent = 'communication'): Promise<Response> =>
    m.envoyer(`/actions/${id}/compte-rendu/publication`, { version }, qui)
  assert.equal((await publier('1', 'chefTilleuls')).status, 409)
  assert.equal((await publier('1')).status, 303)
  const page = await publique()
  assert.match(page, /Après le jour Cent élèves ont couru sous la pluie/)
  assert.match(page, /100 élèves/)
  // Written again: out of the page until somebody has read it.
  assert.equal((await rendre(id, { version: '1', compte: 'Autre texte' })).status, 303)
  assert.doesNotMatch(await publique(), /sous la pluie|Autre texte/)
  assert.equal((await publier('1')).status, 409)
  assert.equal((await publier('2')).status, 303)
  assert.match(await publique(), /Autre texte/)
  await m.envoyer(`/actions/${id}/retrait`, { version: '4', motif: 'Erreur' }, 'communication')
  assert.doesNotMatch(await publique(), /Autre texte/)
})

test('refused: before the day, nothing told, an action that is not published; two at once, one is told', async () => {
  const tot = await publiee('2026-12-01')
  assert.match(await (await rendre(tot)).text(), /une fois le jour venu/)
  const id = await publiee()
  assert.equal((await rendre(id, { compte: '' })).status, 422)
  assert.match(await (await rendre(id, { eleves: 'Lina' })).text(), /value="Lina"/)
  const deux = await Promise.all([rendre(id), rendre(id, {}, 'coordoTilleuls')])
  assert.deepEqual(deux.map((r) => r.status).sort(), [303, 409])
  const brouillon = uuidv7()
  await m.envoyer(
    '/actions/nouvelle',
    {
      id: brouillon,
      etab: ECOLES.tilleuls.etab,
      suite: 'brouillon',
      temps_fort: '',
      du: '2026-11-05',
      type: 'sport',
      publics: 'collegiens',
      titre: 'x',
      texte: 'y',
    },
    'chefTilleuls',
  )
  assert.match(await (await rendre(brouillon)).text(), /quand l’action est publiée/)
})

test('nobody else tells in the place of a school', async () => {
  const id = await publiee()
  for (const qui of NOMS_AGENTS.filter((q) => !['chefTilleuls', 'coordoTilleuls'].includes(q)))
    assert.ok([404, 409].includes((await rendre(id, {}, qui)).status), qui)
  assert.deepEqual(await m.admin('select 1 from prevention.compte_rendu where action = $1', [id]), [])
})

test('the day has its hours and its kit; a line without an hour is refused', async () => {
  assert.deepEqual(moments('9 h 30 : ouverture\n\n14h – ateliers'), [
    { heure: '9 h 30', quoi: 'ouverture' },
    { heure: '14 h', quoi: 'ateliers' },
  ])
  const changer = (champs: Record<string, string>): Promise<Response> =>
    m.envoyer('/actions/journees/2026/journee_nationale', { ...JOURNEE, version: '1', ...champs }, 'communication')
  assert.equal((await changer({ deroule: 'ouverture' })).status, 422)
  for (const kit of ['https://ailleurs.example', '/dossiers', '//ailleurs'])
    assert.equal((await changer({ kit })).status, 422, kit)
  assert.equal((await changer({ deroule: '9 h 30 : ouverture', kit: '/ressources/kit?r=affiche' })).status, 303)
  assert.match(await publique(), /Le déroulé 9 h 30 ouverture Le kit de la journée/)
})
