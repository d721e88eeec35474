// Generated from session.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type ToucherRow = { acad: string | null; agent: string | null; finit_le: Date | null; inactive_le: Date | null }
export const toucher: Statement<{ empreinte: Uint8Array }, ToucherRow> = {
  name: 'acces.session.toucher',
  text: `select acad, agent, finit_le, inactive_le from acces.toucher_session($1)`,
  params: ['empreinte'],
}

export type IdentiteRow = { prenom: string; nom: string; mail: string }
export const identite: Statement<{}, IdentiteRow> = {
  name: 'acces.session.identite',
  text: `select prenom, nom, mail from annuaire.agent where acad = (select acces.mon_academie()) and id = (select acces.moi())`,
  params: [],
}

/** With the name of their place: the school, the circonscription or the département; null for the whole académie. */
export type MandatsRow = { id: string; role: string; dept: string | null; circo: string | null; etab: string | null; du: Date; au: Date | null; type: string | null; lieu: string | null }
export const mandats: Statement<{}, MandatsRow> = {
  name: 'acces.session.mandats',
  text: `select m.id, m.role, m.dept, m.circo, m.etab, m.du, m.au, e.type, coalesce(e.nom, c.nom, d.nom) as lieu
  from acces.mes_mandats() m
  left join annuaire.etablissement e on e.acad = m.acad and e.etab = m.etab
  left join annuaire.circonscription c on c.acad = m.acad and c.circo = m.circo
  left join annuaire.departement d on d.acad = m.acad and d.dept = m.dept
  order by m.du, m.id`,
  params: [],
}
