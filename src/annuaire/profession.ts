import { Introuvable, Refus, uuidv7, type AgentDb } from '#platform'
import * as sql from './profession.sql.ts'

/** Professions bound to a secret of their own, beside the mandate (S126). */
export const PROFESSIONS = {
  infirmier: { libelle: 'Infirmier ou infirmière' },
  medecin: { libelle: 'Médecin' },
  assistant_social: { libelle: 'Assistant ou assistante de service social' },
  psychologue: { libelle: 'Psychologue' },
} as const
export type Profession = keyof typeof PROFESSIONS
export const estProfession = (code: string): code is Profession => Object.hasOwn(PROFESSIONS, code)

export type ProfessionDe = sql.ProfessionDeRow
export const professionDe = (db: AgentDb, acad: string, agent: string): Promise<ProfessionDe | null> =>
  db.maybe(sql.professionDe, { acad, agent })

const PHRASES: Record<string, string> = {
  soi: 'Personne ne s’attribue de profession à soi-même.',
  deja: 'Cet agent a déjà cette profession.',
}

/** Gives a profession to an agent, or takes it away (null). @throws Refus, Introuvable */
export async function donnerProfession(db: AgentDb, agent: string, profession: Profession | null): Promise<void> {
  const { resultat } = await db.one(sql.donnerProfession, { id: uuidv7(), agent, profession })
  if (resultat === 'fait') return
  if (PHRASES[resultat] === undefined) throw new Introuvable()
  throw new Refus(PHRASES[resultat])
}
