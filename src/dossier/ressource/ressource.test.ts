import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, JOUR, plus } from '#platform'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { ouvrirProtege } from '../../../tests/support/dossiers.ts'
import { enLigne, ecrite, modifier, publier } from '../../../tests/support/ressources.ts'
import { ETAPES } from '../../ressource/vocabulaire.ts'
import { VERBES } from '../protocole/protocole.ts'
import { etapeDe } from './ressource.ts'

let m: Monde
let numero: string
before(async () => {
  m = await nouveauMonde()
  numero = (await ouvrirProtege(m, 'chefTilleuls')).numero
})
after(() => m.fermer())

/** What a part of the dossier offers to read. */
async function offertes(partie = ''): Promise<string[]> {
  const r = await m.lire(`/dossiers/${numero}${partie}`, 'chefTilleuls')
  assert.equal(r.status, 200)
  return [...(await r.text()).matchAll(/<a href="\/bibliotheque\/[^"]+">([^<]+)<\/a>/g)].map((x) => x[1]!).sort()
}

test('an editor may name every part of the protocol, and no other', () => {
  const parties = new Set(Object.values(VERBES).map(etapeDe))
  assert.deepEqual(Object.keys(ETAPES).sort(), [...parties].sort())
})

test('each part of a dossier shows what was published for it, the staff part too, and nothing else', async () => {
  await enLigne(m, { titre: 'Entendre un témoin', etapes: ['entretiens', 'familles'], acces: 'personnels' })
  await enLigne(m, { titre: 'Protéger tout de suite', etapes: 'ensemble' })
  await enLigne(m, { titre: 'Sans étape' })
  await ecrite(m, { titre: 'Encore brouillon', etapes: 'entretiens' })
  assert.deepEqual(await offertes(), ['Protéger tout de suite'])
  assert.deepEqual(await offertes('/entretiens'), ['Entendre un témoin'])
  assert.deepEqual(await offertes('/familles'), ['Entendre un témoin'])
  assert.deepEqual(await offertes('/notes'), [])
})

test('what is withdrawn, ended, replaced or no longer for this part is gone at the next reading', async () => {
  const retiree = await enLigne(m, { titre: 'Retirée', etapes: 'evaluation' })
  const ancienne = await enLigne(m, { titre: 'Ancienne', etapes: 'evaluation' })
  const finie = await ecrite(m, { titre: 'Finie', etapes: 'evaluation' })
  await publier(m, finie, { au: '2026-11-20' })
  const change = await enLigne(m, { titre: 'Ailleurs', etapes: 'evaluation' })
  assert.deepEqual(await offertes('/evaluation'), ['Ailleurs', 'Ancienne', 'Finie', 'Retirée'])
  await m.envoyer(`/redaction/${retiree.id}/retrait`, { motif: 'Périmée' }, 'communication')
  await enLigne(m, { titre: 'Neuve', etapes: 'evaluation', remplace: ancienne.id })
  await modifier(m, change.id, { titre: 'Ailleurs', etapes: 'suivi' })
  assert.deepEqual(await offertes('/evaluation'), ['Ailleurs', 'Finie', 'Neuve'])
  await publier(m, change.id)
  assert.deepEqual(await offertes('/evaluation'), ['Finie', 'Neuve'])
  m.aller(plus(clock.now(), 15 * JOUR))
  assert.deepEqual(await offertes('/evaluation'), ['Neuve'])
  assert.deepEqual(await offertes('/suivi'), ['Ailleurs'])
})

test('a part that does not exist is refused', async () => {
  const r = await m.envoyer(
    '/redaction/nouvelle?genre=ressource',
    { titre: 'x', etapes: 'cloture', suite: 'enregistrer' },
    'communication',
  )
  assert.equal(r.status, 422)
  assert.match(await r.text(), /Cette étape n’existe pas/)
})
