import { clock, uuidv7, type AgentDb, type PublicDb } from '#platform'
import * as sql from './courrier.sql.ts'

type Ecrit = AgentDb | PublicDb

/** Where a report is held: mails go to whoever holds a mandate there when the mail leaves. */
export interface Tenu {
  acad: string
  fil: string
  niveau: string
  etab: string
  circo: string | null
  dept: string
}

export type ModeleEquipe = 'nouveau' | 'urgent' | 'nouveau_message' | 'rappel'

/** A nudge to the agents who hold the report: no content, no name, no code. The list in the application is the truth. */
export async function notifierEquipe(db: Ecrit, t: Tenu, modele: ModeleEquipe): Promise<void> {
  await db.run(sql.deposerCourriel, { id: uuidv7(), ...t, modele, agent: null, le: clock.now() })
}

/** The same; what comes first is told to the département too, as when it was deposited: a head may be away for the day. */
export async function prevenirEquipe(db: Ecrit, t: Tenu, modele: ModeleEquipe): Promise<void> {
  await notifierEquipe(db, t, modele)
  if (modele === 'urgent' && ['etablissement', 'circonscription'].includes(t.niveau))
    await notifierEquipe(db, { ...t, niveau: 'departement' }, modele)
}

/** A nudge to one agent. */
export async function notifierAgent(db: Ecrit, acad: string, fil: string, agent: string, modele: ModeleEquipe): Promise<void> {
  await db.run(sql.deposerCourriel, {
    id: uuidv7(),
    acad,
    fil,
    agent,
    modele,
    niveau: null,
    etab: null,
    circo: null,
    dept: null,
    le: clock.now(),
  })
}

/** To those who watch over accesses (the DPO, the responsable académique): it leads to the log of consultations, and says nothing. */
export async function notifierControle(db: AgentDb, acad: string, fil: string): Promise<void> {
  const ou = { niveau: 'controle', etab: null, circo: null, dept: null, agent: null }
  await db.run(sql.deposerCourriel, { id: uuidv7(), acad, fil, ...ou, modele: 'controle', le: clock.now() })
}

/** « Vous avez une réponse », to the sealed contact if there is one. `derniere`: the contact is erased once the mail has left. */
export async function notifierDeclarant(db: Ecrit, acad: string, fil: string, derniere = false): Promise<void> {
  await db.run(sql.deposerCourriel, {
    id: uuidv7(),
    acad,
    fil,
    modele: derniere ? 'derniere_reponse' : 'reponse',
    niveau: null,
    etab: null,
    circo: null,
    dept: null,
    agent: null,
    le: clock.now(),
  })
}
