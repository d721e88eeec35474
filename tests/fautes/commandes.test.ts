import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
import pg from 'pg'
import { demarrerPostgres, type PostgresEmbarque } from '../../src/platform/embedded.ts'
import { portLibre } from './installation.ts'
import { LANCEUR, NU } from '../support/lanceur.ts'

/** The operator's commands, as an operator runs them, on a real server of their own. */
let dossier: string
let postgres: PostgresEmbarque

before(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'preau-commandes-'))
  postgres = await demarrerPostgres({ dossier, sansDurabilite: true })
})
after(async () => {
  await postgres.arreter()
  await rm(dossier, { recursive: true, force: true })
})

const lancer = (args: string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, [LANCEUR, ...args], {
    env: { ...NU, PREAU_DONNEES: dossier, PREAU_JOURNAL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

async function preau(args: string[], env: Record<string, string> = {}): Promise<{ code: number; dit: string }> {
  const enfant = lancer(args, env)
  let dit = ''
  for (const flux of [enfant.stdout, enfant.stderr]) flux.on('data', (m: Buffer) => (dit += m.toString('utf8')))
  const [code] = (await once(enfant, 'close')) as [number]
  return { code, dit: dit.replaceAll('\u00a0', ' ') }
}

/** Waited for, on a machine that may be busy. */
async function venir(la: () => boolean | Promise<boolean>): Promise<void> {
  const debut = performance.now()
  while (!(await la())) {
    assert.ok(performance.now() - debut < 30_000, 'not there after 30 s')
    await attendre(50)
  }
}

const admin = async (sql: string): Promise<void> => {
  const client = new pg.Client(Object.assign(new URL(postgres.url), { pathname: '/preau' }).href)
  await client.connect()
  await client.query(sql)
  await client.end()
}

test('before « migrate », each command says what to do; after it, they work; a second one changes nothing', async () => {
  const avant = await preau(['audit', 'verify'])
  assert.deepEqual([avant.code, /cles\.json n’existe pas : .*« preau migrate »/.test(avant.dit)], [1, true])
  assert.equal(existsSync(join(dossier, 'cles.json')), false)
  const premiere = await preau(['migrate'])
  assert.deepEqual([premiere.code, /^0007__travaux\.sql$/m.test(premiere.dit)], [0, true], premiere.dit)
  assert.match((await preau(['migrate'])).dit, /La base était à jour/)
  const etat = await preau(['cles', 'etat'])
  assert.deepEqual([etat.code, /clés : 1\nAucune clé/.test(etat.dit)], [0, true], etat.dit)
  const audit = await preau(['audit', 'verify'])
  assert.deepEqual(
    [audit.code, /0 faits dans 0 fils, 0 ancres, 0 lectures signées\.\nTout se suit\.\nPas d’ancre récente/.test(audit.dit)],
    [0, true],
    audit.dit,
  )
})

test('« audit verify » says which thread and which rank, and ends with 1', async () => {
  const fil = '019a0000-0000-7000-8000-000000000001'
  await admin(`insert into confidentiel.fait (acad, fil, rang, verbe, qualite, le, precedent, empreinte)
    select '16', '${fil}', 0, 'essai', 'systeme', now(), '', '' from generate_series(1, 3);
    set session_replication_role = replica; delete from confidentiel.fait where rang = 2`)
  const { code, dit } = await preau(['audit', 'verify'])
  assert.equal(code, 1)
  assert.match(dit, new RegExp(`Académie 16, fil ${fil}, rang 2 : le fait 2 manque, on passe au fait 3`))
  assert.equal((await preau(['audit', 'verifie'])).code, 2)
  const entiere = await preau(['audit', 'recu', ...Array<string>(16).fill('00af')])
  assert.deepEqual([entiere.code, entiere.dit], [1, 'Aucun signalement n’a cette empreinte.\n'])
  const courte = await preau(['audit', 'recu', '00af'])
  assert.deepEqual([courte.code, /Il faut l’empreinte entière du reçu/.test(courte.dit)], [2, true])
  assert.match((await preau(['audit', 'verify', '--ancres', '/rien'])).dit, /n’existe pas : donnez une copie/)
})

test('« worker » anchors, says that no mail leaves, and ends at the first signal', async () => {
  await admin(`insert into annuaire.academie values ('16', 'Toulouse', 'C')`)
  const enfant = lancer(['worker'])
  let dit = ''
  enfant.stderr.on('data', (m: Buffer) => (dit += m.toString('utf8')))
  try {
    await venir(() => existsSync(join(dossier, 'ancres.jsonl')))
  } finally {
    enfant.kill('SIGTERM')
  }
  assert.deepEqual(await once(enfant, 'exit'), [0, null])
  assert.match(dit, /Sans SMTP_URL, aucun courriel ne part/)
  assert.match(await readFile(join(dossier, 'ancres.jsonl'), 'utf8'), /^\{"acad":"16","rang":1,[^\n]+\}\n$/)
})

test('« serve » refuses what a production cannot do without, one sentence each; a demonstration folder is never served', async () => {
  const oidc = { OIDC_EMETTEUR: 'https://identite.exemple.fr', OIDC_CLIENT: 'preau', OIDC_SECRET: 'secret' }
  const smtp = { SMTP_URL: 'smtp://127.0.0.1:9' }
  assert.match((await preau(['serve'], smtp)).dit, /^Sans fournisseur d’identité, .*OIDC_EMETTEUR.*\n$/)
  assert.match((await preau(['serve'], oidc)).dit, /^Sans serveur de courriel, .*SMTP_URL\.\n$/)
  assert.match(
    (await preau(['serve'], { ...oidc, ...smtp, PREAU_ACADEMIE: '99' })).dit,
    /^PREAU_ACADEMIE vaut .* aucune académie n’a ce code\. Toulouse est 16\.\n$/,
  )
  assert.match((await preau(['serve'], { ...oidc, ...smtp, PREAU_ENV: 'test' })).dit, /« preau serve » est pour la production/)
  await writeFile(join(dossier, '.preau-demonstration'), '')
  for (const commande of ['serve', 'worker', 'migrate'])
    assert.match((await preau([commande], { ...oidc, ...smtp })).dit, /^Le dossier .* est celui d’une démonstration/)
  await rm(join(dossier, '.preau-demonstration'))
  assert.match(
    (await preau(['serve'], { ...oidc, ...smtp, PREAU_CLES: join(dossier, 'ailleurs.json') })).dit,
    /ailleurs\.json n’existe pas/,
  )
})

test('« serve » serves', async () => {
  const port = await portLibre()
  const enfant = lancer(['serve'], {
    PORT: String(port),
    OIDC_EMETTEUR: 'https://identite.exemple.fr',
    OIDC_CLIENT: 'preau',
    OIDC_SECRET: 'secret',
    SMTP_URL: 'smtp://127.0.0.1:9',
  })
  const pret = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status === 200
  try {
    await venir(pret)
  } finally {
    enfant.kill('SIGTERM')
  }
  assert.deepEqual(await once(enfant, 'exit'), [0, null])
})

test('a base in service without its key file: « migrate » makes no new keys, and says so', async () => {
  const ailleurs = join(dossier, 'absent', 'cles.json')
  const refus = await preau(['migrate'], { PREAU_CLES: ailleurs })
  assert.deepEqual([refus.code, /déjà en service, mais le fichier des clés .* est absent/.test(refus.dit)], [1, true], refus.dit)
  assert.equal(existsSync(ailleurs), false)
})
