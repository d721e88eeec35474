// Generated from courrier.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type DeposerCourrielRow = {}
export const deposerCourriel: Statement<{ id: string; acad: string; modele: string; fil: string; niveau: string | null; etab: string | null; circo: string | null; dept: string | null; agent: string | null; le: Date }, DeposerCourrielRow> = {
  name: 'signalement.courrier.deposerCourriel',
  text: `insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, agent, cree_le, prochain_le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
  params: ['id', 'acad', 'modele', 'fil', 'niveau', 'etab', 'circo', 'dept', 'agent', 'le'],
}
