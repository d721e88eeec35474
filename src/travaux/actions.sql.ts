// Generated from actions.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Two workers at the same moment would each write the same notice. */
export type ChacunSonTourRow = { pg_advisory_xact_lock: null | null }
export const chacunSonTour: Statement<{}, ChacunSonTourRow> = {
  name: 'travaux.actions.chacunSonTour',
  text: `select pg_advisory_xact_lock(hashtext('preau actions'))`,
  params: [],
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
