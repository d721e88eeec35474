import type { AgentDb } from '#platform'
import type { Moi } from '#acces'
import { etatsAFaire } from '../protocole/peut.ts'
import * as sql from './afaire.sql.ts'

/**
 * How many actions wait for this agent's next step: to validate, to publish, to take up again. For the menu, by its address.
 * Whoever has no step to take costs no query: an inspector reads, and has nothing to do here.
 */
export async function compterAFaire(db: AgentDb, moi: Moi): Promise<Record<string, number>> {
  const tenus = moi.mandats.filter((m) => etatsAFaire([m]).length > 0)
  if (tenus.length === 0) return {}
  const ecoles = tenus.filter((m) => m.etab !== null)
  const departements = tenus.filter((m) => m.etab === null && m.dept !== null)
  const partout = tenus.filter((m) => m.etab === null && m.circo === null && m.dept === null)
  const { n } = await db.one(sql.compter, {
    acad: moi.acad,
    etabs: ecoles.map((m) => m.etab!),
    ecole: etatsAFaire(ecoles),
    depts: departements.map((m) => m.dept!),
    departement: etatsAFaire(departements),
    partout: etatsAFaire(partout),
  })
  return { '/actions': n }
}
