import type { Socket } from 'node:net'
import type pg from 'pg'

/** A connection of a door, lent. `rendre` is called once, with the reason when the connection is no longer good. */
export interface Pret {
  readonly client: pg.PoolClient
  rendre: (perdue?: Error) => void
}

/** What leaves before the connection is given back: a call to the system costs more than most statements. */
export function grouper(client: pg.ClientBase, depart: (f: () => void) => void = process.nextTick): void {
  // The socket under a connection, which pg's types leave out.
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  stream.cork()
  depart(() => stream.uncork())
}

/** A connection that nobody else uses meanwhile. */
export async function emprunter(pool: pg.Pool): Promise<Pret> {
  const client = await pool.connect()
  return { client, rendre: (perdue) => client.release(perdue) }
}

/** Few enough that a slow reading keeps few others waiting behind it. */
const PLACES = 8

interface Convoi {
  client: Promise<pg.PoolClient>
  montes: number
  aBord: number
  perdue: Error | undefined
}

const aQuai = new WeakMap<pg.Pool, Convoi>()

/**
 * A connection shared with what begins in the same turn of the program: all their statements leave in one packet, and the
 * answers come back in the order of the questions. Only for what sends everything at once and waits for nobody: each is a
 * transaction by itself, but they pass one after the other.
 */
export async function partager(pool: pg.Pool): Promise<Pret> {
  const ouvert = aQuai.get(pool)
  const convoi = ouvert !== undefined && ouvert.montes < PLACES ? ouvert : former(pool)
  convoi.montes += 1
  convoi.aBord += 1
  return { client: await convoi.client, rendre: (perdue) => descendre(pool, convoi, perdue) }
}

/** It waits for its connection, then for the end of the turn: until then others may join. */
function former(pool: pg.Pool): Convoi {
  const client = pool.connect()
  const convoi: Convoi = { client, montes: 0, aBord: 0, perdue: undefined }
  aQuai.set(pool, convoi)
  client.then(
    (c) => grouper(c, (partir) => void setImmediate(() => (quitter(pool, convoi), partir()))),
    () => quitter(pool, convoi),
  )
  return convoi
}

function quitter(pool: pg.Pool, convoi: Convoi): void {
  if (aQuai.get(pool) === convoi) aQuai.delete(pool)
}

function descendre(pool: pg.Pool, convoi: Convoi, perdue: Error | undefined): void {
  convoi.perdue ??= perdue
  convoi.aBord -= 1
  if (convoi.aBord > 0) return
  quitter(pool, convoi)
  void convoi.client.then((c) => c.release(convoi.perdue))
}
