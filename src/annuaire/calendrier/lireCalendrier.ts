import type { Db } from '#platform'
import * as sql from './calendrier.sql.ts'
import { anneeScolaireDe, type Calendrier } from './jours.ts'

/** The calendar of an académie, whole: a few dozen rows a year, in the round trip of whoever asks. Empty when none was imported. */
export async function lireCalendrier(db: Db<'public'> | Db<'agent'> | Db<'job'>, acad: string): Promise<Calendrier> {
  const lignes = await db.all(sql.lire, { acad })
  const vacances = lignes.filter((l) => l.genre === 'vacances')
  const feries = lignes.filter((l) => l.genre === 'ferie')
  return {
    acad,
    vacances,
    feries: new Map(feries.map((f) => [f.du, f.libelle])),
    annees: new Set(vacances.map((v) => anneeScolaireDe(v.du))),
    anneesFeries: new Set(feries.map((f) => Number(f.du.slice(0, 4)))),
  }
}

/** What stands in when no calendar can be read: week-ends alone. */
export const calendrierVide = (acad: string): Calendrier => ({
  acad,
  vacances: [],
  feries: new Map(),
  annees: new Set(),
  anneesFeries: new Set(),
})
