import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { Empechement } from './config.ts'
import type { Mode } from './embedded.compte.ts'
import { preparerLieu, type Lieu } from './embedded.dossier.ts'
import { adresse, assurerServeur, estPostmaster, pidDuServeur, type Serveur } from './embedded.serveur.ts'

export type DemandePostgres = {
  dossier: string
  port?: number
  /** Log file of the server; postgres.log in the folder otherwise. */
  journal?: string
  /** Only for throwaway databases: a power cut may lose what was committed. */
  sansDurabilite?: boolean
  /** How to run it under root; found by trying otherwise. */
  mode?: Mode
  surProgres?: (texte: string) => void
}

export type EvenementPostgres = 'tombe' | 'revenu' | 'perdu'

export type PostgresEmbarque = {
  /** Superuser, database postgres. */
  url: string
  port: number
  readonly pid: number
  /** The server was running already, and another live process looks after it. */
  invite: boolean
  arreter: () => Promise<void>
  surveiller: (cb: (evenement: EvenementPostgres, erreur?: unknown) => void) => void
}

/** One holder per server: it restarts it and stops it. PostgreSQL frees the lock when the holder dies, however. */
const VERROU_DU_TENANT = 720_161_616
const RELANCES_PAR_MINUTE = 5

export async function demarrerPostgres(demande: DemandePostgres): Promise<PostgresEmbarque> {
  const lieu = await preparerLieu(demande)
  const garde = new Garde(lieu, demande, await assurerServeur(lieu, demande))
  await garde.tenir()
  return garde
}

/** Does a server run on this folder? Asks nothing of a folder that is not there. */
export const serveurEnMarche = async (dossier: string): Promise<boolean> => {
  const data = await realpath(join(dossier, 'postgres')).catch(() => undefined)
  return data !== undefined && (await pidDuServeur({ data })) !== undefined
}

class Garde implements PostgresEmbarque {
  readonly url: string
  readonly port: number
  invite = false
  #lieu: Lieu
  #demande: DemandePostgres
  #serveur: Serveur
  #auditeurs: Parameters<PostgresEmbarque['surveiller']>[0][] = []
  #chutes: number[] = []
  #relance: Promise<void> | undefined
  #arret: Promise<void> | undefined

  constructor(lieu: Lieu, demande: DemandePostgres, serveur: Serveur) {
    this.#lieu = lieu
    this.#demande = demande
    this.#serveur = serveur
    this.port = serveur.port
    this.url = adresse(lieu, serveur.port)
  }

  get pid() {
    return this.#serveur.pid
  }

  surveiller: PostgresEmbarque['surveiller'] = (cb) => {
    this.#auditeurs.push(cb)
  }

  arreter = () => (this.#arret ??= this.#arreter())

  async tenir() {
    const { veille } = this.#serveur
    this.invite = !(await prendreVerrou(veille))
    if (this.invite) return await veille.end()
    veille.once('end', () => {
      if (!this.#arret) this.#relance = this.#relancer()
    })
    // The watch must not keep a process alive that has nothing else to do.
    prise(veille).unref()
  }

  /** The watch fell: the postmaster died, or it restarts by itself after the crash of a backend. */
  async #relancer() {
    this.#dire('tombe')
    const maintenant = performance.now()
    this.#chutes = [...this.#chutes.filter((chute) => maintenant - chute < 60_000), maintenant]
    try {
      if (this.#chutes.length > RELANCES_PAR_MINUTE)
        throw new Empechement(`La base embarquée s’arrête sans cesse : lisez ${this.#lieu.journal}.`)
      // Open pools know this address: the port does not change.
      this.#serveur = await assurerServeur(this.#lieu, { ...this.#demande, port: this.port })
      await this.tenir()
      this.#dire('revenu')
    } catch (erreur) {
      this.#dire('perdu', erreur)
    }
  }

  #dire(evenement: EvenementPostgres, erreur?: unknown) {
    for (const auditeur of this.#auditeurs) auditeur(evenement, erreur)
  }

  async #arreter() {
    await this.#relance
    if (this.invite) return
    prise(this.#serveur.veille).ref()
    await this.#serveur.veille.end().catch(() => {})
    // SIGINT: open sessions are ended and everything is written. The others recover at the next start.
    for (const [signal, patience] of [
      ['SIGINT', 3500],
      ['SIGQUIT', 1000],
      ['SIGKILL', 1000],
    ] as const)
      if (await this.#signaler(signal, patience)) return
  }

  async #signaler(signal: NodeJS.Signals, patience: number): Promise<boolean> {
    const { pid } = this.#serveur
    const debut = performance.now()
    if (estPostmaster(pid, this.#lieu)) process.kill(pid, signal)
    while (estPostmaster(pid, this.#lieu)) {
      if (performance.now() - debut > patience) return false
      await attendre(15)
    }
    return true
  }
}

/** The socket under a connection, which pg's types leave out. */
const prise = (veille: Serveur['veille']) =>
  (veille as unknown as { connection: { stream: { ref(): void; unref(): void } } }).connection.stream

/** A holder that was just killed frees its lock within moments. */
async function prendreVerrou(veille: Serveur['veille']): Promise<boolean> {
  for (let essai = 0; essai < 10; essai++) {
    const { rows } = await veille.query<{ pris: boolean }>('SELECT pg_try_advisory_lock($1) AS pris', [VERROU_DU_TENANT])
    if (rows[0]?.pris) return true
    await attendre(50)
  }
  return false
}
