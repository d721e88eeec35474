import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
import pg from 'pg'
import { Empechement } from './config.ts'
import { demarrerPostgres, serveurEnMarche, type PostgresEmbarque } from './embedded.ts'

let dossier: string
const ouverts: PostgresEmbarque[] = []

before(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'preau-embedded-'))
})

after(async () => {
  for (const serveur of ouverts) await serveur.arreter()
  await rm(dossier, { recursive: true, force: true })
})

async function demarrer(demande: Partial<Parameters<typeof demarrerPostgres>[0]> = {}) {
  const serveur = await demarrerPostgres({ dossier, ...demande })
  ouverts.push(serveur)
  return serveur
}

async function dire(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/** Every process of this folder's server, the postmaster and its backends. */
const processusDe = (lieu: string) =>
  readdirSync('/proc').filter((pid) => {
    try {
      const tient = /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(lieu)
      return tient && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
    } catch {
      return false
    }
  })

async function attendreQue(condition: () => boolean) {
  for (let essai = 0; essai < 400 && !condition(); essai++) await attendre(25)
  assert.ok(condition())
}

test('first start: a real, durable server, on the loopback only, whose password is kept for us alone', async () => {
  const serveur = await demarrer()
  const reglages = ['fsync', 'listen_addresses', 'unix_socket_directories', 'password_encryption', 'server_encoding']
  const lus = await Promise.all(reglages.map(async (nom) => (await dire(serveur.url, `SHOW ${nom}`))[0]))
  assert.deepEqual(lus, ['on', '127.0.0.1', '', 'scram-sha-256', 'UTF8'])
  assert.equal((await stat(join(dossier, 'postgres.json'))).mode & 0o777, 0o600)
  assert.deepEqual(await dire(serveur.url, `SELECT unnest(ARRAY['Zoé', 'Éloïse', 'Eva']) AS nom ORDER BY nom`), [
    'Éloïse',
    'Eva',
    'Zoé',
  ])
  await dire(serveur.url, `CREATE TABLE memoire AS SELECT 'gardé' AS mot`)
})

test('without the password, nobody enters', async () => {
  const url = new URL((await demarrer()).url)
  url.password = 'autre'
  await assert.rejects(dire(url.href, 'SELECT 1'), { code: '28P01' })
})

test('a second process is the guest of the first: when it leaves, the server stays', async () => {
  const invite = await demarrer()
  assert.deepEqual([invite.invite, invite.pid], [true, ouverts[0]?.pid])
  await invite.arreter()
  assert.deepEqual(await dire(invite.url, 'SELECT mot FROM memoire'), ['gardé'])
})

test('a failed statement leaves nothing of what it held in the log', async () => {
  const { url } = await demarrer()
  await assert.rejects(dire(url, `SELECT 'récit confidentiel'::int`))
  await dire(url, 'CREATE TABLE unique_un (nom text UNIQUE)')
  await assert.rejects(dire(url, `INSERT INTO unique_un VALUES ('nom confidentiel'), ('nom confidentiel')`))
  assert.doesNotMatch(await readFile(join(dossier, 'postgres.log'), 'utf8'), /nom confidentiel/)
})

test('kill -9 of the database: it comes back at the same address with all that was committed', async () => {
  const [serveur] = ouverts
  assert.ok(serveur)
  const evenements: string[] = []
  serveur.surveiller((evenement) => evenements.push(evenement))
  await dire(serveur.url, `INSERT INTO memoire VALUES ('acquitté')`)
  const ancien = serveur.pid
  process.kill(ancien, 'SIGKILL')
  await attendreQue(() => evenements.length === 2)
  assert.deepEqual(evenements, ['tombe', 'revenu'])
  assert.notEqual(serveur.pid, ancien)
  assert.deepEqual(await dire(serveur.url, 'SELECT mot FROM memoire ORDER BY mot'), ['acquitté', 'gardé'])
})

test('kill -9 of the database in the middle of a long statement: what is left of it does not stand in the way', async () => {
  const [serveur] = ouverts
  assert.ok(serveur)
  const evenements: string[] = []
  serveur.surveiller((evenement) => evenements.push(evenement))
  const calcul = assert.rejects(dire(serveur.url, 'SELECT count(*) FROM generate_series(1, 1e11::bigint)'))
  await attendre(300)
  process.kill(serveur.pid, 'SIGKILL')
  await calcul
  await attendreQue(() => evenements.length === 2)
  assert.deepEqual(await dire(serveur.url, 'SELECT count(*)::int FROM memoire'), [2])
})

test('stopping leaves no process, and starting again keeps address and data', async () => {
  const [serveur] = ouverts
  assert.ok(serveur)
  assert.notEqual(processusDe(dossier).length, 0)
  await serveur.arreter()
  assert.deepEqual(processusDe(dossier), [])
  assert.equal(await serveurEnMarche(dossier), false)
  const suivant = await demarrer()
  assert.deepEqual([suivant.url, suivant.invite], [serveur.url, false])
  assert.deepEqual(await dire(suivant.url, 'SELECT count(*)::int FROM memoire'), [2])
  await suivant.arreter()
})

test('kill -9 of the program: the next start joins the running server, holds it and can stop it', async () => {
  const module = new URL('./embedded.ts', import.meta.url).href
  const code = `const { demarrerPostgres } = await import(${JSON.stringify(module)})
    console.log((await demarrerPostgres({ dossier: ${JSON.stringify(dossier)} })).pid); setInterval(() => {}, 1000)`
  const programme = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [pid] = (await once(programme.stdout, 'data')) as [Buffer]
  programme.kill('SIGKILL')
  await once(programme, 'exit')
  const serveur = await demarrer()
  assert.deepEqual([serveur.pid, serveur.invite], [Number(String(pid)), false])
  await serveur.arreter()
  assert.deepEqual(processusDe(dossier), [])
})

test('a pid file left behind, whose pid now belongs to another process: it starts all the same', async () => {
  const premier = await demarrer()
  const lignes = (await readFile(join(dossier, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  await premier.arreter()
  await writeFile(join(dossier, 'postgres', 'postmaster.pid'), [process.pid, ...lignes.slice(1)].join('\n'))
  const serveur = await demarrer()
  assert.deepEqual(await dire(serveur.url, 'SELECT count(*)::int FROM memoire'), [2])
  await serveur.arreter()
})

test('a port taken since: another one is found; a port asked for and taken: one sentence', async () => {
  const { port } = JSON.parse(await readFile(join(dossier, 'postgres.json'), 'utf8')) as { port: number }
  const intrus = createServer().listen(port, '127.0.0.1')
  await once(intrus, 'listening')
  await assert.rejects(demarrerPostgres({ dossier, port }), {
    name: 'Empechement',
    message: new RegExp(`port ${port}.*déjà pris`),
  })
  const serveur = await demarrer()
  assert.notEqual(serveur.port, port)
  await serveur.arreter()
  intrus.close()
})

test('the password file is lost: one sentence, and the data is not touched', async () => {
  const garde = await readFile(join(dossier, 'postgres.json'))
  await rm(join(dossier, 'postgres.json'))
  await assert.rejects(demarrerPostgres({ dossier }), { name: 'Empechement', message: /postgres\.json.*sauvegarde/ })
  await writeFile(join(dossier, 'postgres.json'), garde)
})

test('the folder is a file, or lies under one: one sentence', async () => {
  const fichier = join(dossier, 'postgres.json')
  for (const impossible of [fichier, join(fichier, 'donnees')])
    await assert.rejects(demarrerPostgres({ dossier: impossible }), (erreur) => {
      assert.ok(erreur instanceof Empechement)
      assert.match(erreur.message, /n’est pas un dossier.*PREAU_DONNEES/)
      return true
    })
})

test('two starts at the same instant on a new folder make one server', async () => {
  const neuf = join(dossier, 'ensemble')
  const deux = await Promise.all([demarrer({ dossier: neuf }), demarrer({ dossier: neuf })])
  assert.equal(deux[0].url, deux[1].url)
  assert.deepEqual(deux.map(({ invite }) => invite).sort(), [false, true])
  await Promise.all(deux.map((serveur) => serveur.arreter()))
  assert.deepEqual(processusDe(neuf), [])
})

const root = process.getuid?.() === 0
test('root without user namespaces: the server runs as nobody', { skip: !root && 'only for root' }, async () => {
  await chmod(dossier, 0o755)
  const serveur = await demarrer({ dossier: join(dossier, 'personne'), mode: 'compte' })
  assert.equal((await stat(`/proc/${serveur.pid}`)).uid, 65534)
  await serveur.arreter()
})
