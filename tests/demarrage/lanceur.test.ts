import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { LANCEUR, NU } from '../support/lanceur.ts'

const { executer } = (await import(new URL('../../bin/commandes.mjs', import.meta.url).href)) as {
  executer(args: string[]): Promise<void>
}

type Fin = { code: number | null; sortie: string; erreur: string }

let dossier: string
before(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'preau-lanceur-'))
})
after(() => rm(dossier, { recursive: true, force: true }))

/** Runs the real launcher to its end. */
async function preau(args: string[], env: Record<string, string> = {}, devant: string[] = []): Promise<Fin> {
  const [fichier = '', ...reste] = [...devant, process.execPath, LANCEUR, ...args]
  const enfant = spawn(fichier, reste, {
    cwd: dossier,
    env: { ...NU, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const fin = { sortie: '', erreur: '' }
  enfant.stdout.on('data', (morceau) => (fin.sortie += morceau))
  enfant.stderr.on('data', (morceau) => (fin.erreur += morceau))
  const [code] = (await once(enfant, 'close')) as [number | null]
  return { code, sortie: fin.sortie.replaceAll('\u00a0', ' '), erreur: fin.erreur.replaceAll('\u00a0', ' ') }
}

test('« preau » and « preau --help » list the commands, a line each', async () => {
  const [seul, aide] = await Promise.all([preau([]), preau(['--help'])])
  assert.deepEqual(seul, aide)
  assert.equal(aide.code, 0)
  for (const commande of ['config', 'demo', 'test']) assert.match(aide.sortie, new RegExp(`^  ${commande} +\\S.{10,}$`, 'm'))
})

test('every command explains itself', async (t) => {
  const dit = t.mock.method(console, 'log', () => {})
  for (const fichier of await readdir(new URL('../../bin/commands/', import.meta.url))) {
    const commande = fichier.replace(/\.ts$/, '')
    // Called as the launcher calls it; one of them, below, from a process of its own.
    await executer([commande, '--help'])
    const aide = String(dit.mock.calls.at(-1)!.arguments[0]).replaceAll('\u00a0', ' ')
    assert.match(aide, new RegExp(`^(Usage : )?preau ${commande}\\b`))
  }
  const { code, sortie } = await preau(['migrate', '--help'])
  assert.deepEqual([code, /^(Usage : )?preau migrate\b/.test(sortie)], [0, true], sortie)
})

test('an unknown command: one sentence with the nearest, exit 2', async () => {
  assert.deepEqual(await preau(['confg']), {
    code: 2,
    sortie: '',
    erreur: 'La commande « confg » n’existe pas : vouliez-vous dire « config » ? « preau --help » les donne toutes.\n',
  })
})

test('an unknown option: one sentence, exit 2', async () => {
  assert.deepEqual(await preau(['demo', '--vite']), {
    code: 2,
    sortie: '',
    erreur: '« --vite » ne va pas ici : « preau demo --help » donne les options.\n',
  })
})

test('a wrong variable: its sentence, exit 1, and nothing was made', async () => {
  const donnees = join(dossier, 'jamais')
  assert.deepEqual(await preau(['demo'], { PREAU_DONNEES: donnees, PREAU_THEME: 'bleu' }), {
    code: 1,
    sortie: '',
    erreur: 'PREAU_THEME vaut « bleu » : il faut « neutre » ou « dsfr ».\n',
  })
  const ailleurs = await preau(['demo'], { PREAU_DONNEES: donnees, PREAU_ACADEMIE: '10' })
  assert.deepEqual([ailleurs.code, ailleurs.sortie], [1, ''])
  assert.match(
    ailleurs.erreur,
    /^La démonstration raconte l’académie de Toulouse : retirez PREAU_ACADEMIE, qui vaut « 10 », .+\n$/,
  )
  assert.equal(existsSync(donnees), false)
})

test('« preau config » shows each variable and hides the secrets', async () => {
  const { code, sortie } = await preau(['config'], { DATABASE_URL: 'postgres://u:mot-secret@localhost/preau' })
  assert.equal(code, 0)
  assert.match(sortie, /^PREAU_DONNEES\n {4}dossier des données\n {4}par défaut : \.\/donnees$/m)
  assert.doesNotMatch(sortie, /mot-secret/)
})

test('a busy port: one sentence with a free one, exit 1, and nothing was made', async () => {
  const donnees = join(dossier, 'pas-encore')
  const autre = createServer().listen(0, '127.0.0.1')
  await once(autre, 'listening')
  const { port } = autre.address() as AddressInfo
  const { code, erreur } = await preau(['demo'], { PREAU_DONNEES: donnees, PORT: String(port) })
  autre.close()
  assert.equal(code, 1)
  assert.match(erreur, new RegExp(`^Le port ${port} est déjà pris : .*prenez un autre port, par exemple PORT=\\d+\\.\\n$`))
  assert.doesNotMatch(erreur, new RegExp(`PORT=${port}\\.`))
  assert.equal(existsSync(donnees), false)
})

/** Root writes anywhere: in a user namespace it loses that power, and its files stay its own. */
const SANS_POUVOIR = process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=65534', '--map-group=65534'] : []

test('a read-only data folder: one sentence, exit 1', async () => {
  const ferme = join(dossier, 'ferme')
  await mkdir(ferme)
  await chmod(ferme, 0o555)
  const fin = await preau(['demo'], { PREAU_DONNEES: join(ferme, 'donnees'), PORT: '39127' }, SANS_POUVOIR)
  assert.deepEqual(fin, {
    code: 1,
    sortie: '',
    erreur: `Le dossier des données ${ferme}/donnees est protégé en écriture : choisissez-en un autre avec PREAU_DONNEES, ou corrigez ses droits.\n`,
  })
})

test('a place where no folder can be made: one sentence, at once', { skip: !existsSync('/proc/self') }, async () => {
  assert.deepEqual(await preau(['demo'], { PREAU_DONNEES: '/proc/preau/donnees', PORT: '39127' }), {
    code: 1,
    sortie: '',
    erreur:
      'Le dossier des données /proc/preau/donnees ne peut pas être créé ici : choisissez-en un autre avec PREAU_DONNEES, ou corrigez ses droits.\n',
  })
})

test('a folder that is not a demonstration is neither used nor erased', async () => {
  const personnel = join(dossier, 'personnel')
  await mkdir(personnel)
  await writeFile(join(personnel, 'these.odt'), 'dix ans de travail')
  for (const args of [['demo'], ['demo', '--reset']]) {
    const { code, erreur } = await preau(args, { PREAU_DONNEES: personnel, PORT: '39128' })
    assert.equal(code, 1)
    assert.match(erreur, /n’est pas celui d’une démonstration : choisissez un dossier vide/)
  }
  assert.deepEqual(await readdir(personnel), ['these.odt'])
})

test('the demonstration refuses production', async () => {
  const { code, erreur } = await preau(['demo'], { PREAU_ENV: 'production' })
  assert.equal(code, 1)
  assert.match(erreur, /^La démonstration ne se lance pas en production : .+\n$/)
})
