import { transaction, type Base, type Maison } from '#platform'
import * as sql from './etagere.sql.ts'

/** How long a reading may wait in memory before it is counted, in milliseconds; a process that dies loses as much. */
const ATTENTE_MS = 2_000
const enAttente = new WeakMap<Base, Map<string, number>>()
const versements = new WeakMap<Base, Promise<unknown>>()

/** One more reading of this resource today. Nothing is known of the reader: no address, no cookie, no hour. */
export function compterLecture(m: Maison, ressource: string): void {
  const comptes = enAttente.get(m.base)
  if (comptes !== undefined) return void comptes.set(ressource, (comptes.get(ressource) ?? 0) + 1)
  enAttente.set(m.base, new Map([[ressource, 1]]))
  setTimeout(() => void verserLectures(m).catch(() => {}), ATTENTE_MS).unref()
}

/** Writes down what waits, after what is being written: once it answers, every reading so far is counted. */
export async function verserLectures(m: Maison): Promise<void> {
  await versements.get(m.base)?.catch(() => {})
  const comptes = enAttente.get(m.base)
  if (comptes === undefined) return
  enAttente.delete(m.base)
  const versement = transaction(m.base, 'public', {}, (db) =>
    db.run(sql.compter, { acad: m.config.academie, ressources: [...comptes.keys()], nombres: [...comptes.values()] }),
  )
  versements.set(m.base, versement)
  await versement
}
