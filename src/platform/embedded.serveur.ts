import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, readlinkSync, readdirSync } from 'node:fs'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import pg from 'pg'
import { Empechement } from './config.ts'
import { existeProcessus, retenirPort, type Lieu } from './embedded.dossier.ts'

/** A postmaster that answers, and a connection to it that tells us when it falls. */
export type Serveur = { pid: number; port: number; veille: pg.Client }

export type Reglages = {
  port?: number | undefined
  sansDurabilite?: boolean | undefined
  surProgres?: ((texte: string) => void) | undefined
}

const DEMARRAGE_MAX_MS = 120_000
/** Backends that outlive their postmaster finish within moments; after this they are stuck. */
const PATIENCE_ORPHELINS_MS = 2_000
const JOURNAL_MAX_OCTETS = 5_000_000

/** Attaches to the server of this folder if it runs, starts it otherwise; insists while an old one is ending. */
export async function assurerServeur(lieu: Lieu, reglages: Reglages): Promise<Serveur> {
  const debut = performance.now()
  while (performance.now() - debut < DEMARRAGE_MAX_MS) {
    const pid = await pidDuServeur(lieu)
    const serveur = pid ? await rejoindre(lieu, pid) : await lancer(lieu, reglages)
    if (serveur) return serveur
    if (performance.now() - debut > PATIENCE_ORPHELINS_MS) acheverOrphelins(lieu)
    await attendre(performance.now() - debut > 2 * PATIENCE_ORPHELINS_MS ? 1000 : 100)
  }
  throw new Empechement(`La base embarquée ne répond pas : lisez ${lieu.journal}, puis relancez Préau.`)
}

const fichierPid = (lieu: Pick<Lieu, 'data'>) => join(lieu.data, 'postmaster.pid')

/** The live postmaster of this folder. The pid of a killed one may have been given to another process, which would
 *  make PostgreSQL refuse to start for ever: such a file is removed. */
export async function pidDuServeur(lieu: Pick<Lieu, 'data'>): Promise<number | undefined> {
  const texte = await readFile(fichierPid(lieu), 'utf8').catch(() => '')
  const pid = Number(texte.split('\n')[0])
  if (!pid) return undefined
  if (estPostmaster(pid, lieu)) return pid
  if (existeProcessus(pid)) await rm(fichierPid(lieu), { force: true })
  return undefined
}

export function estPostmaster(pid: number, lieu: Pick<Lieu, 'data'>): boolean {
  try {
    if (process.platform === 'linux')
      // A zombie has an empty command line, so it counts as ended.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(lieu.data)
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(lieu.data)
  } catch {
    return false
  }
}

export const adresse = ({ etat }: Lieu, port: number) => `postgres://postgres:${etat.motDePasse}@127.0.0.1:${port}/postgres`

async function rejoindre(lieu: Lieu, pid: number): Promise<Serveur | undefined> {
  const texte = await readFile(fichierPid(lieu), 'utf8').catch(() => '')
  const port = Number(texte.split('\n')[3])
  const veille = port ? await connecter(lieu, port) : undefined
  if (!veille) return undefined
  await retenirPort(lieu, port)
  return { pid, port, veille }
}

/** A connection to this folder's server, or nothing while it does not answer. */
async function connecter(lieu: Lieu, port: number): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: adresse(lieu, port),
    ssl: false,
    application_name: 'preau veille',
    connectionTimeoutMillis: 2000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    if (rows[0]?.data_directory === lieu.data) return client
    await client.end()
  } catch (erreur) {
    if ((erreur as { code?: string }).code === '28P01')
      throw new Empechement(
        `Le mot de passe gardé dans ${join(lieu.dossier, 'postgres.json')} n’est pas celui de la base : remettez ce fichier depuis votre sauvegarde.`,
        { cause: erreur },
      )
  }
  return undefined
}

async function lancer(lieu: Lieu, reglages: Reglages): Promise<Serveur | undefined> {
  const port = await choisirPort(lieu, reglages.port)
  const depuis = await tailleDuJournal(lieu)
  const { pid, fini } = await lancerPostmaster(lieu, port, reglages)
  const serveur = await attendreReponse(lieu, port, pid, fini)
  if (serveur) {
    await retenirPort(lieu, port)
    return serveur
  }
  const journal = (await readFile(lieu.journal)).subarray(depuis).toString('utf8')
  return expliquerEchec(lieu, journal)
}

async function choisirPort(lieu: Lieu, impose: number | undefined): Promise<number> {
  if (impose) {
    if (await portLibre(impose)) return impose
    throw new Empechement(`Le port ${impose}, demandé pour la base embarquée, est déjà pris : choisissez-en un autre.`)
  }
  return (lieu.etat.port && (await portLibre(lieu.etat.port))) || (await portLibre(0)) || 0
}

/** The port if it can be listened on (any free one for 0), otherwise 0. */
function portLibre(port: number): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const essai = createServer()
  essai.once('error', () => resolve(0))
  essai.listen(port, '127.0.0.1', () => {
    const { port: obtenu } = essai.address() as { port: number }
    essai.close(() => resolve(obtenu))
  })
  return promise
}

async function tailleDuJournal({ journal }: Lieu): Promise<number> {
  const taille = (await stat(journal).catch(() => undefined))?.size ?? 0
  if (taille <= JOURNAL_MAX_OCTETS) return taille
  await rename(journal, `${journal}.1`)
  return 0
}

function options(port: number, sansDurabilite: boolean): string[] {
  const valeurs: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 120,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The text of a failed statement and the DETAIL of its error can hold what a child wrote.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(sansDurabilite
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }),
  }
  return Object.entries(valeurs).flatMap(([nom, valeur]) => ['-c', `${nom}=${valeur}`])
}

/** In its own session, writing to a file: a Ctrl-C or the death of this process leaves the database whole. */
async function lancerPostmaster(lieu: Lieu, port: number, reglages: Reglages) {
  const args = ['-D', lieu.data, ...options(port, reglages.sansDurabilite ?? false)]
  const [fichier, complets, identite] = lieu.lanceur.commande('postgres', args)
  const journal = await open(lieu.journal, 'a', 0o600)
  const enfant = spawn(fichier, complets, {
    ...identite,
    cwd: '/',
    detached: true,
    stdio: ['ignore', journal.fd, journal.fd],
  })
  const fin = { arrive: false }
  enfant.once('exit', () => (fin.arrive = true))
  enfant.once('error', () => (fin.arrive = true))
  enfant.unref()
  await journal.close()
  return { pid: enfant.pid ?? 0, fini: () => fin.arrive }
}

/** unshare replaces itself by postgres, so the child's pid is the postmaster's in every mode. */
async function attendreReponse(lieu: Lieu, port: number, pid: number, fini: () => boolean) {
  const debut = performance.now()
  while (!fini() && performance.now() - debut < DEMARRAGE_MAX_MS) {
    const veille = await connecter(lieu, port)
    if (veille) return { pid, port, veille }
    await attendre(20)
  }
  return undefined
}

/** Nothing when trying again may help, a sentence otherwise. */
function expliquerEchec(lieu: Lieu, journal: string): undefined {
  if (/pre-existing shared memory block|lock file ".*" already exists|Address already in use/.test(journal)) return
  const cause = /(?:FATAL|PANIC|error): +(.*)/.exec(journal)?.[1]
  if (/No space left/.test(journal))
    throw new Empechement(`Le disque qui porte ${lieu.data} est plein : faites de la place, puis relancez Préau.`)
  if (/incompatible with server/.test(journal))
    throw new Empechement(
      `La base de ${lieu.data} vient d’une autre version de PostgreSQL : gardez la version qui l’a créée, ou restaurez une sauvegarde dans un dossier neuf.`,
    )
  throw new Empechement(
    `La base embarquée n’a pas démarré${cause ? ` (${cause})` : ''} : lisez ${lieu.journal}, puis relancez Préau.`,
  )
}

/** Ends the backends that a killed postmaster left in this very folder; nothing else has it as working directory. */
function acheverOrphelins(lieu: Lieu) {
  if (process.platform !== 'linux') return
  for (const pid of readdirSync('/proc')
    .filter((nom) => /^\d+$/.test(nom))
    .map(Number)) {
    try {
      const titre = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      if (titre.startsWith('postgres: ') && readlinkSync(`/proc/${pid}/cwd`) === lieu.data) process.kill(pid, 'SIGKILL')
    } catch {
      // The process ended, or belongs to somebody else.
    }
  }
}
