import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { demarrerPostgres } from '../../src/platform/embedded.ts'
import { migrer } from '../../src/platform/migrer.ts'
import { trousseauEphemere, type Trousseau } from '../../src/platform/trousseau.ts'

/** A real server: the one that `npm test` started, or a throwaway one of its own when a single file is run by hand. */
let serveur: Promise<{ url: string; arreter(): Promise<void> }> | undefined

async function demarrer(): Promise<{ url: string; arreter(): Promise<void> }> {
  const url = process.env.PREAU_TEST_POSTGRES
  if (url !== undefined) return { url, arreter: async () => {} }
  const dossier = mkdtempSync(join(tmpdir(), 'preau-test-'))
  const s = await demarrerPostgres({ dossier })
  return {
    url: s.url,
    arreter: async () => {
      await s.arreter()
      rmSync(dossier, { recursive: true, force: true })
    },
  }
}

export const serveurDeTest = (): Promise<{ url: string; arreter(): Promise<void> }> => (serveur ??= demarrer())

async function admin<T>(url: string, travail: (c: pg.Client) => Promise<T>): Promise<T> {
  const c = new pg.Client({ connectionString: url })
  await c.connect()
  try {
    return await travail(c)
  } finally {
    await c.end()
  }
}

/** Roles belong to the whole server: every test database shares the passwords of one key ring. */
export const trousseauDeTest: Trousseau = trousseauPartage()

function trousseauPartage(): Trousseau {
  const t = trousseauEphemere()
  const partage = process.env.PREAU_TEST_POSTGRES
  if (partage === undefined) return t
  // Several processes on one server: the doors' passwords must agree between them.
  const fixe = Buffer.from(partage.padEnd(32, '-').slice(-32))
  return { ...t, cle: (usage, acad) => (usage === 'portes' ? fixe : t.cle(usage, acad)) }
}

export interface BaseDeTest {
  url: string
  fermer(): Promise<void>
}

/** A new database cloned from a migrated template, made once a server. */
export async function nouvelleBase(): Promise<BaseDeTest> {
  const s = await serveurDeTest()
  const nom = `preau_t_${randomBytes(6).toString('hex')}`
  await admin(s.url, async (c) => {
    await c.query('select pg_advisory_lock($1)', [0x5072e8])
    const modele = `preau_modele_${process.env.PREAU_TEST_MODELE ?? process.pid}`
    const { rowCount } = await c.query('select from pg_database where datname = $1', [modele])
    if (rowCount === 0) {
      await c.query(`create database ${modele}_brut`)
      await migrer(avecBase(s.url, `${modele}_brut`), trousseauDeTest, true)
      await c.query(`alter database ${modele}_brut rename to ${modele}`)
    }
    await c.query(`create database ${nom} template ${modele}`)
    await c.query('select pg_advisory_unlock($1)', [0x5072e8])
    await c.query(
      `grant connect on database ${nom} to preau_public, preau_agent, preau_seuil, preau_job, preau_pilotage, preau_enquete`,
    )
  })
  return {
    url: avecBase(s.url, nom),
    fermer: () => admin(s.url, async (c) => void (await c.query(`drop database if exists ${nom} with (force)`))),
  }
}

export async function avecBaseVide<T>(travail: (b: BaseDeTest) => Promise<T>): Promise<T> {
  const base = await nouvelleBase()
  try {
    return await travail(base)
  } finally {
    await base.fermer()
    if (process.env.PREAU_TEST_POSTGRES === undefined) await (await serveurDeTest()).arreter()
  }
}

function avecBase(url: string, nom: string): string {
  const u = new URL(url)
  u.pathname = `/${nom}`
  return u.href
}
