// Generated from journal.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** The function answers to a DPO and a responsable académique only. The capacity is the one held that day. */
export type ConsultationsRow = { le: Date; agent: string; fil: string; nature: string; motif: string | null; role: string | null; lieu: string | null; type: string | null }
export const consultations: Statement<{ depuis: Date; agent: string | null; fil: string | null; debut: number }, ConsultationsRow> = {
  name: 'acces.journal.journal.consultations',
  text: `select j.le, j.agent, j.fil, j.nature, j.motif, m.role, m.lieu, m.type
  from acces.journal_consultations($1, 20000) j
  left join lateral (
    select l.role, l.lieu, l.type from annuaire.mandat_lieu l
    where l.acad = acces.mon_academie() and l.agent = j.agent and l.du <= j.le and (l.au is null or l.au > j.le)
    order by l.du, l.id limit 1) m on true
  where ($2::uuid is null or j.agent = $2) and ($3::uuid is null or j.fil = $3)
  order by j.le desc, j.fil
  limit 100 offset $4::integer`,
  params: ['depuis', 'agent', 'fil', 'debut'],
}

/** Emergency accesses, and what the level above said of each afterwards. The function answers to a DPO and a responsable académique only. */
export type SecoursRow = { le: Date; agent: string; fil: string; avis: string | null; vu_le: Date | null }
export const secours: Statement<{ depuis: Date }, SecoursRow> = {
  name: 'acces.journal.journal.secours',
  text: `select le, agent, fil, avis, vu_le from acces.journal_secours($1)`,
  params: ['depuis'],
}
