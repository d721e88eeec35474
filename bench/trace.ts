import type { Base, Door } from '#platform'

/** One statement as the program sent it. */
export interface Envoye {
  text: string
  values: readonly unknown[]
}

/** Statements sent together, without waiting for each other's answer. */
export type Salve = Envoye[]

/**
 * The same base, that notes what passes through one door: « the same SQL » is what the program really sends, in the same
 * round trips, and stays so when the program changes.
 */
export function noter(base: Base, door: Door): { base: Base; salves: Salve[] } {
  const salves: Salve[] = []
  const connect = async (): Promise<object> => {
    const client = await base[door].connect()
    let enVol = 0
    const query = async (q: string | { text: string; values?: unknown[] }): Promise<unknown> => {
      const envoye = typeof q === 'string' ? { text: q, values: [] } : { text: q.text, values: q.values ?? [] }
      if (enVol === 0) salves.push([envoye])
      else salves.at(-1)!.push(envoye)
      enVol += 1
      return client.query(q as string).finally(() => (enVol -= 1))
    }
    return Object.assign(Object.create(client) as object, { query })
  }
  return { base: { ...base, [door]: { connect } as never }, salves }
}
