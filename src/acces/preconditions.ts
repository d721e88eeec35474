import { Empechement, nomsDesMigrations, transaction, type Base, type Door } from '#platform'
import * as sql from './preconditions.sql.ts'

const PORTES: Door[] = ['public', 'agent', 'seuil', 'job', 'pilotage', 'enquete']

/** @throws Empechement naming the first lock that is missing: the server must not start without it. */
export async function verifierPortes(base: Base): Promise<void> {
  for (const porte of PORTES) {
    await transaction(base, porte, {}, async (db) => {
      const r = await db.one(sql.pouvoirs)
      if (r.super || r.contourne || r.membre || r.possede)
        throw new Empechement(
          `Le rôle ${r.nom} a trop de pouvoirs (superutilisateur, contournement, appartenance ou propriété) : Préau refuse de démarrer. Relancez « preau migrate ».`,
        )
      const [table] = await db.all(sql.tablesMalProtegees)
      if (table !== undefined)
        throw new Empechement(`La table ${table.nom} n’est pas protégée (${table.manque}) : Préau refuse de démarrer.`)
    })
  }
}

/** @throws Empechement when the database is behind this code: pages would fail one by one, before whoever tells. */
export async function verifierMigrations(base: Base, porte: 'public' | 'job'): Promise<void> {
  const faites = await transaction(base, porte, {}, (db) => db.all(sql.faites))
  const manquent = nomsDesMigrations().filter((nom) => !faites.some((f) => f.nom === nom))
  if (manquent.length > 0)
    throw new Empechement(
      `La base de données est en retard sur cette version de Préau (${manquent.length} changement(s)) : lancez « preau migrate », puis recommencez.`,
    )
}
