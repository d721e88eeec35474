import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
import pg from 'pg'
import { ETAPES } from '../../src/dossier/piste/etapes.ts'
import { METHODES } from '../../src/dossier/piste/methodes.ts'
import { ETATS } from '../../src/dossier/protocole/protocole.ts'
import { serveurEnMarche } from '../../src/platform/embedded.ts'
import { LANCEUR, NU } from '../support/lanceur.ts'

/** The first start creates the database and loads the demonstration; the machine may be busy. */
const PATIENCE = { premier: 120_000, suivant: 20_000 }

let dossier: string
let port: number
const lances: ChildProcess[] = []

before(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'preau-demo-'))
  const essai = createServer().listen(0, '127.0.0.1')
  await once(essai, 'listening')
  port = (essai.address() as AddressInfo).port
  essai.close()
})

after(async () => {
  for (const enfant of lances) if (enfant.exitCode === null && enfant.signalCode === null) await finir(enfant, 'SIGTERM')
  await rm(dossier, { recursive: true, force: true })
})

let annonce = ''

function lancer(...args: string[]): ChildProcess {
  const enfant = spawn(process.execPath, [LANCEUR, 'demo', `--port=${port}`, ...args], {
    env: { ...NU, PREAU_DONNEES: dossier, PREAU_JOURNAL: 'silent' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  annonce = ''
  enfant.stdout!.on('data', (morceau: Buffer) => (annonce += morceau.toString().replaceAll('\u00a0', ' ')))
  lances.push(enfant)
  return enfant
}

async function finir(enfant: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const fin = once(enfant, 'exit')
  enfant.kill(signal)
  return ((await fin) as [number | null])[0]
}

const estPret = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status === 200

/** Milliseconds until it is ready to serve. */
async function attendrePret(patience: number): Promise<number> {
  const debut = performance.now()
  while (!(await estPret())) {
    assert.ok(performance.now() - debut < patience, `not ready after ${patience} ms`)
    await attendre(50)
  }
  return performance.now() - debut
}

const postmaster = () => Number(readFileSync(join(dossier, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

test('the demonstration starts on an empty folder, serves, and Ctrl-C ends everything within five seconds', async () => {
  const demo = lancer()
  await attendrePret(PATIENCE.premier)
  const debut = performance.now()
  assert.equal(await finir(demo, 'SIGINT'), 0)
  assert.ok(performance.now() - debut < 5000)
  assert.equal(await serveurEnMarche(dossier), false)
})

/** The last thing said comes after the site is ready: its last line is waited for. */
async function attendreAnnonce(): Promise<void> {
  const debut = performance.now()
  while (!annonce.includes('--reset')) {
    assert.ok(performance.now() - debut < PATIENCE.suivant, `not announced: ${annonce}`)
    await attendre(50)
  }
}

test('the second start takes seconds; kill -9 of the server, and the next one joins its database', async () => {
  const demo = lancer()
  await attendrePret(PATIENCE.suivant)
  await attendreAnnonce()
  const base = postmaster()
  await finir(demo, 'SIGKILL')
  lancer()
  await attendrePret(PATIENCE.suivant)
  assert.equal(postmaster(), base)
})

test('what is announced is true: the address, a code, the accounts, where mails are', async () => {
  await attendreAnnonce()
  const origine = `http://localhost:${port}`
  assert.match(annonce, new RegExp(`^Préau est prêt : ${origine}$`, 'm'))
  assert.match(annonce, /^ {2}Claire Montagné +principale +Collège Les Tilleuls, Valbrune$/m)
  assert.match(annonce, new RegExp(`^Les courriels s’écrivent dans ${join(dossier, 'courriels')}\\.$`, 'm'))
  const code = /^ {2}(\p{L}+(?:-\p{L}+){7})$/mu.exec(annonce)?.[1] ?? ''
  const suivi = await fetch(`${origine}/suivi`, { method: 'POST', body: new URLSearchParams({ code }) })
  assert.equal(suivi.status, 200)
  const depart = await fetch(`${origine}/connexion/depart`, { redirect: 'manual' })
  assert.equal(new URL(depart.headers.get('Location') ?? '').port, String(port + 1))
})

test('a visitor finds a dossier in each state, each track running, watched and closed, and each of its steps', async () => {
  const { port: p, motDePasse } = JSON.parse(readFileSync(join(dossier, 'postgres.json'), 'utf8')) as Record<string, string>
  const c = new pg.Client({ connectionString: `postgres://postgres:${motDePasse}@127.0.0.1:${p}/preau` })
  await c.connect()
  const lus = async (sql: string): Promise<string[]> => (await c.query<{ x: string }>(sql)).rows.map((r) => r.x).sort()
  const etats = await lus('select distinct etat as x from confidentiel.dossier')
  const voies = await lus(
    `select distinct p.methode || ' ' || d.etat as x from confidentiel.piste p join confidentiel.dossier d on d.acad = p.acad and d.id = p.fil
      where d.etat in ('surveillance', 'clos') or (d.etat = 'traitement' and p.finie_le is null)`,
  )
  const pas = await lus(
    `select distinct p.methode || ' ' || e.etape as x from confidentiel.piste_etape e
      join confidentiel.piste p on p.acad = e.acad and p.id = e.piste where e.etape <> 'parole'`,
  )
  await c.end()
  const attendus = Object.keys(METHODES).flatMap((m) => ['traitement', 'surveillance', 'clos'].map((e) => `${m} ${e}`))
  const etapes = Object.entries(ETAPES).flatMap(([m, e]) => Object.keys(e).flatMap((x) => (x === 'parole' ? [] : [`${m} ${x}`])))
  assert.deepEqual([etats, voies, pas], [Object.keys(ETATS).sort(), attendus.sort(), etapes.sort()])
})

test('a port that the sign-in page needs is taken: one sentence, and nothing was made', async () => {
  const autre = join(dossier, '..', `pas-encore-${port}`)
  const enfant = spawn(process.execPath, [LANCEUR, 'demo', `--port=${port - 1}`], {
    env: { ...NU, PREAU_DONNEES: autre, PREAU_JOURNAL: 'silent' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let dit = ''
  enfant.stderr.on('data', (morceau: Buffer) => (dit += morceau))
  assert.deepEqual(await once(enfant, 'close'), [1, null])
  assert.match(dit, new RegExp(`^Le port (${port}|${port - 1}) est déjà pris`))
  assert.equal(existsSync(autre), false)
})

test('kill -9 of the database: the site is ready again by itself', async () => {
  const base = postmaster()
  process.kill(base, 'SIGKILL')
  await attendre(200)
  await attendrePret(PATIENCE.suivant)
  assert.notEqual(postmaster(), base)
})

test('--reset rebuilds: new keys, new database, nothing of before', async () => {
  await finir(lances.at(-1) as ChildProcess, 'SIGTERM')
  const cles = await readFile(join(dossier, 'cles.json'), 'utf8')
  lancer('--reset')
  await attendrePret(PATIENCE.premier)
  assert.notEqual(await readFile(join(dossier, 'cles.json'), 'utf8'), cles)
  assert.deepEqual(
    (await readdir(dossier)).filter((nom) => nom.includes('chantier')),
    [],
  )
})
