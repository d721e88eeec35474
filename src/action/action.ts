import { Conflit, estUuid, Introuvable, type AgentDb } from '#platform'
import type { Moi } from '#acces'
import * as sql from './action.sql.ts'
import { exiger } from './protocole/peut.ts'
import type { Verbe } from './protocole/protocole.ts'

export type Action = sql.UneActionRow
export type Edition = sql.EditionsRow

/** Whoever has nothing to do with actions finds nothing here. */
const ECARTES = ['equipe', 'dpo', 'administrateur']
export const entre = (moi: Moi): boolean => moi.mandats.some((m) => !ECARTES.includes(m.role))
export const tientEcole = (moi: Moi): boolean => etabsDe(moi).length > 0
export const tientPublication = (moi: Moi): boolean => moi.mandats.some((m) => m.role === 'communication')

/** The schools for which this agent declares. */
export const etabsDe = (moi: Moi): string[] => [
  ...new Set(moi.mandats.flatMap((m) => (['chef', 'coordonnateur'].includes(m.role) && m.etab !== null ? [m.etab] : []))),
]

/** @throws Introuvable when it does not exist for this agent. */
export async function actionDe(db: AgentDb, moi: Moi, id: string): Promise<Action> {
  const a = estUuid(id) ? await db.maybe(sql.uneAction, { acad: moi.acad, id }) : null
  if (a === null) throw new Introuvable()
  return a
}

/** One act: the table says yes, the action moves, the step is written. When somebody else was first, nothing happens. */
export async function avancer(db: AgentDb, moi: Moi, a: Action, verbe: Verbe, version: number, motif = ''): Promise<void> {
  const regle = exiger(moi, verbe, a)
  if ((await db.run(sql.avancer, { acad: moi.acad, id: a.id, version, etat: regle.vers, motif })) === 0) throw devance()
  await noter(db, moi, a.id, verbe, motif)
}

export const noter = async (
  db: AgentDb,
  moi: Moi,
  action: string,
  verbe: Verbe | 'declarer' | 'preciserphoto',
  motif = '',
): Promise<void> => void (await db.run(sql.noter, { acad: moi.acad, action, verbe: `action.${verbe}`, motif }))

export const devance = (): Conflit =>
  new Conflit('Cette action a changé pendant que vous la lisiez. Rien n’a été remplacé : relisez-la, puis recommencez.')
