import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { uuidv7 } from '#platform'
import { ouvrirProtege, type Ouvert } from '../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../tests/support/monde.ts'
import { verbes } from '../../tests/support/situations.ts'
import { empreinteDe, fusionner, vuDe } from './fusion.ts'

test('field by field: nothing typed is ever lost, and nothing is written over unseen', () => {
  const texte = fc.constantFrom('', 'a', 'b', 'c')
  fc.assert(
    fc.property(texte, texte, texte, (vu, leur, mien) => {
      const f = fusionner(['x'], { x: leur }, { x: mien, [vuDe('x')]: empreinteDe(vu) }, false)
      const [moi, eux] = [mien !== vu, leur !== vu]
      assert.deepEqual(f.disputes, moi && eux && mien !== leur ? ['x'] : [])
      assert.equal(f.valeurs.x, moi ? mien : leur)
      assert.equal(f.change, f.valeurs.x !== leur)
    }),
  )
})

test('line ends and the spaces around are no difference', () => {
  const f = fusionner(['x'], { x: 'un\ndeux' }, { x: ' un\r\ndeux ', [vuDe('x')]: empreinteDe('un\r\ndeux') }, false)
  assert.deepEqual([f.disputes, f.change], [[], false])
})

let m: Monde
let d: Ouvert
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())
beforeEach(async () => void (d = await ouvrirProtege(m, 'chefTilleuls')))

/** The hidden fields of a page: what a browser would send back. */
async function caches(chemin: string, qui: NomAgent): Promise<Record<string, string>> {
  const page = await (await m.lire(`/dossiers/${d.numero}${chemin}`, qui)).text()
  return Object.fromEntries([...page.matchAll(/name="(vu_[a-z]+)" value="([^"]*)"/g)].map((x) => [x[1]!, x[2]!]))
}
const envoyer = (chemin: string, champs: Record<string, string>, qui: NomAgent): Promise<Response> =>
  m.envoyer(`/dossiers/${d.numero}${chemin}`, champs, qui)

test('the name by one, the class by the other, at the same time: both are kept', async () => {
  const ici = `/personnes/${d.cible}`
  const vu = await caches(ici, 'chefTilleuls')
  const deux = await Promise.all([
    envoyer(ici, { ...vu, nom: 'Lina Roussel-Bey', precision: '5e B' }, 'chefTilleuls'),
    envoyer(ici, { ...vu, nom: 'Lina Roussel', precision: '5e C' }, 'coordoTilleuls'),
  ])
  assert.deepEqual(
    deux.map((r) => r.status),
    [303, 303],
  )
  const page = await (await m.lire(`/dossiers/${d.numero}${ici}`, 'chefTilleuls')).text()
  assert.match(page, /value="Lina Roussel-Bey"/)
  assert.match(page, /value="5e C"/)
})

test('the same name by both, otherwise: one is written, the other comes back with both on the screen, and the person decides', async () => {
  const ici = `/personnes/${d.cible}`
  const vu = await caches(ici, 'chefTilleuls')
  const [a, b] = await Promise.all([
    envoyer(ici, { ...vu, nom: 'Lina Bey', precision: '5e B' }, 'chefTilleuls'),
    envoyer(ici, { ...vu, nom: 'Lina Rouxel', precision: '5e B' }, 'coordoTilleuls'),
  ])
  assert.deepEqual([a.status, b.status].sort(), [303, 409])
  const texte = await (a.status === 409 ? a : b).text()
  assert.match(texte, /Lina Bey/)
  assert.match(texte, /Lina Rouxel/)
  assert.match(texte, /Le texte enregistré par votre collègue/)
  const [, empreinte] = /name="vu_nom" value="([^"]*)"/.exec(texte)!
  assert.equal(
    (await envoyer(ici, { ...vu, vu_nom: empreinte!, nom: 'Lina Rouxel-Bey', precision: '5e B' }, 'coordoTilleuls')).status,
    303,
  )
})

test('a summary that nobody else touched is kept, whatever else was done in the dossier meanwhile', async () => {
  const vu = await caches('', 'chefTilleuls')
  await envoyer('/personnes', { version: '99', id: uuidv7(), nom: 'Noé', role: 'temoin', du: '2026-11-01' }, 'coordoTilleuls')
  assert.equal((await envoyer('/resume', { ...vu, version: '1', resume: 'Vu à la cantine.' }, 'chefTilleuls')).status, 303)
  // Sent again: nothing changed, no second fact.
  assert.equal((await envoyer('/resume', { ...vu, version: '1', resume: 'Vu à la cantine.' }, 'chefTilleuls')).status, 303)
  assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.resumer').length, 1)
})

test('a talk corrected by two at once: other fields merge into one more version, each one readable', async () => {
  const id = uuidv7()
  await envoyer(
    `/entretiens/avec/${d.temoin}/temoin`,
    { id, role: 'temoin', mene: m.agents.chefTilleuls, quand: '2026-11-10T08:30', faits: 'Trois élèves.', mots: '« Arrête. »' },
    'chefTilleuls',
  )
  const ici = `/entretiens/${id}`
  const vu = await caches(ici, 'chefTilleuls')
  const dit = {
    mene: m.agents.chefTilleuls,
    second: '',
    presents: '',
    quand: '2026-11-10T08:30',
    duree: '',
    langue: '',
    interprete: '',
    appreciation: '',
    besoins: '',
    annonce: '',
    nomme: '',
    explication: '',
  }
  const deux = await Promise.all([
    envoyer(ici, { ...vu, ...dit, faits: 'Deux élèves.', mots: '« Arrête. »' }, 'chefTilleuls'),
    envoyer(ici, { ...vu, ...dit, faits: 'Trois élèves.', mots: '« Arrête, s’il te plaît. »' }, 'coordoTilleuls'),
  ])
  assert.deepEqual(
    deux.map((r) => r.status),
    [303, 303],
  )
  const page = await (await m.lire(`/dossiers/${d.numero}${ici}`, 'chefTilleuls')).text()
  assert.match(page, /version 3/)
  for (const mot of ['Trois élèves', 'Deux élèves', 's’il te plaît']) assert.match(page, new RegExp(mot))
  const [derniere] = page.split('Versions d’avant')
  assert.match(derniere!, /Deux élèves/)
  const troisieme = await envoyer(ici, { ...vu, ...dit, faits: 'Quatre élèves.', mots: '« Arrête. »' }, 'chefTilleuls')
  assert.equal(troisieme.status, 409)
  const texte = await troisieme.text()
  for (const mot of ['Quatre élèves', 'Deux élèves', 's’il te plaît']) assert.match(texte, new RegExp(mot))
  assert.equal((await envoyer(ici, { ...vu, ...dit, faits: 'Trois élèves.', mots: '« Arrête. »' }, 'chefTilleuls')).status, 422)
  assert.equal((await m.lire(`/dossiers/${d.numero}${ici}`, 'chefSaules')).status, 404)
  assert.equal((await envoyer(ici, { faits: 'x' }, 'chefSaules')).status, 404)
})
