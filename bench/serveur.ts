import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tenir } from '../bin/arret.ts'
import type { Banc } from './banc.ts'

export interface Ressources {
  /** Resident memory, in megabytes. */
  mo: number
  /** Processor time since the start, in seconds. */
  cpu: number
}

export interface Serveur {
  port: number
  ressources: () => Promise<Ressources>
  arreter: () => Promise<void>
}

/** The real server in a process of its own, as `preau serve` would run it. */
export const lancerServeur = (banc: Banc, url: string): Promise<Serveur> =>
  lancer(banc, 'serveur.enfant.ts', {
    DATABASE_URL: url,
    PREAU_CLES: banc.config.cles,
    PREAU_DONNEES: banc.dossier,
    PREAU_MANDATAIRES_DE_CONFIANCE: '1',
  })

/** So many bytes from memory on node:http: what a page cannot beat. */
export const lancerTemoin = (banc: Banc, octets: number): Promise<Serveur> =>
  lancer(banc, 'temoin.enfant.ts', { OCTETS: String(octets) })

async function lancer(banc: Banc, fichier: string, env: Record<string, string>): Promise<Serveur> {
  const port = await portLibre()
  const enfant = fork(new URL(fichier, import.meta.url), {
    env: { PATH: process.env.PATH, PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const demander = async (demande: string): Promise<Ressources> => {
    enfant.send(demande)
    return (await once(enfant, 'message'))[0] as Ressources
  }
  const pret = Promise.race([once(enfant, 'message'), once(enfant, 'exit').then(mort)])
  const naissant = pret.then(() => ({ port, ressources: () => demander('ressources'), arreter: () => arreter(enfant) }))
  return await tenir(banc.arrets, naissant)
}

const mort = (): never => {
  throw new Error('the measured server has not started')
}

async function arreter(enfant: ChildProcess): Promise<void> {
  if (enfant.exitCode !== null || enfant.signalCode !== null) return
  const fini = once(enfant, 'exit')
  enfant.kill('SIGTERM')
  await fini
}

export async function portLibre(): Promise<number> {
  const essai = createServer().listen(0, '127.0.0.1')
  await once(essai, 'listening')
  const { port } = essai.address() as AddressInfo
  essai.close()
  await once(essai, 'close')
  return port
}
