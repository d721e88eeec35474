// Generated from rappels.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type AcademiesRow = { acad: string }
export const academies: Statement<{}, AcademiesRow> = {
  name: 'travaux.rappels.academies',
  text: `select acad from annuaire.academie order by acad`,
  params: [],
}

/** The date has passed: those who hold the report, and the person who has it. rappel_le is the date of the step already told, so that each is told once, and a new date begins anew. */
export type RappelerRow = {}
export const rappeler: Statement<{ acad: string; maintenant: Date }, RappelerRow> = {
  name: 'travaux.rappels.rappeler',
  text: `with dus as (
    update confidentiel.signalement s set rappel_le = s.echeance
    where s.acad = $1 and s.etat in ('recu', 'pris_en_charge') and s.echeance <= $2
      and (s.rappel_le is null or s.rappel_le < s.echeance)
    returning s.acad, s.id, s.niveau, s.etab, s.circo, s.dept, s.pris_par)
insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, agent, cree_le, prochain_le)
  select gen_random_uuid(), d.acad, 'rappel', d.id, d.niveau, d.etab, d.circo, d.dept, null::uuid, $2, $2 from dus d
  union all
  select gen_random_uuid(), d.acad, 'rappel', d.id, null, null, null, null, d.pris_par, $2, $2 from dus d
    where d.pris_par is not null`,
  params: ['acad', 'maintenant'],
}

/** A day later still nothing: one level up. */
export type RappelerAuDessusRow = {}
export const rappelerAuDessus: Statement<{ acad: string; maintenant: Date }, RappelerAuDessusRow> = {
  name: 'travaux.rappels.rappelerAuDessus',
  text: `with dus as (
    update confidentiel.signalement s set rappel_le = s.echeance + interval '24 hours'
    where s.acad = $1 and s.etat in ('recu', 'pris_en_charge') and s.echeance <= $2::timestamptz - interval '24 hours'
      and s.rappel_le >= s.echeance and s.rappel_le < s.echeance + interval '24 hours'
    returning s.acad, s.id, s.niveau, s.etab, s.circo, s.dept)
insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), d.acad, 'rappel', d.id,
    case when d.niveau = 'etablissement' and d.circo is not null then 'circonscription'
      when d.niveau in ('etablissement', 'circonscription') then 'departement' else 'academie' end,
    d.etab, d.circo, d.dept, $2, $2 from dus d`,
  params: ['acad', 'maintenant'],
}
