// Generated from boite.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** The scope predicate is repeated so that indexes serve it; the policies stay for safety. One reference to the table: each one asks the session's scope anew. What costs a call a row (unread messages) is asked for the rows of the page only. */
export type BoiteRow = { id: string; recu_le: Date; etat: string; echeance: Date | null; canal: string; declarant: string; quoi: string[]; urgences: string[]; niveau: string; pris_par: string | null; clos_le: Date | null; clos_motif: string | null; repondu_le: Date | null; ecole: string; type: string; commune: string; dept: string; prenom: string | null; nom: string | null; nouveau: boolean }
export const boite: Statement<{ acad: string; etats: readonly string[]; etabs: readonly string[]; circos: readonly string[]; depts: readonly string[]; acads: readonly string[]; libres: boolean; pris: string | null; avant: Date | null; dept: string | null; type: string | null; canal: string | null; apresDate: Date | null; clos: boolean; apresId: string | null; apresRang: number | null; n: number }, BoiteRow> = {
  name: 'signalement.boite.boite.boite',
  text: `with page as materialized (
  select s.acad, s.id, s.recu_le, s.etat, s.echeance, s.canal, s.declarant, s.quoi, s.urgences, s.niveau, s.pris_par, s.clos_le,
      s.clos_motif, s.repondu_le, e.nom as ecole, e.type, e.commune, s.dept, (s.urgences = '{}')::int as apres,
      coalesce(s.echeance, s.clos_le) as date_cle
    from confidentiel.signalement s join annuaire.etablissement e on e.acad = s.acad and e.etab = s.etab
    where s.acad = $1 and s.etat = any ($2::text[])
      and (s.portee_etab = any ($3::text[]) or s.portee_circo = any ($4::text[]) or s.portee_dept = any ($5::text[])
        or s.acad = any ($6::text[]) or s.id = any ((select acces.mes_octrois())::uuid[]))
      and (not $7 or s.pris_par is null)
      and ($8::uuid is null or s.pris_par = $8)
      and ($9::timestamptz is null or s.echeance < $9)
      and ($10::text is null or s.dept = $10)
      and ($11::text is null or e.type = $11)
      and ($12::text is null or s.canal = $12)
      and ($13::timestamptz is null or case when $14
        then (coalesce(s.echeance, s.clos_le), s.id) < ($13, $15::uuid)
        else ((s.urgences = '{}')::int, s.echeance, s.id) > ($16::int, $13, $15) end)
    order by case when $14 then 0 else (s.urgences = '{}')::int end, case when $14 then s.clos_le end desc, s.echeance,
      case when $14 then s.id end desc, s.id
    limit $17
)
select p.id, p.recu_le, p.etat, p.echeance, p.canal, p.declarant, p.quoi, p.urgences, p.niveau, p.pris_par, p.clos_le, p.clos_motif,
    p.repondu_le, p.ecole, p.type, p.commune, p.dept, a.prenom, a.nom,
    exists (select from confidentiel.message m where m.acad = p.acad and m.fil = p.id and m.auteur = 'declarant' and m.lu_le is null) as nouveau
  from page p left join annuaire.agent a on a.acad = p.acad and a.id = p.pris_par
  order by case when $14 then 0 else p.apres end, case when $14 then p.date_cle end desc, case when not $14 then p.date_cle end,
    case when $14 then p.id end desc, p.id`,
  params: ['acad', 'etats', 'etabs', 'circos', 'depts', 'acads', 'libres', 'pris', 'avant', 'dept', 'type', 'canal', 'apresDate', 'clos', 'apresId', 'apresRang', 'n'],
}

/** What waits, in this agent's scope. */
export type ComptesRow = { a_prendre: number; a_moi: number; en_retard: number; tous: number }
export const comptes: Statement<{ moi: string; maintenant: Date; acad: string; etabs: readonly string[]; circos: readonly string[]; depts: readonly string[]; acads: readonly string[] }, ComptesRow> = {
  name: 'signalement.boite.boite.comptes',
  text: `select count(*) filter (where s.pris_par is null)::int as a_prendre, count(*) filter (where s.pris_par = $1)::int as a_moi,
    count(*) filter (where s.echeance < $2)::int as en_retard, count(*)::int as tous
  from confidentiel.signalement s
  where s.acad = $3 and s.etat in ('recu', 'pris_en_charge')
    and (s.portee_etab = any ($4::text[]) or s.portee_circo = any ($5::text[]) or s.portee_dept = any ($6::text[])
      or s.acad = any ($7::text[]) or s.id = any ((select acces.mes_octrois())::uuid[]))`,
  params: ['moi', 'maintenant', 'acad', 'etabs', 'circos', 'depts', 'acads'],
}
