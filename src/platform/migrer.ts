import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { Door } from './db.ts'
import { motDePasse, type Trousseau } from './trousseau.ts'

const DB = new URL('../../db/', import.meta.url)
const DOORS: Door[] = ['public', 'agent', 'seuil', 'job', 'pilotage', 'enquete']

/** The connection string of a door: the place of `url`, the role and the derived password of the door. */
export function urlDePorte(url: string, t: Trousseau, door: Door): string {
  const u = new URL(url)
  u.username = `preau_${door}`
  u.password = motDePasse(t, `preau_${door}`)
  return u.href
}

/** All the changes that this code counts on, in their order. */
export const nomsDesMigrations = (): string[] =>
  readdirSync(new URL('migrations/', DB))
    .filter((nom) => nom.endsWith('.sql'))
    .sort()

const migrations = (): { nom: string; sql: string; empreinte: string }[] =>
  nomsDesMigrations().map((nom) => {
    const sql = readFileSync(new URL(`migrations/${nom}`, DB), 'utf8')
    return { nom, sql, empreinte: createHash('sha256').update(sql).digest('hex') }
  })

/**
 * Brings the database to today's shape: roles, passwords of the doors, then each migration that is not there yet, one
 * transaction each. `url` connects as a role that may create roles; the tables belong to preau_proprietaire.
 * @returns the names of the migrations that were run.
 * @throws when a migration that was already run has been edited since: forward only.
 */
export async function migrer(url: string, t: Trousseau, horlogeReglable = false): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'preau migrer' })
  await client.connect()
  try {
    // One migration at a time, whoever else starts: 0x5072e9 is ours.
    await client.query('select pg_advisory_lock($1)', [0x5072e9])
    await client.query(readFileSync(new URL('roles.sql', DB), 'utf8'))
    for (const door of DOORS) {
      const role = `preau_${door}`
      await client.query(`alter role ${role} password ${client.escapeLiteral(motDePasse(t, role))}`)
    }
    await client.query('set role preau_proprietaire')
    return await avancer(client, horlogeReglable)
  } finally {
    await client.end()
  }
}

/** Has this database been through a migration already? */
export async function dejaMigree(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ la: boolean }>(`select to_regclass('migration.faite') is not null as la`)
    return rows[0]!.la
  } finally {
    await client.end()
  }
}

async function avancer(client: pg.Client, horlogeReglable: boolean): Promise<string[]> {
  await client.query(`create schema if not exists migration;
    create table if not exists migration.faite (nom text primary key, empreinte text not null, le timestamptz not null default now())`)
  const { rows } = await client.query<{ nom: string; empreinte: string }>('select nom, empreinte from migration.faite')
  const faites = new Map(rows.map((r) => [r.nom, r.empreinte]))
  const nouvelles: string[] = []
  for (const m of migrations()) {
    const deja = faites.get(m.nom)
    if (deja !== undefined && deja !== m.empreinte)
      throw new Error(`${m.nom} was edited after it was run: add a new migration instead`)
    if (deja !== undefined) continue
    await client.query('begin')
    await client.query(m.sql)
    await client.query('insert into migration.faite (nom, empreinte) values ($1, $2)', [m.nom, m.empreinte])
    await client.query('commit')
    nouvelles.push(m.nom)
  }
  await client.query('update acces.instance set horloge_reglable = $1', [horlogeReglable])
  return nouvelles
}
