import type { Db } from '#platform'
import * as sql from './etablissement.sql.ts'

export type Etablissement = sql.EtablissementDeRow
export type Departement = sql.ListeDepartementsRow

/** A school by its number, closed ones too: what happened there stays readable. */
export const etablissementDe = (db: Db, acad: string, etab: string): Promise<Etablissement | null> =>
  db.maybe(sql.etablissementDe, { acad, etab })

export const listeDepartements = (db: Db, acad: string): Promise<Departement[]> => db.all(sql.listeDepartements, { acad })
