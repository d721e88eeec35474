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

/** A day later still nothing: one level up. For an école that is the circonscription, whose inspector may be away too: another day, and the département is told, as it is at once for a collège. `pas`: how many levels above the one that holds it. */
export type RappelerAuDessusRow = {}
export const rappelerAuDessus: Statement<{ pas: number; acad: string; maintenant: Date }, RappelerAuDessusRow> = {
  name: 'travaux.rappels.rappelerAuDessus',
  text: `with dus as (
    update confidentiel.signalement s set rappel_le = s.echeance + $1::int * interval '24 hours'
    where s.acad = $2 and s.etat in ('recu', 'pris_en_charge') and s.echeance <= $3::timestamptz - $1 * interval '24 hours'
      and s.rappel_le >= s.echeance + ($1 - 1) * interval '24 hours' and s.rappel_le < s.echeance + $1 * interval '24 hours'
      and ($1 = 1 or (s.niveau = 'etablissement' and s.circo is not null))
    returning s.acad, s.id, s.niveau, s.etab, s.circo, s.dept)
insert into machine.courriel (id, acad, modele, fil, niveau, etab, circo, dept, cree_le, prochain_le)
  select gen_random_uuid(), d.acad, 'rappel', d.id,
    case when $1 = 1 and d.niveau = 'etablissement' and d.circo is not null then 'circonscription'
      when d.niveau in ('etablissement', 'circonscription') then 'departement' else 'academie' end,
    d.etab, d.circo, d.dept, $3, $3 from dus d`,
  params: ['pas', 'acad', 'maintenant'],
}
