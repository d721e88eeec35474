import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
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

/** What is published shows within a second. */
const page = async (chemin = '/le-pole'): Promise<string> => {
  await attendre(500)
  return (await m.lire(chemin)).text()
}

test('a name is public only since its bearer said so, by nobody else, and no longer than that', async () => {
  const { prenom, nom } = AGENTS.referent31
  assert.ok(!(await page()).includes(`${prenom} ${nom}`))
  for (const [qui, statut] of [
    ['referent31', 303],
    ['chefTilleuls', 404],
    ['communication', 404],
    ['administrateur', 404],
  ] as const)
    assert.equal((await m.envoyer('/compte/nom', { public: 'oui', agent: m.agents.responsable31 }, qui)).status, statut, qui)
  const vus = await page()
  assert.ok(vus.includes(`${prenom} ${nom}`))
  for (const autre of Object.values(AGENTS).filter((a) => a.nom !== nom)) assert.ok(!vus.includes(`${autre.prenom} ${autre.nom}`))
  assert.equal((await m.envoyer('/compte/nom', { public: 'non' }, 'referent31')).status, 303)
  assert.ok(!(await page()).includes(`${prenom} ${nom}`))
  assert.deepEqual(await m.admin("select verbe from annuaire.journal where verbe like 'nom.%' order by verbe"), [
    { verbe: 'nom.publier' },
    { verbe: 'nom.taire' },
  ])
})

test('the comité and the desk are written by the pôle, in functions; never with somebody’s own address', async () => {
  const dit = {
    telephone: '05 61 00 00 00',
    mail: 'harcelement@academie.example',
    rattachement: 'Rattaché au pôle civique.',
    presidence: 'la rectrice',
    membres: 'infirmières\npsychologues',
    themes: 'le climat scolaire',
  }
  for (const qui of ['chefTilleuls', 'communication', 'referent31', 'administrateur', 'dpo'] as const) {
    assert.equal((await m.envoyer('/actions/pole', dit, qui)).status, 404, qui)
    assert.equal((await m.lire('/actions/pole', qui)).status, 404, qui)
  }
  const personnelle = await m.envoyer('/actions/pole', { ...dit, mail: 'referent31@exemple.fr' }, 'referenteAcademique')
  assert.equal(personnelle.status, 422)
  assert.match(await personnelle.text(), /adresse d’une personne/)
  assert.equal((await m.envoyer('/actions/pole', { ...dit, membres: '' }, 'referenteAcademique')).status, 422)
  assert.equal((await m.envoyer('/actions/pole', dit, 'referenteAcademique')).status, 303)
  const vue = await page()
  for (const x of ['Présidé par la rectrice', 'infirmières, psychologues', 'Rattaché au pôle civique', 'tel:0561000000'])
    assert.ok(vue.includes(x), x)
  // Two pages open at once: the second does not erase the first.
  assert.equal(
    (await m.envoyer('/actions/pole', { ...dit, version: '1', presidence: 'le recteur' }, 'responsableAcademique')).status,
    303,
  )
  assert.equal((await m.envoyer('/actions/pole', { ...dit, version: '1' }, 'referenteAcademique')).status, 409)
  const ecole = await page('/le-pole?ecole=tilleuls')
  for (const x of ['harcelement@academie.example', '05 61 00 00 00', 'Haute-Garonne']) assert.ok(ecole.includes(x), x)
  assert.doesNotMatch(ecole, /@exemple\.fr/)
})
