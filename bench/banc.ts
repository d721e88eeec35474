import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { lireConfig, migrer, creerTrousseau, type Config, type Trousseau } from '#platform'
import { tenir, type Arrets } from '../bin/arret.ts'
import { demarrerPostgres } from '../src/platform/embedded.ts'

/** The bench: a throwaway PostgreSQL that syncs its commits to the disk, and databases in today's shape. */
export interface Banc {
  dossier: string
  arrets: Arrets
  config: Config
  trousseau: Trousseau
  /** A new database, as the administrator. */
  nouvelleBase: () => Promise<string>
  supprimerBase: (url: string) => Promise<void>
}

/** `DATABASE_URL` measures another server: its databases are left alone, ours are dropped at the end. */
export async function ouvrirBanc(arrets: Arrets): Promise<Banc> {
  const dossier = await mkdtemp(join(tmpdir(), `preau-banc-${process.pid}-`))
  arrets.push(() => rm(dossier, { recursive: true, force: true }))
  const donnee = lireConfig().databaseUrl
  // On a server that is in use, the doors keep the passwords that its own keys give.
  const cles = donnee === undefined ? join(dossier, 'cles.json') : lireConfig().cles
  const config = lireConfig({ PREAU_CLES: cles, PREAU_DONNEES: dossier, PREAU_MANDATAIRES_DE_CONFIANCE: '1' })
  const url = donnee ?? (await tenir(arrets, demarrerPostgres({ dossier: join(dossier, 'base') }))).url
  const trousseau = creerTrousseau(cles)
  const bases = new Bases(url, trousseau)
  arrets.push(() => bases.effacer())
  return {
    dossier,
    arrets,
    config,
    trousseau,
    nouvelleBase: () => bases.creer(),
    supprimerBase: (base) => bases.supprimer(base),
  }
}

export async function enAdmin<T>(url: string, travail: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await travail(client)
  } finally {
    await client.end()
  }
}

class Bases {
  readonly #url: string
  readonly #trousseau: Trousseau
  readonly #noms: string[] = []

  constructor(url: string, trousseau: Trousseau) {
    this.#url = url
    this.#trousseau = trousseau
  }

  async creer(): Promise<string> {
    const nom = `preau_banc_${randomBytes(5).toString('hex')}`
    await enAdmin(this.#url, (c) => c.query(`create database ${nom}`))
    this.#noms.push(nom)
    const url = Object.assign(new URL(this.#url), { pathname: `/${nom}` }).href
    await migrer(url, this.#trousseau)
    return url
  }

  async supprimer(url: string): Promise<void> {
    await this.#supprimer(new URL(url).pathname.slice(1))
  }

  async effacer(): Promise<void> {
    for (const nom of this.#noms.toReversed()) await this.#supprimer(nom)
  }

  async #supprimer(nom: string): Promise<void> {
    await enAdmin(this.#url, (c) => c.query(`drop database if exists ${nom} with (force)`))
    this.#noms.splice(this.#noms.indexOf(nom), 1)
  }
}
