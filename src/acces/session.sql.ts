// Generated from session.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type ToucherRow = { acad: string | null; agent: string | null; finit_le: Date | null; inactive_le: Date | null }
export const toucher: Statement<{ empreinte: Uint8Array }, ToucherRow> = {
  name: 'acces.session.toucher',
  text: `select acad, agent, finit_le, inactive_le from acces.toucher_session($1)`,
  params: ['empreinte'],
}

export type IdentiteRow = { prenom: string; nom: string; mail: string }
export const identite: Statement<{ acad: string; agent: string }, IdentiteRow> = {
  name: 'acces.session.identite',
  text: `select prenom, nom, mail from annuaire.agent where acad = $1 and id = $2`,
  params: ['acad', 'agent'],
}

export type MandatsRow = { id: string; role: string; dept: string | null; circo: string | null; etab: string | null; du: Date | null; au: Date | null }
export const mandats: Statement<{}, MandatsRow> = {
  name: 'acces.session.mandats',
  text: `select id, role, dept, circo, etab, du, au from acces.mes_mandats() order by du`,
  params: [],
}
