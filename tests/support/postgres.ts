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

/** What a database holds beyond its tables, made once a run: its name, and how it is filled. */
export interface Modele {
  nom: string
  remplir(url: string): Promise<void>
}

/** A new database cloned from a template, migrated (and filled) once a run, whichever file comes first. */
export async function nouvelleBase(rempli?: Modele): Promise<BaseDeTest> {
  const s = await serveurDeTest()
  const nom = `preau_t_${randomBytes(6).toString('hex')}`
  await admin(s.url, async (c) => {
    await c.query('select pg_advisory_lock($1)', [0x5072e8])
    // Without `npm test`, another file may come with other migrations to the same server: each process has its own.
    const modele = `preau_modele_${process.env.PREAU_TEST_MODELE ?? process.pid}`
    const vierge = (url: string): Promise<unknown> => migrer(url, trousseauDeTest, true)
    await faireModele(c, s.url, modele, 'template1', vierge)
    if (rempli !== undefined) await faireModele(c, s.url, `${modele}_${rempli.nom}`, modele, rempli.remplir)
    await c.query(`create database ${nom} template ${rempli === undefined ? modele : `${modele}_${rempli.nom}`}`)
    await c.query('select pg_advisory_unlock($1)', [0x5072e8])
    // The rights on a database are not cloned with it: as db/roles.sql makes them.
    await c.query(`revoke all on database ${nom} from public`)
    await c.query(
      `grant connect on database ${nom} to preau_public, preau_agent, preau_seuil, preau_job, preau_pilotage, preau_enquete`,
    )
  })
  return {
    url: avecBase(s.url, nom),
    fermer: () => admin(s.url, async (c) => void (await c.query(`drop database if exists ${nom} with (force)`))),
  }
}

/** It has its name once it is whole: what a killed run left half made is made again. */
async function faireModele(
  c: pg.Client,
  url: string,
  nom: string,
  depuis: string,
  remplir: (url: string) => Promise<unknown>,
): Promise<void> {
  const { rowCount } = await c.query('select from pg_database where datname = $1', [nom])
  if (rowCount !== 0) return
  await c.query(`drop database if exists ${nom}_brut with (force)`)
  await c.query(`create database ${nom}_brut template ${depuis}`)
  await remplir(avecBase(url, `${nom}_brut`))
  await c.query(`alter database ${nom}_brut rename to ${nom}`)
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
