// Generated from absence.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type GereRow = { oui: boolean }
export const gere: Statement<{ agent: string }, GereRow> = {
  name: 'dossier.bureau.absence.gere',
  text: `select annuaire.gere_absences($1) as oui`,
  params: ['agent'],
}

export type AbsencesRow = { id: string; du: string; au: string; prenom: string; nom: string }
export const absences: Statement<{ acad: string; agent: string }, AbsencesRow> = {
  name: 'dossier.bureau.absence.absences',
  text: `select b.id, b.du, b.au, r.prenom, r.nom
  from annuaire.absence b left join annuaire.agent r on r.acad = b.acad and r.id = b.remplacant
  where b.acad = $1 and b.agent = $2 and b.annulee_le is null and b.au >= acces.aujourdhui() order by b.du`,
  params: ['acad', 'agent'],
}

/** Colleagues of the same places, and those above: who could see what this agent sees. */
export type RemplacantsRow = { id: string; prenom: string; nom: string; role: string }
export const remplacants: Statement<{ acad: string; agent: string }, RemplacantsRow> = {
  name: 'dossier.bureau.absence.remplacants',
  text: `select distinct on (a.nom, a.prenom, a.id) a.id, a.prenom, a.nom, m.role
  from annuaire.mandat_lieu s
  join annuaire.mandat_lieu m on m.acad = s.acad and m.agent <> s.agent and m.du <= acces.maintenant() and (m.au is null or m.au > acces.maintenant())
    and (m.etab = s.etab or m.circo = s.circo or (m.dept is not null and m.dept = s.dept_lieu) or m.role in ('referente_academique', 'responsable_academique'))
    and m.role not in ('dpo', 'administrateur', 'communication', 'equipe')
  join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where s.acad = $1 and s.agent = $2 and s.du <= acces.maintenant() and (s.au is null or s.au > acces.maintenant())
  order by a.nom, a.prenom, a.id, m.role`,
  params: ['acad', 'agent'],
}

export type NomDeRow = { prenom: string; nom: string }
export const nomDe: Statement<{ acad: string; agent: string }, NomDeRow> = {
  name: 'dossier.bureau.absence.nomDe',
  text: `select prenom, nom from annuaire.agent where acad = $1 and id = $2`,
  params: ['acad', 'agent'],
}

export type AbsenterRow = { resultat: string }
export const absenter: Statement<{ id: string; agent: string; du: string; au: string; remplacant: string | null }, AbsenterRow> = {
  name: 'dossier.bureau.absence.absenter',
  text: `select annuaire.absenter($1, $2, $3, $4, $5) as resultat`,
  params: ['id', 'agent', 'du', 'au', 'remplacant'],
}

export type RevenirRow = { oui: boolean }
export const revenir: Statement<{ id: string }, RevenirRow> = {
  name: 'dossier.bureau.absence.revenir',
  text: `select annuaire.revenir($1) as oui`,
  params: ['id'],
}
