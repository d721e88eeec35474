// Generated from actions.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** A charter binds for two years: the school is told in the two months before its end and in the month after, every four weeks (proposition). */
export type AnnoncerChartesRow = {}
export const annoncerChartes: Statement<{ maintenant: Date }, AnnoncerChartesRow> = {
  name: 'travaux.actions.annoncerChartes',
  text: `with dernieres as (
    select distinct on (acad, etab) acad, etab, dept, circo, (charte_le + interval '2 years')::date as fin
    from prevention.programme where charte_le is not null order by acad, etab, charte_le desc)
insert into machine.courriel (id, acad, modele, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), d.acad, 'charte', 'etablissement', d.etab, d.circo, d.dept, $1, $1
  from dernieres d
  where ($1::timestamptz at time zone 'Europe/Paris')::date between d.fin - 60 and d.fin + 30
    and not exists (select from machine.courriel c where c.modele = 'charte' and c.acad = d.acad and c.etab = d.etab
      and c.cree_le > $1::timestamptz - interval '28 days')`,
  params: ['maintenant'],
}

/** Resources online whose day comes within a month or is past: whoever answers for them, or those who publish when that person writes no more. Once in two weeks, as long as it lasts (proposition). */
export type AnnoncerRelecturesRow = {}
export const annoncerRelectures: Statement<{ maintenant: Date }, AnnoncerRelecturesRow> = {
  name: 'travaux.actions.annoncerRelectures',
  text: `with dues as (
    select distinct r.acad, case when exists (select from annuaire.mandat m where m.acad = r.acad and m.agent = r.garant
        and m.role in ('communication', 'referente_academique', 'responsable_academique')
        and m.du <= $1 and (m.au is null or m.au > $1)) then r.garant end as agent
    from prevention.ressource r join prevention.en_ligne() e on e.acad = r.acad and e.ressource = r.id
    where r.a_revoir_le <= ($1::timestamptz at time zone 'Europe/Paris')::date + 30)
insert into machine.courriel (id, acad, modele, niveau, agent, cree_le, prochain_le)
  select gen_random_uuid(), d.acad, 'ressource', case when d.agent is null then 'communication' end, d.agent, $1, $1
  from dues d
  where not exists (select from machine.courriel c where c.modele = 'ressource' and c.acad = d.acad
    and c.agent is not distinct from d.agent and c.cree_le > $1::timestamptz - interval '14 days')`,
  params: ['maintenant'],
}

/** For each place where actions wait: those that validate, then those that publish. What came since the last notice, once a day at most; and once a week while the same still waits. */
export type AnnoncerRow = {}
export const annoncer: Statement<{ maintenant: Date }, AnnoncerRow> = {
  name: 'travaux.actions.annoncer',
  text: `with attente as (
    select acad, 'departement' as niveau, dept, max(proposee_le) as derniere from prevention.action where etat = 'proposee' group by acad, dept
    union all
    select acad, 'communication', null, max(validee_le) from prevention.action where etat = 'validee' group by acad)
insert into machine.courriel (id, acad, modele, niveau, dept, cree_le, prochain_le)
  select gen_random_uuid(), a.acad, 'action', a.niveau, a.dept, $1, $1
  from attente a
  cross join lateral (select max(c.cree_le) as le from machine.courriel c
    where c.modele = 'action' and c.acad = a.acad and c.niveau = a.niveau and c.dept is not distinct from a.dept) d
  where d.le is null or (a.derniere > d.le and d.le <= $1::timestamptz - interval '20 hours')
    or d.le <= $1::timestamptz - interval '7 days'`,
  params: ['maintenant'],
}
