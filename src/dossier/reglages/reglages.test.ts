import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, HEURE, plus } from '#platform'
import { ouvrirDossier } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { DELAIS } from '../protocole/delais.ts'
import { VARIANTES } from '../protocole/variantes.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const regler = (code: string, vu: string, valeur: string, raison: string, qui: NomAgent = 'responsableAcademique') =>
  m.envoyer(`/reglages/${code}`, { vu, [`valeur_${code}`]: valeur, [`raison_${code}`]: raison }, qui)
const lignes = (code: string): Promise<{ valeur: string; raison: string; par: string }[]> =>
  m.admin('select valeur, raison, par from annuaire.reglage where code = $1 order by le', [code])

test('the pôle reads, the others do not know that it exists; the responsable académique alone is offered to write', async () => {
  for (const [qui, statut] of [
    ['responsableAcademique', 200],
    ['referenteAcademique', 200],
    ['responsable31', 200],
    ['referent81', 200],
    ['chefTilleuls', 404],
    ['ien31', 404],
    ['dpo', 404],
    ['equipeTilleuls', 404],
  ] as const)
    assert.equal((await m.lire('/reglages', qui)).status, statut, qui)
  const page = await (await m.lire('/reglages', 'responsableAcademique')).text()
  for (const { libelle } of [...Object.values(DELAIS), ...Object.values(VARIANTES)]) assert.ok(page.includes(libelle), libelle)
  assert.doesNotMatch(await (await m.lire('/reglages', 'referenteAcademique')).text(), /action="\/reglages/)
})

test('unknown to a school; refused to the rest of the pôle, by the page and by the database', async () => {
  assert.equal((await regler('delai.suivi_1', '7', '10', 'Essai', 'chefTilleuls')).status, 404)
  const r = await regler('delai.suivi_1', '7', '10', 'Essai', 'referenteAcademique')
  assert.equal(r.status, 409)
  assert.match(await r.text(), /Seul le responsable académique/)
  assert.equal((await regler('delai.inconnu', '7', '10', 'Essai')).status, 404)
  assert.deepEqual(await m.admin('select from annuaire.reglage'), [])
})

test('only within its bounds, only with a reason; what was typed comes back', async () => {
  const { min, max } = DELAIS.suivi_1
  for (const valeur of [String(min - 1), String(max + 1), '', '7,5', '-7', 'sept', '7 ', '0x9'].filter((v) => v.trim() !== '7')) {
    const r = await regler('delai.suivi_1', '7', valeur, 'Une raison gardée')
    assert.equal(r.status, 422, valeur)
    assert.match(await r.text(), /Une raison gardée/)
  }
  assert.match(await (await regler('delai.suivi_1', '7', '10', '')).text(), /Écrivez la raison/)
  assert.match(await (await regler('delai.suivi_1', '7', '7', 'Rien')).text(), /déjà le réglage/)
  assert.equal((await regler('variante.accord_famille', 'information', 'peut-etre', 'Essai')).status, 422)
  assert.deepEqual(await lignes('delai.suivi_1'), [])
})

test('settled: the next due date follows it, the dossier shows the choice, the history keeps who and why', async () => {
  assert.equal((await regler('delai.prise_en_charge', '24', '4', 'Une garde est tenue.')).status, 303)
  const d = await ouvrirDossier(m, 'referent31', { responsable: m.agents.chefTilleuls })
  assert.equal(d.echeance?.toISOString(), plus(clock.now(), 4 * HEURE).toISOString())
  m.aller(plus(clock.now(), HEURE))
  assert.equal((await regler('delai.prise_en_charge', '4', '24', 'La garde a cessé.')).status, 303)
  assert.deepEqual(
    (await lignes('delai.prise_en_charge')).map((l) => [l.valeur, l.par === m.agents.responsableAcademique]),
    [
      ['4', true],
      ['24', true],
    ],
  )
  await regler('variante.accord_famille', 'information', 'accord', 'Le copil de septembre l’a demandé.')
  assert.match(await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text(), /Le copil de septembre l’a demandé/)
  const page = await (await m.lire('/reglages', 'referent31')).text()
  for (const mots of [/La garde a cessé/, /Une garde est tenue/, /Denis Lacaze/]) assert.match(page, mots)
})

test('two at once: one is done, the other is told, nothing is written over', async () => {
  const deux = await Promise.all(
    ['8', '9'].map((valeur) => regler('delai.evaluation', '5', valeur, 'Essai').then((r) => r.status)),
  )
  assert.deepEqual(deux.toSorted(), [303, 409])
  assert.equal((await lignes('delai.evaluation')).length, 1)
})
