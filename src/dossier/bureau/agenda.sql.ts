// Generated from agenda.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type MonAgendaRow = { cree_le: Date; lu_le: Date | null }
export const monAgenda: Statement<{}, MonAgendaRow> = {
  name: 'dossier.bureau.agenda.monAgenda',
  text: `select cree_le, lu_le from acces.mon_agenda()`,
  params: [],
}

export type OuvrirRow = { oui: boolean }
export const ouvrir: Statement<{ empreinte: Uint8Array }, OuvrirRow> = {
  name: 'dossier.bureau.agenda.ouvrir',
  text: `select acces.ouvrir_agenda($1) as oui`,
  params: ['empreinte'],
}

export type FermerRow = { oui: boolean }
export const fermer: Statement<{}, FermerRow> = {
  name: 'dossier.bureau.agenda.fermer',
  text: `select acces.fermer_agenda() as oui`,
  params: [],
}

export type EvenementsRow = { id: string; nature: string; le: Date }
export const evenements: Statement<{ empreinte: Uint8Array }, EvenementsRow> = {
  name: 'dossier.bureau.agenda.evenements',
  text: `select id, nature, le from acces.evenements($1)`,
  params: ['empreinte'],
}
