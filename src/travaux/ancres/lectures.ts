import { createHash } from 'node:crypto'
import { HEURE, plus, type JobDb } from '#platform'
import { canonique, type Lectures } from './empreintes.ts'
import * as sql from './lectures.sql.ts'

const PAR_LOT = 5_000
const DERNIER_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** A reading is written a moment after its instant: an anchor signs those that nothing can join any more. */
export const finDesLectures = (le: Date): Date => plus(le, -HEURE)

/** What was read in an académie after an instant (from the beginning: null), up to another: how many times, and one digest of all. */
export async function resumerLectures(db: JobDb, acad: string, depuis: Date | null, jusque: Date): Promise<Lectures> {
  const h = createHash('sha256')
  let nombre = 0
  // In microseconds since 1970, which a number holds exactly until the year 2255.
  let apres = { le: (depuis?.getTime() ?? 0) * 1000, id: DERNIER_UUID }
  for (;;) {
    const lues = await db.all(sql.lecturesSuivantes, { acad, ...apres, jusque, combien: PAR_LOT })
    for (const l of lues) h.update(canonique([acad, l.id, l.fil, l.agent, l.nature, l.le, l.motif, l.mots]))
    nombre += lues.length
    const derniere = lues.at(-1)
    if (derniere === undefined) return { jusque, nombre, empreinte: h.digest() }
    apres = { le: Number(derniere.le), id: derniere.id }
  }
}
