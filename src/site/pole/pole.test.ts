import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AGENTS, nouveauMonde, type Monde } from '../../../tests/support/monde.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

const cellules = (page: string, ligne: string): string[] =>
  [...new RegExp(`>${ligne}</th>(.*?)</tr>`, 's').exec(page)![1]!.matchAll(/<div>(\d+)<\/div>/g)].map((x) => x[1]!)

test('the pôle is counted from the mandates of today, and names nobody', async () => {
  await m.finirMandat('referent81')
  const page = await (await m.lire('/le-pole')).text()
  // Haute-Garonne: one responsable, one référent, one inspector, one coordinator, one member of an équipe ressource.
  assert.deepEqual(cellules(page, 'Haute-Garonne'), ['1', '1', '1', '1', '1'])
  assert.deepEqual(cellules(page, 'Tarn'), ['0', '0', '1', '0', '0'])
  for (const { prenom, nom } of Object.values(AGENTS)) assert.ok(!page.includes(`${prenom} ${nom}`), nom)
  for (const dit of ['Trois missions', 'Présidé par le recteur', 'direction des affaires juridiques'])
    assert.ok(page.includes(dit), dit)
})

test('one’s référent is found by one’s school; what is looked for is text', async () => {
  const page = await (await m.lire('/le-pole?ecole=tileuls')).text()
  assert.match(page, /Collège Les Tilleuls/)
  assert.doesNotMatch(page, /Collège Les Pruniers/)
  const forge = await (await m.lire(`/le-pole?ecole=${encodeURIComponent('"><script>x</script>')}`)).text()
  assert.doesNotMatch(forge, /<script>x/)
  assert.match(forge, /Aucun établissement trouvé/)
})
