import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, JOUR, ouvrirTransport, plus } from '#platform'
import { demarrerFacteur, type Facteur } from '../../../tests/fautes/facteur.ts'
import { NOMS_AGENTS, nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { ecrite, enLigne } from '../../../tests/support/ressources.ts'
import { annoncerRelectures } from '../../travaux/actions.ts'
import { viderCourriels } from '../../travaux/courriels/vider.ts'
import { dansJours } from './revue.ts'

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
  await m.admin('delete from machine.courriel')
  await m.admin(
    "update prevention.publication set retiree_le = now(), retiree_par = par, motif_retrait = 'x' where retiree_le is null",
  )
})

const texte = async (chemin: string, qui?: 'communication'): Promise<string> =>
  (await (await m.lire(chemin, qui)).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
async function prevenus(): Promise<string[]> {
  facteur.recus.length = 0
  await Promise.all([annoncerRelectures(m.maison), annoncerRelectures(m.maison)])
  const transport = ouvrirTransport(m.maison.config)!
  await viderCourriels(m.maison, transport)
  transport.fermer()
  return facteur.recus.map((r) => r.a.replace('@exemple.fr', '')).sort()
}
const vieillir = (id: string, jours: number): Promise<unknown> =>
  m.admin('update prevention.ressource set a_revoir_le = $2 where id = $1', [id, dansJours(jours)])

test('a year after it was written it is read again: told a month before, then every two weeks; past, everybody sees it', async () => {
  const { id, adresse } = await enLigne(m, { titre: 'Le guide' })
  assert.deepEqual(await prevenus(), [])
  m.aller(plus(clock.now(), 336 * JOUR))
  assert.deepEqual(await prevenus(), ['communication'])
  assert.match(JSON.stringify(facteur.recus[0]), /redaction\?revue=3Doui|redaction\?revue=oui/)
  assert.ok(!JSON.stringify(facteur.recus[0]).includes('Le guide'))
  assert.deepEqual(await prevenus(), [])
  assert.match(await texte('/redaction?revue=oui', 'communication'), /À relire bientôt[\s\S]*/)
  assert.doesNotMatch(await texte(`/ressources/${adresse}`), /devait être relue/)
  m.aller(plus(clock.now(), 31 * JOUR))
  assert.deepEqual(await prevenus(), ['communication'])
  assert.match(await texte('/redaction', 'communication'), /1 ressource dont la relecture est passée/)
  assert.match(await texte(`/ressources/${adresse}`), /devait être relue le/)
  const garant = m.agents.referenteAcademique
  const r = await m.envoyer(`/redaction/${id}/revue`, { garant, a_revoir_le: dansJours(200) }, 'communication')
  assert.equal(r.status, 303)
  assert.deepEqual(await prevenus(), [])
  assert.doesNotMatch(await texte(`/ressources/${adresse}`), /devait être relue/)
  assert.doesNotMatch(await texte('/redaction?revue=oui', 'communication'), /Le guide/)
})

test('whoever answered for it is gone: those who publish are told; a draft and what was withdrawn wake nobody', async () => {
  const { id } = await enLigne(m, { titre: 'Orpheline' })
  await vieillir(await ecrite(m, { titre: 'Brouillon' }), 3)
  await m.envoyer(
    `/redaction/${id}/revue`,
    { garant: m.agents.responsableAcademique, a_revoir_le: dansJours(10) },
    'communication',
  )
  assert.deepEqual(await prevenus(), ['responsableacademique'])
  await m.finirMandat('responsableAcademique')
  assert.deepEqual(await prevenus(), ['communication'])
  assert.match(await texte(`/redaction/${id}`, 'communication'), /ne publie plus ici/)
  assert.equal((await m.envoyer(`/redaction/${id}/retrait`, { motif: 'Fausse' }, 'communication')).status, 303)
  m.aller(plus(clock.now(), 20 * JOUR))
  assert.deepEqual(await prevenus(), [])
})

test('refused: a day past or too far, somebody who does not write; withdrawing says why, and the site never does', async () => {
  const { id, adresse } = await enLigne(m, { titre: 'Le dépliant' })
  const garant = m.agents.communication
  for (const [champs, phrase] of [
    [{ garant, a_revoir_le: dansJours(0) }, /jour à venir/],
    [{ garant, a_revoir_le: dansJours(1200) }, /trois ans/],
    [{ garant, a_revoir_le: 'demain' }, /Donnez le jour/],
    [{ garant: m.agents.chefTilleuls, a_revoir_le: dansJours(30) }, /Choisissez qui/],
  ] as const) {
    const r = await m.envoyer(`/redaction/${id}/revue`, champs, 'communication')
    assert.equal(r.status, 422)
    assert.match(await r.text(), phrase)
  }
  const sans = await m.envoyer(`/redaction/${id}/retrait`, { motif: ' ' }, 'communication')
  assert.equal(sans.status, 422)
  assert.match(await texte(`/ressources/${adresse}`), /Le dépliant/)
  await m.envoyer(`/redaction/${id}/retrait`, { motif: 'Le numéro a changé' }, 'communication')
  assert.match(await texte(`/redaction/${id}`, 'communication'), /retirée le [^<]*<[\s\S]*Le numéro a changé/)
  const gone = await m.lire(`/ressources/${adresse}`)
  assert.equal(gone.status, 404)
  assert.doesNotMatch(await gone.text(), /Le numéro a changé|Le dépliant/)
})

test('nobody else reads or moves the day of a resource', async () => {
  const id = await ecrite(m)
  for (const qui of NOMS_AGENTS.filter((q) => !['communication', 'referenteAcademique', 'responsableAcademique'].includes(q)))
    assert.equal(
      (await m.envoyer(`/redaction/${id}/revue`, { garant: m.agents.communication, a_revoir_le: dansJours(9) }, qui)).status,
      404,
    )
})
