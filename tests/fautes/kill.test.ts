import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
import { verifierChaines } from '#travaux'
import { lireContenu } from '../../src/signalement/contenu.ts'
import { Declarants, type Accuse } from './declarants.ts'
import { Installation } from './installation.ts'

const TOURS = 5
const ECRIVAINS = 8

let i: Installation
const accuses: Accuse[] = []

before(async () => {
  i = await Installation.ouvrir()
  await i.servir()
})
after(() => i.fermer())

/** Every code that somebody saw opens the report that they wrote. */
async function toutSOuvre(): Promise<void> {
  const restent = [...accuses]
  const ouvrir = async (): Promise<void> => {
    for (let a = restent.pop(); a !== undefined; a = restent.pop()) {
      const r = await fetch(`${i.origine}/suivi`, { method: 'POST', body: new URLSearchParams({ code: a.code }) })
      // Shown with the spaces of French typography.
      const page = (await r.text()).replaceAll('\u00a0', ' ')
      assert.equal(r.status, 200, a.recit)
      assert.ok(page.includes(a.recit), a.recit)
    }
  }
  await Promise.all(Array.from({ length: 4 }, ouvrir))
}

/** What is there is whole: key, code, first fact, notice to the school, a narrative that opens; and nothing is there twice. */
async function rienAMoitie(): Promise<number> {
  const lignes = await i.admin<{ id: string; contenu: Buffer; version: number; emballee: Buffer; entier: boolean }>(`
    select s.id, s.contenu, k.version, k.emballee, exists (select from acces.suivi u where u.acad = s.acad and u.signalement = s.id)
      and exists (select from confidentiel.fait f where f.acad = s.acad and f.fil = s.id and f.rang = 1 and f.verbe = 'signalement.deposer')
      and exists (select from machine.courriel c where c.fil = s.id) as entier
    from confidentiel.signalement s left join confidentiel.cle k on k.acad = s.acad and k.fil = s.id`)
  assert.deepEqual(
    lignes.filter((l) => !l.entier),
    [],
  )
  const recits = lignes.map((l) => {
    const cle = i.maison.trousseau.deballer('16', l.id, l.version, l.emballee)
    return lireContenu({ acad: '16', id: l.id, cle }, l.contenu).recit
  })
  assert.equal(new Set(recits).size, recits.length)
  const n = String(lignes.length)
  const [comptes] =
    await i.admin(`select (select count(*) from acces.suivi)::text as suivis, (select count(*) from confidentiel.cle)::text as cles,
    (select count(*) from confidentiel.chaine)::text as chaines, (select count(distinct fil) from machine.courriel)::text as courriels`)
  assert.deepEqual(comptes, { suivis: n, cles: n, chaines: n, courriels: n })
  assert.deepEqual((await verifierChaines(i.maison)).constats, [])
  return lignes.length
}

const ms = (temps: readonly number[]): string => temps.map((t) => Math.round(t)).join(', ')

test('kill -9 of the server while eight people send: every code that was shown opens its report, nothing is half there', async (t: TestContext) => {
  const redemarrages: number[] = []
  for (let tour = 0; tour < TOURS; tour++) {
    const declarants = await Declarants.pendant(i.origine, ECRIVAINS, async () => {
      await attendre(400 + 150 * tour)
      await i.tuerServeur()
      redemarrages.push(await i.servir())
      await attendre(200)
    })
    assert.ok(declarants.accuses.length > 0 && declarants.statuts.get(0)! > 0, 'killed under load')
    accuses.push(...declarants.accuses)
  }
  await toutSOuvre()
  const presents = await rienAMoitie()
  assert.ok(presents >= accuses.length)
  t.diagnostic(`${accuses.length} acknowledged, ${presents} present; ready again after ${ms(redemarrages)} ms`)
  // The best of them: the others tell how busy the machine is.
  assert.ok(Math.min(...redemarrages) < 15_000)
})

test('kill -9 of the database while eight people send: a kind 503 meanwhile, back without a restart, nothing acknowledged is lost', async (t: TestContext) => {
  const retours: number[] = []
  const statuts = new Map<number, number>()
  for (let tour = 0; tour < TOURS; tour++) {
    const declarants = await Declarants.pendant(i.origine, ECRIVAINS, async ({ accuses }) => {
      await attendre(400 + 150 * tour)
      i.tuerPostgres()
      const debut = performance.now()
      await attendre(50)
      await i.attendrePret()
      retours.push(performance.now() - debut)
      const avant = accuses.length
      for (let n = 0; n < 200 && accuses.length === avant; n++) await attendre(25)
      assert.ok(accuses.length > avant, 'people send again')
    })
    accuses.push(...declarants.accuses)
    for (const [s, n] of declarants.statuts) statuts.set(s, (statuts.get(s) ?? 0) + n)
    for (const panne of declarants.pannes) assert.match(panne, /<html lang="fr"[\s\S]*<h1/)
  }
  // Every answer is a page: either what was asked, or the sentence that says to try again.
  assert.deepEqual([...statuts.keys()].sort(), [200, 503])
  await toutSOuvre()
  const presents = await rienAMoitie()
  assert.ok(presents >= accuses.length)
  t.diagnostic(
    `${accuses.length} acknowledged, ${presents} present; answers ${JSON.stringify([...statuts])}; back after ${ms(retours)} ms`,
  )
})
