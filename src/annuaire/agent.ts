import { Conflit, Introuvable, Refus, uuidv7, type AgentDb } from '#platform'
import * as sql from './agent.sql.ts'

export type Agent = sql.UnAgentRow
export type AgentListe = sql.ListerAgentsRow

export interface FiltreAgents {
  acad: string
  /** The instant at which a mandate is « current ». */
  le: Date
  /** Départements of the reader; null for the whole académie. */
  depts: readonly string[] | null
  q: string
  role: string | null
  dept: string | null
  etat: 'actifs' | 'anciens' | 'tous'
  page: number
}

export const AGENTS_PAR_PAGE = 50

export const listerAgents = (db: AgentDb, { page, ...f }: FiltreAgents): Promise<AgentListe[]> =>
  db.all(sql.listerAgents, { ...f, limite: AGENTS_PAR_PAGE, debut: (page - 1) * AGENTS_PAR_PAGE })

/** @throws Introuvable for an agent of elsewhere too. */
export async function agentDe(
  db: AgentDb,
  o: { acad: string; id: string; le: Date; depts: readonly string[] | null },
): Promise<Agent> {
  const agent = await db.maybe(sql.unAgent, o)
  if (agent === null) throw new Introuvable()
  return agent
}

/**
 * Adds somebody to the directory; they see nothing before a mandate is opened.
 * @throws Conflit when the address is already there: two people never share one.
 */
export async function creerAgent(db: AgentDb, a: { prenom: string; nom: string; mail: string }): Promise<string> {
  const r = await db.one(sql.creerAgent, { id: uuidv7(), ...a })
  if (r.resultat === 'refuse') throw new Refus('Vous ne pouvez plus ajouter d’agent : votre fonction a changé.')
  if (r.resultat === 'mail_pris') throw new Conflit('Cette adresse est déjà celle d’un agent de l’annuaire.')
  return r.agent!
}
