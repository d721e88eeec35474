import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { importerCalendrier } from '#annuaire'
import type { Statement } from '#platform'
import { enProprietaire, type Proprietaire } from '../src/annuaire/import/proprietaire.ts'
import { lesAgents, type Agent } from './agents.ts'
import { ETABLISSEMENTS } from './etablissements.ts'
import { debutDuMois } from './temps.ts'
import { ACADEMIE, CIRCONSCRIPTIONS, DEPARTEMENTS } from './territoires.ts'
import * as sql from './planter.sql.ts'

type Etat = 'vierge' | 'habitee' | 'commencee' | 'finie'

const enTransaction = <T>(url: string, travail: (db: Proprietaire) => Promise<T>): Promise<T> =>
  enProprietaire(url, travail, () => true)

/** What the database holds: nothing, a demonstration (whole, or interrupted), or the work of somebody. */
export const etatDeLaBase = (url: string): Promise<Etat> =>
  enTransaction(url, async (db) => {
    const [deja] = await db.all(sql.etat, {})
    if (deja !== undefined) return deja.etat as Etat
    return (await db.all(sql.habitee, {}))[0]!.habitee ? 'habitee' : 'vierge'
  })

type Lot = Statement<{ lot: object }, unknown>
const planterLignes = (db: Proprietaire, s: Lot, lignes: readonly object[]): Promise<number> =>
  db.run(s, { lot: { lignes: lignes.map((l) => ({ acad: ACADEMIE.acad, ...l })) } })

/** The territory and its people. Whatever an interrupted loading had left goes first. */
export const planter = (url: string): Promise<Agent[]> =>
  enTransaction(url, async (db) => {
    const [deja] = await db.all(sql.etat, {})
    if (deja !== undefined) await db.run(sql.vider, {})
    await db.run(sql.noter, { etat: 'commencee' })
    await db.run(sql.planterAcademie, ACADEMIE)
    await planterLignes(
      db,
      sql.planterDepartements,
      Object.entries(DEPARTEMENTS).map(([dept, nom]) => ({ dept, nom })),
    )
    await planterLignes(db, sql.planterCirconscriptions, Object.values(CIRCONSCRIPTIONS))
    await planterLignes(db, sql.planterEtablissements, Object.values(ETABLISSEMENTS))
    const agents = lesAgents()
    // Without their subject at the identity provider: it is bound at the first sign-in, as for anybody.
    await planterLignes(
      db,
      sql.planterAgents,
      agents.map((a) => ({ ...a, cree_le: a.du })),
    )
    await planterLignes(
      db,
      sql.planterMandats,
      agents.map((a) => ({ ...a, agent: a.id, id: randomUUID() })),
    )
    return agents
  })

/** The real calendar of zone C, by the road that an administrator takes. */
export async function planterCalendrier(url: string): Promise<void> {
  const fichiers = ['vacances.csv', 'jours-feries.csv'].map((f) => fileURLToPath(new URL(`calendrier/${f}`, import.meta.url)))
  await importerCalendrier({ url, fichiers, acad: ACADEMIE.acad })
}

/** The last act: what the stories posted has long been delivered, and a second start finds everything done. */
export const finir = (url: string): Promise<void> =>
  enTransaction(url, async (db) => {
    await db.run(sql.courrielsPartis, { avant: debutDuMois(1) })
    await db.run(sql.noter, { etat: 'finie' })
  })
