import {
  Empechement,
  nomsDesMigrations,
  nommerEntier,
  serrures,
  serruresAttendues,
  transaction,
  type Base,
  type Door,
} from '#platform'
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

/** How these locks differ from those that this version made. */
export function ecartsDesSerrures(lignes: readonly string[]): string[] {
  const [la, voulues] = [new Set(lignes), new Set(serruresAttendues())]
  const court = (l: string): string => (l.length > 300 ? `${l.slice(0, 300)}…` : l)
  return [
    ...[...voulues].filter((l) => !la.has(l)).map((l) => `il manque « ${court(l)} »`),
    ...[...la].filter((l) => !voulues.has(l)).map((l) => `il y a en trop « ${court(l)} »`),
  ]
}

/**
 * @throws Empechement naming the first lock that is not as this version made it: a right that somebody gave, a policy that was loosened or
 * dropped, a function or a trigger that was changed or put to sleep.
 */
export async function verifierSerrures(base: Base): Promise<void> {
  const ecarts = await transaction(base, 'public', {}, async (db) => {
    await db.run(nommerEntier)
    return ecartsDesSerrures((await db.all(serrures)).map((l) => l.ligne))
  })
  if (ecarts.length > 0)
    throw new Empechement(
      `La base n’est pas fermée comme cette version de Préau le veut (${ecarts.length} écart(s)) : ${ecarts[0]}. Préau refuse de démarrer : rétablissez ce qui a été changé dans la base (db/schema/serrures.txt dit tout), ou restaurez-la.`,
    )
}
