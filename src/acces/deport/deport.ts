import type { AgentDb } from '#platform'
import * as sql from './deport.sql.ts'

/** Why somebody is set aside. A code, never a story: the reason itself stays between the people concerned. */
export const MOTIFS_DEPORT = {
  famille: { libelle: 'Lien familial ou amical avec une personne de la situation' },
  mis_en_cause: { libelle: 'Mise en cause dans la situation' },
  travail: { libelle: 'Lien de travail avec une personne mise en cause' },
  autre: { libelle: 'Autre conflit d’intérêts' },
} as const
export type MotifDeport = keyof typeof MOTIFS_DEPORT

/**
 * Sets somebody aside from a situation (the thread, and the dossier or reports that go with it): oneself, or somebody who stands
 * below. From then on they see nothing of it. False: not for this agent to do, or done already. Write the fact before: whoever
 * sets themselves aside can write nothing afterwards.
 */
export const deporter = async (db: AgentDb, fil: string, agent: string, motif: MotifDeport): Promise<boolean> =>
  (await db.one(sql.deporter, { fil, agent, motif })).fait

/** Takes it back, with its date. False: not for this agent to do, or nobody was set aside. */
export const relever = async (db: AgentDb, fil: string, agent: string): Promise<boolean> =>
  (await db.one(sql.relever, { fil, agent })).fait

export type Deporte = sql.DeportsRow
/** Who is set aside, for whoever may take it back. */
export const deportsDe = (db: AgentDb, fil: string): Promise<Deporte[]> => db.all(sql.deports, { fil })
