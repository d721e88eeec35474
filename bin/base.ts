import pg from 'pg'
import type { Config } from '../src/platform/config.ts'
import { demarrerPostgres, type PostgresEmbarque } from '../src/platform/embedded.ts'

export type BaseOuverte = Pick<PostgresEmbarque, 'url' | 'invite' | 'arreter' | 'surveiller'>

/** The application's database for any command: the one of DATABASE_URL, or « preau » in the embedded server.
 *  `url` connects as a role that may create roles. */
export async function ouvrirBaseDe(config: Config, surProgres?: (texte: string) => void): Promise<BaseOuverte> {
  if (config.databaseUrl) return { url: config.databaseUrl, invite: false, arreter: async () => {}, surveiller: () => {} }
  const serveur = await demarrerPostgres({ dossier: config.donnees, ...(surProgres ? { surProgres } : {}) })
  const { invite, arreter, surveiller } = serveur
  return { url: await creerBase(serveur.url), invite, arreter, surveiller }
}

/** Opens it for the time of one piece of work. A server that already ran goes on running. */
export async function avecBase<T>(config: Config, travail: (url: string) => Promise<T>): Promise<T> {
  const base = await ouvrirBaseDe(config)
  try {
    return await travail(base.url)
  } finally {
    await base.arreter()
  }
}

async function creerBase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'preau'`)
    if (rowCount === 0) await client.query('CREATE DATABASE preau')
  } finally {
    await client.end()
  }
  return Object.assign(new URL(url), { pathname: '/preau' }).href
}
