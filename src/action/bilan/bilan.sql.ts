// Generated from bilan.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Validated or published: what the département vouches for. */
export type RetenuesRow = { dept: string; etab: string; etat: string; temps_fort: string | null; type: string; publics: string[]; effectif: number | null; pilier: number | null; partenaires: string; typeEcole: string }
export const retenues: Statement<{ acad: string; annee: number; toute: boolean; depts: readonly string[] }, RetenuesRow> = {
  name: 'action.bilan.bilan.retenues',
  text: `select a.dept, a.etab, a.etat, a.temps_fort, a.type, a.publics, a.effectif, a.pilier, a.partenaires, e.type as "typeEcole"
  from prevention.action a join annuaire.etablissement e on e.acad = a.acad and e.etab = a.etab
  where a.acad = $1 and a.annee = $2 and a.etat in ('validee', 'publiee') and ($3::boolean or a.dept = any ($4::text[]))`,
  params: ['acad', 'annee', 'toute', 'depts'],
}

export type EtablissementsRow = { dept: string; type: string; nombre: number }
export const etablissements: Statement<{ acad: string; toute: boolean; depts: readonly string[] }, EtablissementsRow> = {
  name: 'action.bilan.bilan.etablissements',
  text: `select dept, type, count(*)::integer as nombre from annuaire.etablissement
  where acad = $1 and etat <> 'ferme' and ($2::boolean or dept = any ($3::text[])) group by dept, type`,
  params: ['acad', 'toute', 'depts'],
}

export type AnneesRow = { annee: number }
export const annees: Statement<{ acad: string }, AnneesRow> = {
  name: 'action.bilan.bilan.annees',
  text: `select distinct annee from prevention.action where acad = $1 order by annee desc`,
  params: ['acad'],
}
