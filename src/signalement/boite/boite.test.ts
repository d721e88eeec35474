import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, HEURE, plus, uuidv7 } from '#platform'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { raconter, version } from '../../../tests/support/situations.ts'
import { ecrireCle, lireCle, lireFiltres, urlBoite } from './boite.filtres.ts'

let m: Monde
before(async () => void (m = await nouveauMonde()))
after(() => m.fermer())

/** The reports of a list, in its order. */
const vus = async (chemin: string, qui: NomAgent): Promise<string[]> => [
  ...new Set(
    [...(await (await m.lire(chemin, qui)).text()).matchAll(/href="\/signalements\/([0-9a-f-]{36})"/g)].map((x) => x[1]!),
  ),
]

test('urgent first with the reason in words, then by due date; nothing of the narrative', async () => {
  const depart = clock.now()
  const ancien = await raconter(m, 'saules', { recit: 'Ancien, sans urgence, secret-un.' })
  clock.set(plus(depart, HEURE))
  const recent = await raconter(m, 'saules', { recit: 'Récent, sans urgence, secret-deux.' })
  const arme = await raconter(m, 'saules', { recit: 'Il a un couteau, secret-trois.', noms: 'Kévin' })
  assert.deepEqual(await vus('/boite', 'chefSaules'), [arme.id, ancien.id, recent.id])
  const texte = await (await m.lire('/boite', 'chefSaules')).text()
  assert.match(texte, /Arme ou objet dangereux/)
  for (const secret of ['secret-un', 'secret-deux', 'secret-trois', 'couteau', 'Kévin'])
    assert.ok(!texte.includes(secret), secret)
  clock.set(depart)
})

test('each view shows its own, and its count is the number of its rows', async () => {
  const un = await raconter(m, 'pruniers')
  const deux = await raconter(m, 'pruniers')
  const trois = await raconter(m, 'pruniers')
  await m.envoyer(`/signalements/${deux.id}/prise-en-charge`, { version: await version(m, deux.id), de: '' }, 'chefPruniers')
  await m.envoyer(
    `/signalements/${trois.id}/cloture`,
    { version: await version(m, trois.id), message: uuidv7(), motif: 'traite', dernier: 'Au revoir.' },
    'chefPruniers',
  )
  const depart = clock.now()
  clock.set(plus(depart, 25 * HEURE))
  // Its first session opens then: an older one would have ended.
  assert.deepEqual((await vus('/boite?vue=en_retard', 'referent81')).sort(), [un.id, deux.id].sort())
  assert.match(await (await m.lire('/boite', 'referent81')).text(), /En\sretard\sde\s1\sh/)
  clock.set(depart)
  assert.deepEqual((await vus('/boite', 'chefPruniers')).sort(), [un.id, deux.id].sort())
  assert.deepEqual(await vus('/boite?vue=a_prendre', 'chefPruniers'), [un.id])
  assert.deepEqual(await vus('/boite?vue=a_moi', 'chefPruniers'), [deux.id])
  assert.deepEqual(await vus('/boite?vue=en_retard', 'chefPruniers'), [])
  assert.deepEqual(await vus('/boite?vue=clos', 'chefPruniers'), [trois.id])
  assert.match(await (await m.lire('/boite', 'chefPruniers')).text(), /À prendre<\/span>\s*<span class="preau-compteur">1</)
})

test('thirty rows a page: the key of the last one leads to the rest, none twice and none left out', async () => {
  const ids: string[] = []
  for (let i = 0; i < 33; i++) ids.push((await raconter(m, 'ormes', i % 3 === 0 ? { quoi: ['arme'] } : {})).id)
  const premiere = await vus('/boite', 'ien81')
  assert.equal(premiere.length, 30)
  const suite = /href="(\/boite\?apres=[^"]+)"/.exec(await (await m.lire('/boite', 'ien81')).text())![1]!
  const seconde = await vus(suite, 'ien81')
  assert.deepEqual([...premiere, ...seconde].sort(), ids.sort())
})

test('filters of the address: school type and channel; what means nothing is ignored', async () => {
  const tous = await vus('/boite', 'referenteAcademique')
  assert.deepEqual(await vus('/boite?canal=courrier', 'referenteAcademique'), [])
  assert.deepEqual(await vus('/boite?vue=nimporte&dept=xyz&apres=1.2.3', 'referenteAcademique'), tous)
  const colleges = await vus('/boite?type=college&dept=081', 'referenteAcademique')
  assert.equal(colleges.length, 2)
})

test('a key and an address come back as they were', () => {
  const cle = { rang: 1, date: new Date('2026-11-10T08:00:00Z'), id: uuidv7() }
  assert.deepEqual(lireCle(ecrireCle(cle)), cle)
  assert.equal(lireCle('2.1.x'), null)
  const f = lireFiltres((n) => ({ vue: 'en_retard', canal: '3018', type: 'ecole' })[n])
  assert.equal(urlBoite(f), '/boite?vue=en_retard&type=ecole&canal=3018')
})

test('a référent of two départements filters by those two, and by no other', async () => {
  const finir = await m.ajouterMandat('referent31', 'referent_departemental', { dept: '081' })
  const [ici, la] = [await raconter(m, 'tilleuls', { quoi: ['arme'] }), await raconter(m, 'ormes', { quoi: ['arme'] })]
  assert.match(await (await m.lire('/boite', 'referent31')).text(), /<option value="081"/)
  const [tous, du81] = [await vus('/boite', 'referent31'), await vus('/boite?dept=081', 'referent31')]
  assert.deepEqual(
    [tous, du81].map((liste) => [ici.id, la.id].map((id) => liste.includes(id))),
    [
      [true, true],
      [false, true],
    ],
  )
  await finir()
  assert.doesNotMatch(await (await m.lire('/boite', 'referent31')).text(), /name="dept"/)
  assert.deepEqual(
    ['02A', '02B', '971', '02C'].map((d) => lireFiltres((nom) => (nom === 'dept' ? d : undefined)).dept),
    ['02A', '02B', '971', null],
  )
})
