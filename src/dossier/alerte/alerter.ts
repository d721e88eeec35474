import { clock, transaction, type JobDb, type Maison } from '#platform'
import { horsService, lireCalendrier } from '#annuaire'
import { reglagesDe } from '../protocole/reglages.ts'
import * as sql from './alerte.sql.ts'
import { finDuProchainJour, limites, limitesDanger } from './limites.ts'

const PAS = [
  { pas: 3, niveau: 'circonscription' },
  { pas: 4, niveau: 'departement' },
  { pas: 5, niveau: 'academie' },
] as const

/**
 * Due dates of dossiers, what was promised in them, and support that was asked for: whoever is responsible is told the day before and when it is late, then
 * each level above, once a step, with a fact. A mail has no content: the desk of each is the truth. Outside duty hours only a
 * danger is told. @returns the number of mails written.
 */
export const alerter = (m: Maison): Promise<number> =>
  transaction(m.base, 'job', {}, async (db) => {
    let ecrits = 0
    for (const { acad } of await db.all(sql.academies)) ecrits += await alerterAcademie(db, acad)
    return ecrits
  })

async function alerterAcademie(db: JobDb, acad: string): Promise<number> {
  const maintenant = clock.now()
  const [cal, lignes] = await Promise.all([lireCalendrier(db, acad), db.all(sql.reglages, { acad })])
  const ouvert = !horsService(cal, maintenant)
  const quand = { acad, maintenant }
  let ecrits = await db.run(sql.heriter, quand)
  if (ouvert) {
    const demain = finDuProchainJour(cal, maintenant)
    ecrits += await db.run(sql.veille, { ...quand, demain })
    ecrits += await db.run(sql.prevusVeille, { ...quand, demain })
    ecrits += await db.run(sql.prevusRetard, quand)
  }
  ecrits += await db.run(sql.retard, { ...quand, ouvert })
  const dangers = limitesDanger(maintenant)
  const tard = ouvert ? limites(cal, maintenant, reglagesDe(lignes).delai('retard')) : dangers.map(() => new Date(0))
  if (ouvert) {
    ecrits += await db.run(sql.appuisRetard, quand)
    ecrits += await db.run(sql.appuisMonter, { ...quand, limite: tard[0]! })
  }
  for (const p of PAS) ecrits += await db.run(sql.monter, { ...quand, ...p, limites: tard, dangers })
  return ecrits
}
