// Generated from fidelite.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Of the dossiers opened since a day, in what the caller sees: how many steps of the protocol were due, and how many were done. The scope is repeated for speed. Bounds are those of the settings at their widest, in days of the year: a step counted as not done is late by any calendar. Duplicates are counted where they went. */
export type FideliteRow = { code: string; faites: number; sur: number }
export const fidelite: Statement<{ acad: string; depuis: Date; depts: readonly string[]; acads: readonly string[]; maintenant: Date }, FideliteRow> = {
  name: 'dossier.fidelite.fidelite.fidelite',
  text: `with d as (
    select d.acad, d.id, d.etat, d.ouvert_le, d.pris_le, d.protege_le from confidentiel.dossier d
    where d.acad = $1 and d.ouvert_le >= $2 and d.etat <> 'doublon'
      and (d.portee_dept = any ($3::text[]) or d.acad = any ($4::text[]))),
  f as (
    select d.id, d.etat, d.ouvert_le, d.pris_le, d.protege_le,
        min(f.le) filter (where f.verbe = 'dossier.entendre' and f.detail ->> 'role' = 'cible' and f.detail ->> 'issue' is distinct from 'impossible') as entendu,
        min(f.le) filter (where f.verbe = 'dossier.informer_famille' and f.detail ->> 'cote' = 'cible' and f.detail ->> 'issue' is distinct from 'tente') as famille,
        count(distinct f.par) filter (where f.verbe = 'dossier.evaluer') as regards,
        min(f.le) filter (where f.verbe = 'dossier.qualifier') as qualifie,
        min(f.le) filter (where f.verbe = 'dossier.engager_piste') as engage,
        min(f.le) filter (where f.verbe = 'dossier.decider_piste') as decide,
        min(f.le) filter (where f.verbe = 'dossier.surveiller') as surveille,
        bool_or(f.verbe = 'dossier.point_suivi' and f.detail ->> 'rang' = 'suivi_1') as point_1,
        bool_or(f.verbe = 'dossier.point_suivi' and f.detail ->> 'rang' = 'suivi_2') as point_2,
        bool_or(f.verbe = 'dossier.point_suivi' and f.detail ->> 'rang' = 'suivi_3') as point_3
      from d left join confidentiel.fait f on f.acad = d.acad and f.fil = d.id
      group by d.id, d.etat, d.ouvert_le, d.pris_le, d.protege_le)
select e.code, count(*) filter (where e.due and e.faite)::int as faites, count(*) filter (where e.due)::int as sur
  from f cross join lateral (values
    ('prise_en_charge', ouvert_le + interval '24 hours' <= $5 or pris_le is not null, pris_le <= ouvert_le + interval '24 hours'),
    ('protection', pris_le + interval '4 days' <= $5 or protege_le is not null, protege_le <= pris_le + interval '4 days'),
    ('entretien', qualifie is not null, entendu <= qualifie),
    ('famille', pris_le + interval '8 days' <= $5, famille <= pris_le + interval '8 days'),
    ('regards', qualifie is not null, regards >= 2),
    ('decision', engage + interval '16 days' <= $5, decide <= engage + interval '16 days'),
    ('suivi_1', surveille + interval '14 days' <= $5, point_1),
    ('suivi_2', surveille + interval '45 days' <= $5, point_2),
    ('suivi_3', surveille + interval '120 days' <= $5, point_3)) e (code, due, faite)
  group by e.code`,
  params: ['acad', 'depuis', 'depts', 'acads', 'maintenant'],
}
