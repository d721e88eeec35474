import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { uuidv7 } from '#platform'
import { existeCommande } from './commande.ts'
import type { Envoye, Salve } from './trace.ts'

const CONNEXIONS = 8

/** A transaction to play again. `neufs`: the values that must be new each time, all drawn from one number. */
export interface Rejeu {
  salves: readonly Salve[]
  neufs: { uuids: readonly string[]; empreintes: readonly Buffer[] }
}

export type Pilote = 'pgbench' | 'pg'

/** pgbench 14 or later knows how to send several statements at once, as the program does. */
export const piloteDuJour = async (): Promise<Pilote> =>
  Number(/\d+/.exec(await existeCommande('pgbench'))?.[0] ?? 0) >= 14 ? 'pgbench' : 'pg'

export interface Connexion {
  url: string
  /** Settings of the session, as the policies read them. */
  reglages?: Record<string, string>
}

let tirages = 0

/** Transactions per second of bare SQL, over as many connections as a door has. */
export async function rejouer(pilote: Pilote, ou: Connexion, rejeux: readonly Rejeu[], secondes: number): Promise<number> {
  // Each run draws its numbers elsewhere: nothing is inserted twice.
  const depuis = ++tirages * 1_000_000_000
  return pilote === 'pgbench' ? parPgbench(ou, rejeux, secondes, depuis) : parPg(ou, rejeux, secondes)
}

async function parPgbench(ou: Connexion, rejeux: readonly Rejeu[], secondes: number, depuis: number): Promise<number> {
  const dossier = await mkdtemp(join(tmpdir(), 'preau-pgbench-'))
  try {
    const scripts = rejeux.map((r, rang) => ({ nom: join(dossier, `${rang}.sql`), texte: script(r) }))
    await Promise.all(scripts.map((s) => writeFile(s.nom, s.texte)))
    const args = ['-n', '-M', 'prepared', '-c', String(CONNEXIONS), '-j', '1', '-T', String(secondes)]
    args.push('-D', 'n=0', '-D', `depuis=${depuis}`, ...scripts.flatMap((s) => ['-f', s.nom]))
    const sortie = await lancerPgbench(args, ou)
    return Number(/^tps = ([\d.]+)/m.exec(sortie)?.[1] ?? Number.NaN)
  } finally {
    await rm(dossier, { recursive: true })
  }
}

async function lancerPgbench(args: string[], { url, reglages = {} }: Connexion): Promise<string> {
  const u = new URL(url)
  const env = {
    PATH: process.env.PATH,
    PGHOST: u.hostname,
    PGPORT: u.port || '5432',
    PGUSER: decodeURIComponent(u.username),
    PGPASSWORD: decodeURIComponent(u.password),
    PGDATABASE: u.pathname.slice(1),
    PGOPTIONS: Object.entries(reglages)
      .map(([nom, valeur]) => `-c ${nom}=${valeur}`)
      .join(' '),
  }
  const enfant = spawn('pgbench', args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [sortie, erreurs] = await Promise.all([text(enfant.stdout), text(enfant.stderr)])
  if (/aborted|error/i.test(erreurs)) throw new Error(`pgbench: ${erreurs.slice(0, 600)}`)
  return sortie
}

/** The statements as a pgbench script: values written in, but for the new ones. */
function script({ salves, neufs }: Rejeu): string {
  const lignes = ['\\set n :n + 1', '\\set i :depuis + :client_id * 10000000 + :n']
  for (const salve of salves) {
    const textes = salve.map((e) => `${ecrire(e, neufs)};`)
    lignes.push(...(textes.length > 1 ? ['\\startpipeline', ...textes, '\\endpipeline'] : textes))
  }
  return `${lignes.join('\n')}\n`
}

/** pgbench knows no 32 hexadecimal digits: decimal ones make a uuid too. */
const uuidNeuf = (rang: number): string => `('${rang}' || lpad(:i::text, 31, '0'))::uuid`
const EMPREINTE_NEUVE = `sha256(:i::text::bytea)`

function ecrire({ text: sql, values }: Envoye, neufs: Rejeu['neufs']): string {
  if (sql.startsWith('BEGIN')) return ecrireOuverture(sql, neufs)
  return sql.replaceAll(/\$(\d+)/g, (_, n: string) => litteral(values[Number(n) - 1], neufs))
}

/** `BEGIN; SET LOCAL a = 'x'` is one message in the program; a prepared pgbench sends the settings as a statement. */
function ecrireOuverture(sql: string, neufs: Rejeu['neufs']): string {
  const reglages = [...sql.matchAll(/SET LOCAL ([\w.]+) = '([^']*)'/g)].map(([, nom, valeur]) => {
    const uuid = neufs.uuids.indexOf(valeur!)
    const neuf = uuid >= 0 ? `${uuidNeuf(uuid)}::text` : `encode(${EMPREINTE_NEUVE}, 'hex')`
    const rang = neufs.empreintes.findIndex((e) => e.toString('hex') === valeur)
    return `set_config('${nom}', ${uuid >= 0 || rang >= 0 ? neuf : texte(valeur!)}, true)`
  })
  return reglages.length === 0 ? 'begin' : `begin;\nselect ${reglages.join(', ')}`
}

/** A colon would be read as a variable by pgbench, even in quotes. */
const texte = (s: string): string => `E'${s.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`

function litteral(v: unknown, neufs: Rejeu['neufs']): string {
  if (v === null || v === undefined) return 'null'
  if (typeof v === 'number' || typeof v === 'boolean') return String(v)
  if (v instanceof Date) return `to_timestamp(${v.getTime() / 1000})`
  if (v instanceof Uint8Array) return octets(Buffer.from(v), neufs)
  if (Array.isArray(v)) return tableau(v, neufs)
  if (typeof v === 'object') return objet(v, neufs)
  const uuid = neufs.uuids.indexOf(String(v))
  return uuid >= 0 ? uuidNeuf(uuid) : texte(String(v))
}

/** JSON, in which what must be new each time is put in its place. */
function objet(v: object, neufs: Rejeu['neufs']): string {
  const sql = new Map(neufs.uuids.map((u, rang) => [u, `${uuidNeuf(rang)}::text`]))
  for (const e of neufs.empreintes) sql.set(e.toString('hex'), `encode(${EMPREINTE_NEUVE}, 'hex')`)
  const motif = [...sql.keys()].join('|')
  const bouts = motif === '' ? [JSON.stringify(v)] : JSON.stringify(v).split(new RegExp(`(${motif})`))
  return `(${bouts.map((bout) => sql.get(bout) ?? texte(bout)).join(' || ')})`
}

const octets = (v: Buffer, neufs: Rejeu['neufs']): string =>
  neufs.empreintes.some((e) => e.equals(v)) ? EMPREINTE_NEUVE : `'\\x${v.toString('hex')}'::bytea`

const tableau = (v: readonly unknown[], neufs: Rejeu['neufs']): string =>
  v.length === 0
    ? `'{}'`
    : `array[${v.map((x) => litteral(x, neufs)).join(', ')}]${typeof v[0] === 'string' && neufs.uuids.includes(v[0]) ? '::uuid[]' : ''}`

/** Where pgbench is absent: the same statements in a loop of the bare driver. */
async function parPg({ url, reglages = {} }: Connexion, rejeux: readonly Rejeu[], secondes: number): Promise<number> {
  const options = Object.entries(reglages).map(([nom, valeur]) => `-c ${nom}=${valeur}`)
  const clients = Array.from(
    { length: CONNEXIONS },
    () => new pg.Client({ connectionString: url, options: options.join(' '), pipeline: true } as pg.ClientConfig),
  )
  await Promise.all(clients.map((c) => c.connect()))
  const debut = performance.now()
  let faites = 0
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - debut < secondes * 1000) {
        await jouer(client, rejeux[faites % rejeux.length]!)
        faites += 1
      }
    }),
  )
  const parSeconde = faites / ((performance.now() - debut) / 1000)
  await Promise.all(clients.map((c) => c.end()))
  return parSeconde
}

const noms = new Map<string, string>()
const nomDe = (sql: string): string => noms.get(sql) ?? (noms.set(sql, `r${noms.size}`), noms.get(sql)!)

async function jouer(client: pg.Client, { salves, neufs }: Rejeu): Promise<void> {
  const uuids = new Map(neufs.uuids.map((u) => [u, uuidv7()]))
  const empreintes = new Map(neufs.empreintes.map((e) => [e.toString('hex'), crypto.getRandomValues(Buffer.alloc(32))]))
  const neuf = (v: unknown): unknown => {
    if (typeof v === 'string') return uuids.get(v) ?? v
    if (v instanceof Uint8Array) return empreintes.get(Buffer.from(v).toString('hex')) ?? v
    return v !== null && typeof v === 'object' && !(v instanceof Date) ? enJson(v) : v
  }
  const enJson = (v: object): string => {
    const connus = [...uuids, ...[...empreintes].map(([ancienne, e]) => [ancienne, e.toString('hex')] as const)]
    return connus.reduce((texte, [ancien, nouveau]) => texte.replaceAll(ancien, nouveau), JSON.stringify(v))
  }
  const ouvrir = (sql: string): string =>
    sql.replaceAll(/'([^']*)'/g, (_, v: string) => `'${uuids.get(v) ?? empreintes.get(v)?.toString('hex') ?? v}'`)
  for (const salve of salves)
    await Promise.all(
      salve.map(({ text: sql, values }) =>
        values.length === 0
          ? client.query(ouvrir(sql))
          : client.query({ name: nomDe(sql), text: sql, values: values.map((v) => (Array.isArray(v) ? v.map(neuf) : neuf(v))) }),
      ),
    )
}
