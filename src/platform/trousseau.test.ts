import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as attendre } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Empechement } from './config.ts'
import { nouvelleCle } from './crypto.ts'
import { ajouterEnveloppe, creerTrousseau, ouvrirTrousseau } from './trousseau.ts'

let dossier: string
before(() => void (dossier = mkdtempSync(join(tmpdir(), 'preau-trousseau-'))))
after(() => rmSync(dossier, { recursive: true, force: true }))

const phraseDe = (faire: () => unknown): string => {
  try {
    faire()
  } catch (e) {
    assert.ok(e instanceof Empechement, String(e))
    assert.equal(e.cause, undefined, 'no cause: it would be printed')
    return e.message.replaceAll('\u00a0', ' ')
  }
  return ''
}

test('a key file that is absent, a folder, damaged or out of reach: one sentence, and nothing of a key in it', () => {
  const entier = join(dossier, 'entier.json')
  creerTrousseau(entier)
  const texte = readFileSync(entier, 'utf8')
  const { racine } = JSON.parse(texte) as { racine: string }
  const abime = join(dossier, 'abime.json')
  for (const faux of [
    '',
    '{}',
    'null',
    texte.slice(0, -20),
    texte.replace(racine, racine.slice(4)),
    texte.replace('"1"', racine),
  ]) {
    writeFileSync(abime, faux)
    const phrase = phraseDe(() => ouvrirTrousseau(abime))
    assert.match(phrase, /est abîmé : remettez-le depuis votre sauvegarde/)
    assert.ok(!phrase.includes(racine.slice(0, 8)))
  }
  assert.match(
    phraseDe(() => ouvrirTrousseau(join(dossier, 'nulle-part.json'))),
    /est absent : remettez-le/,
  )
  assert.match(
    phraseDe(() => ouvrirTrousseau(dossier)),
    /nomme un dossier/,
  )
  assert.match(
    phraseDe(() => creerTrousseau(join(entier, 'cles.json'))),
    /ne peut pas être écrit \(ENOTDIR\)/,
  )
})

test('where no folder can be made, it is said at once', { skip: !existsSync('/proc/self') }, async () => {
  const essai = `import { creerTrousseau } from ${JSON.stringify(new URL('./trousseau.ts', import.meta.url).href)}; creerTrousseau('/proc/self/preau/cles.json')`
  const mort = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', essai], { timeout: 20_000 }).catch(
    (e: { stderr: string; killed: boolean }) => e,
  )
  assert.match(mort.stderr, /ne peut pas être écrit \(ENOENT\)/)
})

test('two that make it at once use the same keys, and nothing is left beside', async () => {
  const chemin = join(dossier, 'deux', 'cles.json')
  const essai = `import { creerTrousseau } from ${JSON.stringify(new URL('./trousseau.ts', import.meta.url).href)}; console.log(creerTrousseau(process.argv[1]).cle('noms').toString('hex'))`
  const lances = Array.from({ length: 4 }, () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', essai, chemin]),
  )
  const cles = new Set((await Promise.all(lances)).map((l) => l.stdout))
  assert.equal(cles.size, 1)
  assert.deepEqual(readdirSync(join(dossier, 'deux')), ['cles.json'])
})

test('a new envelope keeps the rights of the file: whoever serves still reads it', () => {
  const chemin = join(dossier, 'droits.json')
  creerTrousseau(chemin)
  assert.equal(statSync(chemin).mode & 0o777, 0o600, 'its owner alone')
  chmodSync(chemin, 0o640)
  const avant = statSync(chemin)
  assert.equal(ajouterEnveloppe(chemin), 2)
  const { mode, uid, gid } = statSync(chemin)
  assert.deepEqual([mode, uid, gid], [avant.mode, avant.uid, avant.gid])
})

test(
  'root turns the keys of a service that runs under another account: the file stays its own',
  {
    skip: process.getuid?.() !== 0 && 'only for root',
  },
  () => {
    const chemin = join(dossier, 'service.json')
    creerTrousseau(chemin)
    chownSync(chemin, 65534, 65534)
    ajouterEnveloppe(chemin)
    const { uid, gid, mode } = statSync(chemin)
    assert.deepEqual([uid, gid, mode & 0o777], [65534, 65534, 0o600])
  },
)

test('the file is away for a moment while reports arrive: they are wrapped all the same, and the new key is found once it is back', async () => {
  const chemin = join(dossier, 'ailleurs.json')
  const t = creerTrousseau(chemin)
  renameSync(chemin, `${chemin}.ailleurs`)
  await attendre(1_100)
  const { version, emballee } = t.emballer('16', 'fil', nouvelleCle())
  assert.equal(version, 1)
  assert.equal(t.deballer('16', 'fil', 1, emballee).length, 32)
  renameSync(`${chemin}.ailleurs`, chemin)
  ajouterEnveloppe(chemin)
  await attendre(1_100)
  assert.equal(t.version, 2)
})
