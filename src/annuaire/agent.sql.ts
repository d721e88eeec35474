// Generated from agent.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** `depts`: null for the whole académie; otherwise those who hold or held a post there, and those who hold none. */
export type ListerAgentsRow = { id: string; prenom: string; nom: string; mail: string; venu: boolean; total: number }
export const listerAgents: Statement<{ le: Date; depts: readonly string[] | null; etat: string; role: string | null; dept: string | null; acad: string; q: string; limite: number; debut: number }, ListerAgentsRow> = {
  name: 'annuaire.agent.listerAgents',
  text: `select a.id, a.prenom, a.nom, a.mail, a.sub is not null as venu, count(*) over ()::integer as total
  from annuaire.agent a
  cross join lateral (
    select coalesce(bool_or(m.au is null or m.au > $1::timestamptz), false) as courant,
      coalesce(bool_or(m.dept_lieu = any ($2::text[])), false) as ici,
      coalesce(bool_or(($3::text = 'tous' or (m.au is null or m.au > $1::timestamptz) = ($3::text = 'actifs'))
        and ($4::text is null or m.role = $4) and ($5::text is null or m.dept_lieu = $5)), false) as repond
    from annuaire.mandat_lieu m where m.acad = a.acad and m.agent = a.id) m
  where a.acad = $6
    and ($2::text[] is null or m.ici or not m.courant)
    and ($7::text = '' or strpos(annuaire.plier(a.prenom || ' ' || a.nom || ' ' || a.prenom || ' ' || a.mail), annuaire.plier($7::text)) > 0)
    and case $3::text when 'actifs' then m.courant when 'anciens' then not m.courant else true end
    and (($4::text is null and $5::text is null) or m.repond)
  order by annuaire.plier(a.nom), annuaire.plier(a.prenom), a.id
  limit $8::integer offset $9::integer`,
  params: ['le', 'depts', 'etat', 'role', 'dept', 'acad', 'q', 'limite', 'debut'],
}

export type UnAgentRow = { id: string; prenom: string; nom: string; mail: string; venu: boolean; cree_le: Date }
export const unAgent: Statement<{ acad: string; id: string; depts: readonly string[] | null; le: Date }, UnAgentRow> = {
  name: 'annuaire.agent.unAgent',
  text: `select a.id, a.prenom, a.nom, a.mail, a.sub is not null as venu, a.cree_le
  from annuaire.agent a
  where a.acad = $1 and a.id = $2 and ($3::text[] is null
    or exists (select from annuaire.mandat_lieu m where m.acad = a.acad and m.agent = a.id and m.dept_lieu = any ($3))
    or not exists (select from annuaire.mandat m where m.acad = a.acad and m.agent = a.id and (m.au is null or m.au > $4::timestamptz)))`,
  params: ['acad', 'id', 'depts', 'le'],
}

export type CreerAgentRow = { resultat: string; agent: string | null }
export const creerAgent: Statement<{ id: string; prenom: string; nom: string; mail: string }, CreerAgentRow> = {
  name: 'annuaire.agent.creerAgent',
  text: `select resultat, agent from annuaire.creer_agent($1, $2, $3, $4)`,
  params: ['id', 'prenom', 'nom', 'mail'],
}

/** By the operator's command. */
export type CorrigerAdresseRow = { resultat: string }
export const corrigerAdresse: Statement<{ acad: string; mail: string; nouvelle: string }, CorrigerAdresseRow> = {
  name: 'annuaire.agent.corrigerAdresse',
  text: `select annuaire.corriger_adresse($1, $2, $3) as resultat`,
  params: ['acad', 'mail', 'nouvelle'],
}

/** By the operator's command: `par` is null. */
export type PoserAgentRow = { resultat: string; agent: string }
export const poserAgent: Statement<{ acad: string; id: string; prenom: string; nom: string; mail: string }, PoserAgentRow> = {
  name: 'annuaire.agent.poserAgent',
  text: `select resultat, agent from annuaire.poser_agent($1, null, $2, $3, $4, $5)`,
  params: ['acad', 'id', 'prenom', 'nom', 'mail'],
}
