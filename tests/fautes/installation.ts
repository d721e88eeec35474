import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { closeBase, lireConfig, migrer, openBase, ouvrirJournal, creerTrousseau, urlDePorte, type Maison } from '#platform'
import { demarrerPostgres, type PostgresEmbarque } from '../../src/platform/embedded.ts'
import { NU } from '../support/lanceur.ts'
import { uai } from '../support/monde.ts'

export const COLLEGE = uai('0319001')

/** A whole installation of its own, durable as in production: embedded database, key file, a school with its head. */
export class Installation {
  readonly dossier: string
  readonly postgres: PostgresEmbarque
  readonly maison: Maison
  readonly port: number
  #serveur: ChildProcess | undefined

  private constructor(dossier: string, postgres: PostgresEmbarque, maison: Maison, port: number) {
    this.dossier = dossier
    this.postgres = postgres
    this.maison = maison
    this.port = port
  }

  static async ouvrir(): Promise<Installation> {
    const dossier = await mkdtemp(join(tmpdir(), 'preau-fautes-'))
    const postgres = await demarrerPostgres({ dossier })
    const admin = new pg.Client(postgres.url)
    await admin.connect()
    await admin.query('create database preau')
    await admin.end()
    const url = Object.assign(new URL(postgres.url), { pathname: '/preau' }).href
    const port = await portLibre()
    const config = lireConfig({ PREAU_ENV: 'test', PREAU_DONNEES: dossier, DATABASE_URL: url, PORT: String(port) })
    const trousseau = creerTrousseau(config.cles)
    await migrer(url, trousseau)
    const base = openBase((porte) => urlDePorte(url, trousseau, porte))
    const i = new Installation(dossier, postgres, { config, trousseau, base, journal: ouvrirJournal('silent') }, port)
    await i.admin(`insert into annuaire.academie values ('16', 'Toulouse', 'C');
      insert into annuaire.departement values ('16', '031', 'Haute-Garonne');
      insert into annuaire.etablissement (acad, etab, dept, nom, type, secteur) values ('16', '${COLLEGE}', '031', 'Collège Les Tilleuls', 'college', 'public');
      insert into annuaire.agent values ('16', gen_random_uuid(), 'chef', 'Vidal', 'Claire', 'chef@exemple.fr', now());
      insert into annuaire.mandat (acad, id, agent, role, etab, du) select '16', gen_random_uuid(), id, 'chef', '${COLLEGE}', now() from annuaire.agent`)
    return i
  }

  /** SQL as the administrator of the server: to plant and to look. */
  async admin<R extends pg.QueryResultRow>(sql: string): Promise<R[]> {
    const client = new pg.Client(this.maison.config.databaseUrl)
    await client.connect()
    const { rows } = await client.query<R>(sql).finally(() => client.end())
    return rows
  }

  /** Starts the server; milliseconds until it is ready. */
  async servir(): Promise<number> {
    const debut = performance.now()
    this.#serveur = spawn(process.execPath, [fileURLToPath(new URL('serveur.ts', import.meta.url))], {
      env: {
        ...NU,
        PREAU_ENV: 'test',
        PREAU_JOURNAL: 'silent',
        PREAU_DONNEES: this.dossier,
        DATABASE_URL: this.maison.config.databaseUrl,
        PORT: String(this.port),
        // Each writer comes from an address of its own, as behind the proxy of a real installation.
        PREAU_MANDATAIRES_DE_CONFIANCE: '1',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    await this.attendrePret()
    return performance.now() - debut
  }

  async attendrePret(): Promise<void> {
    const debut = performance.now()
    while ((await fetch(`${this.origine}/readyz`).catch(() => undefined))?.status !== 200) {
      if (performance.now() - debut > 30_000) throw new Error('not ready after 30 s')
      await attendre(10)
    }
  }

  get origine(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async tuerServeur(): Promise<void> {
    const serveur = this.#serveur
    this.#serveur = undefined
    if (serveur === undefined) return
    const fin = once(serveur, 'exit')
    serveur.kill('SIGKILL')
    await fin
  }

  tuerPostgres(): void {
    process.kill(this.postgres.pid, 'SIGKILL')
  }

  async fermer(): Promise<void> {
    await this.tuerServeur()
    await closeBase(this.maison.base)
    await this.postgres.arreter()
    await rm(this.dossier, { recursive: true, force: true })
  }
}

export async function portLibre(): Promise<number> {
  const essai = createServer().listen(0, '127.0.0.1')
  await once(essai, 'listening')
  const { port } = essai.address() as AddressInfo
  await new Promise((resolve) => essai.close(resolve))
  return port
}
