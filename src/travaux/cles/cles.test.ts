import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { motDePasse, nouvelleCle, creerTrousseau, transaction, type Maison } from '#platform'
import { lireFil } from '#acces'
import { nouveauMonde, type Monde } from '../../../tests/support/monde.ts'
import { raconter } from '../../../tests/support/situations.ts'
import { tournerCles, versionsDesCles } from './tourner.ts'

let m: Monde
let dossier: string
/** The rotation's own process has its own ring, read from the same file. */
let operateur: Maison

before(async () => {
  m = await nouveauMonde()
  dossier = await mkdtemp(join(tmpdir(), 'preau-cles-'))
  m.maison.config.cles = join(dossier, 'cles.json')
  m.maison.trousseau = creerTrousseau(m.maison.config.cles)
  operateur = { ...m.maison, trousseau: creerTrousseau(m.maison.config.cles) }
})
after(async () => {
  await m.fermer()
  await rm(dossier, { recursive: true })
})

const ouvre = async (id: string): Promise<boolean> => {
  const page = await m.lire(`/signalements/${id}`, 'chefTilleuls')
  return page.status === 200 && (await page.text()).includes('Ils se moquent de moi tous les jours.')
}
const versions = async (): Promise<Record<number, number>> =>
  Object.fromEntries((await versionsDesCles(m.maison)).map((v) => [v.version, v.cles]))

/** Threads without a report: what matters here is how many keys there are. */
async function planterCles(combien: number): Promise<void> {
  const cles = Array.from({ length: combien }, () => {
    const fil = crypto.randomUUID()
    return { fil, ...m.maison.trousseau.emballer('16', fil, nouvelleCle()) }
  })
  await m.admin(
    `insert into confidentiel.cle (acad, fil, version, emballee) select '16', * from unnest($1::uuid[], $2::int[], $3::bytea[])`,
    [cles.map((c) => c.fil), cles.map((c) => c.version), cles.map((c) => c.emballee)],
  )
}

test('keys turn while reports arrive and are opened; nobody notices, and nothing stays under the old key', async () => {
  const anciens = [(await raconter(m, 'tilleuls')).id, (await raconter(m, 'tilleuls')).id]
  await planterCles(3000)
  let fini = false
  const nouveaux: string[] = []
  const vie = (async () => {
    while (!fini) {
      nouveaux.push((await raconter(m, 'tilleuls')).id)
      for (const id of [...anciens, nouveaux.at(-1)!]) assert.equal(await ouvre(id), true)
    }
  })()
  const r = await tournerCles(operateur)
  fini = true
  await vie
  assert.equal(r.version, 2)
  assert.equal(r.reprise, false)
  assert.ok(nouveaux.length > 2)
  assert.deepEqual(await versions(), { 2: 3002 + nouveaux.length })
  for (const id of [...anciens, ...nouveaux]) assert.equal(await ouvre(id), true)
})

test('two operators at once: the second one waits for the first one’s key to be in the file', async () => {
  const avant = (await versionsDesCles(m.maison))[0]!.version
  await m.admin(`select pg_advisory_lock(hashtext('preau cles'))`)
  const second = tournerCles(operateur)
  await attendre(300)
  const cles = (): number =>
    Object.keys((JSON.parse(readFileSync(m.maison.config.cles, 'utf8')) as { enveloppes: object }).enveloppes).length
  assert.equal(cles(), avant, 'nothing is added meanwhile')
  await m.admin(`select pg_advisory_unlock(hashtext('preau cles'))`)
  assert.equal((await second).version, avant + 1)
  assert.equal(cles(), avant + 1)
})

test('killed half way and run again: the same key, every thread opens, an erased one stays erased', async () => {
  const { id } = await raconter(m, 'tilleuls')
  const efface = (await raconter(m, 'saules')).id
  await m.admin(`update confidentiel.cle set emballee = null, detruite_le = now() where fil = $1`, [efface])
  await planterCles(20_000)
  const total = Object.values(await versions()).reduce((a, b) => a + b, 0)
  const enfant = spawn(process.execPath, ['--input-type=module', '-e', ENFANT], {
    env: {
      ...process.env,
      BASE: m.url,
      CLES: m.maison.config.cles,
      MDP: motDePasse((await import('../../../tests/support/postgres.ts')).trousseauDeTest, 'preau_job'),
    },
    stdio: 'inherit',
  })
  while (((await versions())[4] ?? 0) === 0) await attendre(5)
  enfant.kill('SIGKILL')
  await once(enfant, 'exit')
  const milieu = await versions()
  assert.ok(milieu[3]! > 0 && milieu[4]! > 0, JSON.stringify(milieu))
  assert.equal(await ouvre(id), true)
  const r = await tournerCles(operateur)
  assert.deepEqual([r.version, r.reprise, r.restent], [4, true, [{ version: 4, cles: total }]])
  assert.equal(await ouvre(id), true)
  await assert.rejects(
    transaction(m.maison.base, 'agent', { session: await m.session('chefSaules') }, (db) =>
      lireFil(db, m.maison.trousseau, '16', efface),
    ),
  )
})

const ENFANT = `
  import { creerTrousseau, openBase } from '#platform'
  import { tournerCles } from '#travaux'
  const { BASE, CLES, MDP } = process.env
  const url = Object.assign(new URL(BASE), { username: 'preau_job', password: MDP }).href
  await tournerCles({ base: openBase(() => url), trousseau: creerTrousseau(CLES), config: { cles: CLES } })`
