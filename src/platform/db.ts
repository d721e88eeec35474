import pg from 'pg'
import { clock } from './clock.ts'
import { emprunter, grouper, partager, type Pret } from './convoi.ts'

/** The doors: one login role and one small pool each. See db/roles.sql for what each may touch. */
export type Door = 'public' | 'agent' | 'seuil' | 'job' | 'pilotage' | 'enquete'

/** A named SQL statement generated from an `x.sql` block: `P` its parameters, `R` its rows. */
export interface Statement<P, R> {
  readonly name: string
  readonly text: string
  readonly params: readonly (keyof P & string)[]
  readonly row?: R
}

declare const brand: unique symbol

/**
 * The only object that can query, inside one transaction, under one door's role. The brand makes a handler of one door
 * that calls a function of another fail to compile.
 */
export interface Db<D extends Door = Door> {
  readonly [brand]: D
  /** All rows. */
  all<P, R>(s: Statement<P, R>, ...p: Args<P>): Promise<R[]>
  /** Exactly one row; anything else is a fault of ours and throws. */
  one<P, R>(s: Statement<P, R>, ...p: Args<P>): Promise<R>
  /** One row or null. */
  maybe<P, R>(s: Statement<P, R>, ...p: Args<P>): Promise<R | null>
  /** How many rows were touched: read it, a policy turns a forbidden update into zero. */
  run<P, R>(s: Statement<P, R>, ...p: Args<P>): Promise<number>
}
type Args<P> = keyof P extends never ? [] : [P]

export type PublicDb = Db<'public'>
export type AgentDb = Db<'agent'>
export type SeuilDb = Db<'seuil'>
export type JobDb = Db<'job'>

/** Settings that the policies read: each is a secret that proves itself, never an identity. */
export interface Preuves {
  session?: string
  code?: string
  brouillon?: string
}

export type Base = { [D in Door]: pg.Pool }

// Dates without a time stay text: a birthday has no time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (v) => v)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const SIZES: Record<Door, number> = { public: 8, agent: 8, seuil: 2, job: 3, pilotage: 2, enquete: 2 }

/** One pool a door. `urlOf` gives the connection string of a role. Pools connect when first used. */
export function openBase(urlOf: (door: Door) => string): Base {
  const pool = (door: Door): pg.Pool => {
    const p = new pg.Pool({
      connectionString: urlOf(door),
      max: SIZES[door],
      pipeline: true,
      application_name: `preau ${door}`,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
    } as pg.PoolConfig)
    // A connection lost while idle (restart of the database) is replaced at the next use.
    p.on('error', () => {})
    // A connection lost while a transaction holds it fails that transaction; unheard, it would end the process.
    p.on('connect', (client) => void client.on('error', () => {}))
    return p
  }
  return {
    public: pool('public'),
    agent: pool('agent'),
    seuil: pool('seuil'),
    job: pool('job'),
    pilotage: pool('pilotage'),
    enquete: pool('enquete'),
  }
}

export async function closeBase(base: Base): Promise<void> {
  await Promise.all(Object.values(base).map((pool) => pool.end()))
}

function send<P, R>(client: pg.ClientBase, s: Statement<P, R>, p: P | undefined): Promise<pg.QueryResult> {
  const values = s.params.map((name) => p?.[name] ?? null)
  grouper(client)
  return client.query({ name: s.name, text: s.text, values })
}

function queries<D extends Door>(client: pg.ClientBase, verifier: () => void = () => {}): Db<D> {
  const demander = async <P, R>(s: Statement<P, R>, p: P | undefined): Promise<pg.QueryResult> => {
    verifier()
    return send(client, s, p)
  }
  const db = {
    all: async <P, R>(s: Statement<P, R>, p?: P) => (await demander(s, p)).rows as R[],
    one: async <P, R>(s: Statement<P, R>, p?: P) => {
      const { rows } = await demander(s, p)
      if (rows.length !== 1) throw new Error(`${s.name}: one row expected, ${rows.length} found`)
      return rows[0] as R
    },
    maybe: async <P, R>(s: Statement<P, R>, p?: P) => ((await demander(s, p)).rows[0] as R | undefined) ?? null,
    run: async <P, R>(s: Statement<P, R>, p?: P) => (await demander(s, p)).rowCount ?? 0,
  }
  return db as unknown as Db<D>
}

function opening(preuves: Preuves, ...reglages: string[]): string {
  const sets = ['BEGIN', ...reglages]
  for (const [name, value] of Object.entries(preuves)) {
    if (value === undefined) continue
    // SET LOCAL takes no parameter; these are hexadecimal digests and UUIDs, and nothing else may pass.
    if (!/^[0-9a-f-]{1,128}$/.test(value)) throw new Error(`setting ${name}: hexadecimal expected`)
    sets.push(`SET LOCAL preau.${name} = '${value}'`)
  }
  if (clock.isSet()) sets.push(`SET LOCAL preau.maintenant = '${clock.now().toISOString()}'`)
  return sets.join('; ')
}

/**
 * Runs `work` in one transaction under the role of a door. All or nothing: when it throws, everything is undone.
 * @throws when the COMMIT was turned into a ROLLBACK by an earlier failure that the work swallowed.
 */
export async function transaction<D extends Door, T>(
  base: Base,
  door: D,
  preuves: Preuves,
  work: (db: Db<D>) => Promise<T>,
): Promise<T> {
  const client = await base[door].connect()
  let broken: Error | undefined
  try {
    grouper(client)
    const begun = client.query(opening(preuves))
    begun.catch(() => {})
    try {
      const result = await work(queries<D>(client))
      await begun
      const { command } = await client.query('COMMIT')
      if (command !== 'COMMIT') throw new Error(`transaction undone: COMMIT answered ${command}`)
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch((e: Error) => (broken = e))
      throw error
    }
  } finally {
    client.release(broken)
  }
}

/**
 * One statement that is a whole transaction by itself: one round trip. It carries no proof, so it must be a function that
 * asks for none. Where the clock is set, the database must be told, which takes a transaction. @returns its rows.
 */
export const alone = <P, R>(base: Base, door: Door, s: Statement<P, R>, p: P): Promise<R[]> => seule(base, door, s, p, emprunter)

/** The same for what only reads: it may share its connection with the readings of the same turn. */
export const question = <P, R>(base: Base, door: Door, s: Statement<P, R>, p: P): Promise<R[]> =>
  seule(base, door, s, p, partager)

async function seule<P, R>(
  base: Base,
  door: Door,
  s: Statement<P, R>,
  p: P,
  prendre: (pool: pg.Pool) => Promise<Pret>,
): Promise<R[]> {
  if (clock.isSet()) return transaction(base, door, {}, (db) => db.all(s, ...([p] as unknown as Args<P>)))
  const pret = await prendre(base[door])
  try {
    return (await send(pret.client, s, p)).rows as R[]
  } finally {
    pret.rendre()
  }
}

/**
 * For lists read in the order of an index, page by page. The plan is the same whatever is asked: looking for a better one each
 * time took as long as reading the page. And the planner, which cannot know how many rows the filters and policies leave, must
 * not read and sort a whole territory instead of following the index, nor read all the agents to name thirty: what it looks up is in
 * memory, where a page taken at random costs what the next one does.
 */
const SUIVRE_INDEX =
  'SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_bitmapscan = off; SET LOCAL random_page_cost = 1.1'

/**
 * A transaction that only reads, and asks for everything at once: its end leaves in the same packet. What `work` would ask
 * after its first wait would come after the end, without the proofs: it is refused. Its plans follow the indexes, and it shares its
 * connection with the readings of the same turn.
 */
export async function lecture<D extends Door, T>(
  base: Base,
  door: D,
  preuves: Preuves,
  work: (db: Db<D>) => Promise<T>,
): Promise<T> {
  const { client, rendre } = await partager(base[door])
  let fin: Promise<unknown> | undefined
  try {
    grouper(client)
    const debut = client.query(opening(preuves, SUIVRE_INDEX))
    const fini = (): void => {
      if (fin !== undefined) throw new Error('a reading asks for everything at once')
    }
    // Whatever it throws, the end is sent.
    const travail = (async () => work(queries<D>(client, fini)))()
    fin = client.query('COMMIT')
    const [resultat] = await Promise.all([travail, debut, fin])
    return resultat
  } finally {
    const perdue = await fin?.then(
      () => undefined,
      (e: Error) => e,
    )
    rendre(perdue)
  }
}
