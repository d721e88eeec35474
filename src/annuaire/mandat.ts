import { Introuvable, Refus, uuidv7, type AgentDb } from '#platform'
import * as sql from './mandat.sql.ts'

export type MandatDe = sql.MandatsDeRow
export type MandatVu = sql.UnMandatRow
export type LigneJournal = sql.JournalDeRow
export type Circonscription = sql.ListeCirconscriptionsRow

/** One territory at most, of the kind that the role has. */
export interface Territoire {
  dept: string | null
  circo: string | null
  etab: string | null
}

/** What the database answers, in the words of whoever asked. */
export const PHRASES_MANDAT: Readonly<Record<string, string>> = {
  refuse: 'Cette fonction, ou ce territoire, ne se gère pas depuis votre compte.',
  soi: 'Personne ne s’attribue de fonction à soi-même : demandez à un autre administrateur.',
  agent_inconnu: 'Cet agent n’est plus dans l’annuaire.',
  territoire: 'Ce territoire ne convient pas à cette fonction.',
  ferme: 'Cet établissement ou cette circonscription est fermé.',
  deja: 'Cet agent exerce déjà cette fonction à cet endroit pendant cette période.',
  dates: 'La fin doit venir après le début.',
  finit_avant: 'Cette fonction finit déjà avant ce jour. Pour qu’elle continue, attribuez-la à nouveau, à partir de sa fin.',
  deja_fini: 'Cette fonction a déjà pris fin : quelqu’un d’autre vient peut-être de le faire.',
}

function exiger(resultat: string): void {
  if (resultat === 'inconnu') throw new Introuvable()
  if (resultat !== 'fait') throw new Refus(PHRASES_MANDAT[resultat]!)
}

/** @throws Refus with the sentence of what stands in the way; nothing is written then. */
export async function ouvrirMandat(
  db: AgentDb,
  m: Territoire & { agent: string; role: string; du: Date; au: Date | null },
): Promise<void> {
  exiger((await db.one(sql.ouvrirMandat, { id: uuidv7(), ...m })).resultat)
}

/** Closes what the mandate opens, from that instant on; a date in the past counts as now. */
export async function finirMandat(db: AgentDb, id: string, au: Date): Promise<void> {
  exiger((await db.one(sql.finirMandat, { id, au })).resultat)
}

export const mandatsDe = (db: AgentDb, acad: string, agents: readonly string[]): Promise<MandatDe[]> =>
  db.all(sql.mandatsDe, { acad, agents })

/** @throws Introuvable when there is none, or when the caller may not end it. */
export async function mandatGere(db: AgentDb, acad: string, id: string): Promise<MandatVu> {
  const m = await db.maybe(sql.unMandat, { acad, id })
  if (m === null || !(await jeGere(db, m.role, m.dept_lieu))) throw new Introuvable()
  return m
}

/** May the agent of this session open or end such a mandate? The database answers, as it will when it is done. */
export const jeGere = async (db: AgentDb, role: string, dept: string | null): Promise<boolean> =>
  (await db.one(sql.jeGere, { role, dept })).oui

/** Who opened or ended what for this agent. */
export const journalDe = (db: AgentDb, agent: string): Promise<LigneJournal[]> => db.all(sql.journalDe, { agent })

export const listeCirconscriptions = (db: AgentDb, acad: string): Promise<Circonscription[]> =>
  db.all(sql.listeCirconscriptions, { acad })
