import type { PublicDb } from '#platform'
import * as sql from './pole.sql.ts'

export interface Pole extends sql.PoleRow {
  composition: readonly sql.CompositionRow[]
  /** Only those who agreed. */
  noms: readonly sql.NomsRow[]
}

/** What is said of a pôle that has written nothing yet. Source: page of the académie for the journée nationale of 2024. */
const PAR_DEFAUT: sql.PoleRow = {
  telephone: '',
  mail: '',
  rattachement: '',
  presidence: 'le recteur de l’académie',
  membres: [
    'assistantes sociales',
    'personnels de direction',
    'inspecteurs',
    'direction des affaires juridiques',
    'direction de l’action culturelle',
  ],
  themes: [
    'la pédagogie',
    'la gestion de crise',
    'les relations entre institutions',
    'le programme pHARe',
    'la méthode de la préoccupation partagée',
    'le pilotage',
  ],
}

export async function lirePole(db: PublicDb, acad: string): Promise<Pole> {
  const [composition, noms, dit] = await Promise.all([
    db.all(sql.composition, { acad }),
    db.all(sql.noms, { acad }),
    db.maybe(sql.pole, { acad }),
  ])
  return { ...(dit ?? PAR_DEFAUT), composition, noms }
}

export const combien = (p: Pole, role: string, dept?: string): number =>
  p.composition.filter((l) => l.role === role && (dept === undefined || l.dept === dept)).reduce((s, l) => s + l.nombre, 0)
