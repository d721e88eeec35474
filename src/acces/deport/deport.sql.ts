// Generated from deport.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type DeporterRow = { fait: boolean }
export const deporter: Statement<{ fil: string; agent: string; motif: string }, DeporterRow> = {
  name: 'acces.deport.deport.deporter',
  text: `select acces.deporter($1, $2, $3) as fait`,
  params: ['fil', 'agent', 'motif'],
}

export type ReleverRow = { fait: boolean }
export const relever: Statement<{ fil: string; agent: string }, ReleverRow> = {
  name: 'acces.deport.deport.relever',
  text: `select acces.relever($1, $2) as fait`,
  params: ['fil', 'agent'],
}

export type DeportsRow = { agent: string; prenom: string; nom: string; motif: string; le: Date }
export const deports: Statement<{ fil: string }, DeportsRow> = {
  name: 'acces.deport.deport.deports',
  text: `select agent, prenom, nom, motif, le from acces.deports_de($1)`,
  params: ['fil'],
}
