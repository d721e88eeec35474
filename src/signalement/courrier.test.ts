import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { transaction, uuidv7 } from '#platform'
import { ECOLES, nouveauMonde, type Monde } from '../../tests/support/monde.ts'
import { raconter, version } from '../../tests/support/situations.ts'
import { preuvesDuDepot } from './depot/deposer.ts'
import { ecrire } from './suivi/fil.ts'

/** What comes first is told to the département as well, whichever way it comes: a head may be away for the day. */

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())
beforeEach(() => m.admin('delete from machine.courriel'))

const dits = async (fil: string): Promise<string[]> =>
  (
    await m.admin<{ modele: string; niveau: string }>(
      'select modele, niveau from machine.courriel where fil = $1 order by modele, niveau',
      [fil],
    )
  ).map((c) => `${c.modele} ${c.niveau}`)

test('the child writes in the dialogue that they want to die', async () => {
  const { id, brouillon } = await raconter(m, 'glycines')
  const { base, trousseau } = m.maison
  const dire = (texte: string) =>
    transaction(base, 'public', preuvesDuDepot(trousseau, '16', brouillon), (db) =>
      ecrire(db, trousseau, '16', { id: uuidv7(), texte, images: [] }),
    )
  await m.admin('delete from machine.courriel')
  await dire('Ça continue.')
  assert.deepEqual(await dits(id), ['nouveau_message etablissement'])
  await m.admin('delete from machine.courriel')
  await dire('Je veux mourir.')
  assert.deepEqual(await dits(id), ['urgent departement', 'urgent etablissement'])
})

test('whoever has the report is told that the child has written, though they are of no level that holds it', async () => {
  const { id, brouillon } = await raconter(m, 'tilleuls')
  const { base, trousseau } = m.maison
  assert.equal((await m.envoyer(`/signalements/${id}/octrois`, { agent: m.agents.equipeTilleuls }, 'chefTilleuls')).status, 303)
  const reponse = { version: await version(m, id), message: uuidv7(), texte: 'J’ai lu ton message.' }
  assert.equal((await m.envoyer(`/signalements/${id}/reponses`, reponse, 'equipeTilleuls')).status, 303)
  await m.admin('delete from machine.courriel')
  await transaction(base, 'public', preuvesDuDepot(trousseau, '16', brouillon), (db) =>
    ecrire(db, trousseau, '16', { id: uuidv7(), texte: 'Merci.', images: [] }),
  )
  assert.deepEqual(await m.admin('select modele, niveau, agent from machine.courriel order by agent nulls first'), [
    { modele: 'nouveau_message', niveau: 'etablissement', agent: null },
    { modele: 'nouveau_message', niveau: null, agent: m.agents.equipeTilleuls },
  ])
})

test('a call that says a danger, typed by the school; one that says none', async () => {
  const saisir = async (recit: string): Promise<string> => {
    const texte = await (await m.lire('/signalements/nouveau', 'coordoTilleuls')).text()
    const id = /name="id" value="([^"]+)"/.exec(texte)![1]!
    const r = await m.envoyer(
      '/signalements/nouveau',
      { id, canal: 'oral', recit, code: 'non', etab: ECOLES.tilleuls.etab },
      'coordoTilleuls',
    )
    assert.equal(r.status, 303, await r.text())
    return id
  }
  assert.deepEqual(await dits(await saisir('Il a un couteau dans son sac.')), ['urgent departement', 'urgent etablissement'])
  assert.deepEqual(await dits(await saisir('On se moque de lui.')), ['nouveau etablissement'])
})

test('an urgent report sent to the right school; an urgency put back', async () => {
  const { id } = await raconter(m, 'tilleuls', { quoi: ['arme'] })
  await m.admin('delete from machine.courriel')
  const champs = { version: await version(m, id), etab: ECOLES.saules.etab }
  assert.equal((await m.envoyer(`/signalements/${id}/reorientation`, champs, 'chefTilleuls')).status, 303)
  assert.deepEqual(await dits(id), ['urgent departement', 'urgent etablissement'])
  const changer = async (quoi: 'levee' | 'retour', forme: Record<string, string>): Promise<void> => {
    const r = await m.envoyer(
      `/signalements/${id}/urgences/${quoi}`,
      { version: await version(m, id), message: uuidv7(), ...forme },
      'chefSaules',
    )
    assert.equal(r.status, 303, await r.text())
  }
  await changer('levee', { urgence: 'arme', raison_lever: 'Un compas.' })
  await m.admin('delete from machine.courriel')
  await changer('retour', { levee: 'arme', raison_remettre: 'Un couteau, finalement.' })
  assert.deepEqual(await dits(id), ['urgent departement', 'urgent etablissement'])
})
