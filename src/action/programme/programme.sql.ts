// Generated from programme.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** What one school declared of itself, the newest year first. */
export type AnneesRow = { annee: number; effectifs: unknown; ambassadeurs: number | null; parents: number | null; charte_le: string | null; version: number }
export const annees: Statement<{ acad: string; etab: string }, AnneesRow> = {
  name: 'action.programme.programme.annees',
  text: `select annee, effectifs, ambassadeurs, parents, charte_le, version from prevention.programme
  where acad = $1 and etab = $2 order by annee desc`,
  params: ['acad', 'etab'],
}

export type PoserRow = {}
export const poser: Statement<{ annee: number; effectifs: object; ambassadeurs: number | null; parents: number | null; charteLe: string | null; acad: string; etab: string }, PoserRow> = {
  name: 'action.programme.programme.poser',
  text: `insert into prevention.programme (acad, etab, annee, dept, circo, effectifs, ambassadeurs, parents, charte_le, par, le)
  select e.acad, e.etab, $1, e.dept, e.circo, $2::jsonb, $3::integer, $4::integer, $5::date,
    acces.moi(), acces.maintenant()
  from annuaire.etablissement e where e.acad = $6 and e.etab = $7
  on conflict do nothing`,
  params: ['annee', 'effectifs', 'ambassadeurs', 'parents', 'charteLe', 'acad', 'etab'],
}

export type ChangerRow = {}
export const changer: Statement<{ effectifs: object; ambassadeurs: number | null; parents: number | null; charteLe: string | null; acad: string; etab: string; annee: number; version: number }, ChangerRow> = {
  name: 'action.programme.programme.changer',
  text: `update prevention.programme set effectifs = $1::jsonb, ambassadeurs = $2::integer, parents = $3::integer,
    charte_le = $4::date, par = acces.moi(), le = acces.maintenant(), version = version + 1
  where acad = $5 and etab = $6 and annee = $7 and version = $8`,
  params: ['effectifs', 'ambassadeurs', 'parents', 'charteLe', 'acad', 'etab', 'annee', 'version'],
}

/** What counts as hours of a year: declared to the département and with a duration. A draft, or what was sent back, does not. */
export type SeancesRow = { etab: string; niveaux: string[]; duree: number | null; atteints: unknown; au: string }
export const seances: Statement<{ acad: string; annee: number; toute: boolean; etabs: readonly string[]; circos: readonly string[]; depts: readonly string[] }, SeancesRow> = {
  name: 'action.programme.programme.seances',
  text: `select etab, niveaux, duree, atteints, au from prevention.action
  where acad = $1 and annee = $2 and duree is not null and etat in ('proposee', 'validee', 'publiee')
    and ($3::boolean or etab = any ($4::text[]) or circo = any ($5::text[]) or dept = any ($6::text[]))`,
  params: ['acad', 'annee', 'toute', 'etabs', 'circos', 'depts'],
}

/** Every school of a territory that is open, with what it declared of this year; a charter of an earlier year still binds. */
export type DeclaresRow = { etab: string; nom: string; commune: string; type: string; dept: string; effectifs: unknown; ambassadeurs: number | null; parents: number | null; charteLe: string | null }
export const declares: Statement<{ annee: number; acad: string; toute: boolean; depts: readonly string[]; circos: readonly string[] }, DeclaresRow> = {
  name: 'action.programme.programme.declares',
  text: `select e.etab, e.nom, e.commune, e.type, e.dept, p.effectifs, p.ambassadeurs, p.parents,
    (select max(q.charte_le) from prevention.programme q where q.acad = e.acad and q.etab = e.etab) as "charteLe"
  from annuaire.etablissement e
  left join prevention.programme p on p.acad = e.acad and p.etab = e.etab and p.annee = $1
  where e.acad = $2 and e.etat <> 'ferme' and ($3::boolean or e.dept = any ($4::text[]) or e.circo = any ($5::text[]))`,
  params: ['annee', 'acad', 'toute', 'depts', 'circos'],
}
