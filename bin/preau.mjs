#!/usr/bin/env node
// The launcher: sets up what is missing, takes the runtime of node_modules, runs bin/commands/COMMAND.ts.
// Plain JavaScript that Node 18 understands; everything behind it may count on Node 24.12 or later.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { executer } from './commandes.mjs'
import { Empechement, installer } from './installation.mjs'

const racine = dirname(dirname(fileURLToPath(import.meta.url)))
const DEJA_RELANCE = 'PREAU_LANCEUR'
/**
 * Young objects in 16 MB and not 32, since a page lives for a millisecond; and what they leave is collected before it has doubled, by one
 * thread beside ours: four of them, on two cores, kept a report waiting for 40 ms.
 * Also in package.json and docs/exploitation.md.
 */
const MEMOIRE = ['--max-semi-space-size=16', '--heap-growing-percent=80', '--v8-pool-size=1']

/** engines of package.json: ^24.12.0 || >=26.0.0 */
function convient(version) {
  const [majeure, mineure] = version.split('.').map(Number)
  return majeure >= 26 || (majeure === 24 && mineure >= 12)
}

function relancer(args) {
  const node = join(racine, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (process.env[DEJA_RELANCE] || !existsSync(node)) throw sansNode()
  return new Promise((_, reject) => {
    const enfant = spawn(node, [...MEMOIRE, fileURLToPath(import.meta.url), ...args], {
      // The channel tells the child when this process dies without a word (kill -9).
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, [DEJA_RELANCE]: '1' },
    })
    enfant.once('error', () => reject(sansNode()))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => enfant.kill(signal))
    enfant.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGKILL' ? 137 : 143)))
  })
}

const sansNode = () =>
  new Empechement(
    `Préau a besoin de Node.js 24.12 ou 26, ce Node est en version ${process.versions.node} : installez Node.js 26, puis recommencez.`,
  )

/** The server must not outlive a launcher that was killed: it would hold the port against the next start. */
function suivreLanceur() {
  if (!process.env[DEJA_RELANCE] || !process.channel) return
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

function dire(erreur) {
  const phrase = erreur instanceof Empechement || erreur?.name === 'Empechement'
  process.stderr.write(`${phrase ? erreur.message : (erreur?.stack ?? erreur)}\n`)
  process.exitCode = phrase && erreur.code === 2 ? 2 : 1
}

async function lancer(args) {
  await installer(racine)
  if (!convient(process.versions.node)) return relancer(args)
  suivreLanceur()
  delete process.env[DEJA_RELANCE]
  await executer(args)
}

lancer(process.argv.slice(2)).catch(dire)
