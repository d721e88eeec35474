import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { demarrerPostgres } from '../src/platform/embedded.ts'
import type { Banc } from './banc.ts'
import { alterner, mediane, type Ctx, type Mesure } from './mesure.ts'
import { portLibre } from './serveur.ts'

const TOURS = 3
const PATIENCE_MS = 120_000
const LANCEUR = fileURLToPath(new URL('../bin/preau.mjs', import.meta.url))

/** From the command to the first answer, on a folder that was set up before; and the bare database on the same folder. */
async function mesurer({ banc, dire, detail }: Ctx): Promise<void> {
  const dossier = join(banc.dossier, 'demonstration')
  detail('premier démarrage, qui prépare tout')
  const premier = await demarrer(banc, dossier)
  const [seconds, nus] = await alterner(TOURS, [() => demarrer(banc, dossier), () => demarrerBase(dossier)])
  const value = mediane(seconds)
  const limit = mediane(nus)
  dire({ name: 'demarrage', value, unit: 's', limit, ratio: value / limit, premier })
}

async function demarrer(banc: Banc, dossier: string): Promise<number> {
  const port = await portLibre()
  const { DATABASE_URL: _, ...env } = process.env
  const debut = performance.now()
  const enfant = spawn(process.execPath, [LANCEUR, 'demo', '--port', String(port)], {
    env: { ...env, PREAU_DONNEES: dossier, PREAU_ENV: 'demonstration' },
    stdio: 'ignore',
  })
  const arret = (): Promise<void> => arreter(enfant)
  banc.arrets.push(arret)
  await pret(port, enfant)
  const secondes = (performance.now() - debut) / 1000
  await arret()
  return secondes
}

async function pret(port: number, enfant: ChildProcess): Promise<void> {
  const debut = performance.now()
  while (performance.now() - debut < PATIENCE_MS) {
    const ok = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (r) => r.ok,
      () => false,
    )
    if (ok) return
    if (enfant.exitCode !== null) break
    await attendre(20)
  }
  throw new Error('the demonstration has not started')
}

async function arreter(enfant: ChildProcess): Promise<void> {
  if (enfant.exitCode !== null || enfant.signalCode !== null) return
  const fini = once(enfant, 'exit')
  enfant.kill('SIGTERM')
  await fini
}

async function demarrerBase(dossier: string): Promise<number> {
  const debut = performance.now()
  const base = await demarrerPostgres({ dossier })
  const secondes = (performance.now() - debut) / 1000
  await base.arreter()
  return secondes
}

export const demarrage: Mesure = { noms: ['demarrage'], mesurer }
