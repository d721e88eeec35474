// Generated from relecture.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** What others prepared or sent and that waits for a second reader, in what the caller may see; an extract has no date. `a_moi`: nobody nearer than the caller could read it. The scope is repeated so that an index serves it. */
export type ARelireRow = { genre: string; id: string; le: Date; avant: Date | null; destinataire: string | null; attente: string | null; numero: string; ecole: string; prenom: string; nom: string; a_moi: boolean }
export const aRelire: Statement<{ etabs: readonly string[]; circos: readonly string[]; depts: readonly string[]; acad: string; moi: string; acads: readonly string[] }, ARelireRow> = {
  name: 'dossier.relecture.relecture.aRelire',
  text: `select x.genre, x.id, x.le, x.avant, x.destinataire, x.attente, d.numero, s.nom as ecole, a.prenom, a.nom,
    coalesce(d.portee_etab = any ($1::text[]), false) or coalesce(
      acces.niveau_lecteur(d.acad, d.id, d.portee_etab, d.portee_circo, d.portee_dept, x.par)
        >= case when d.portee_circo = any ($2::text[]) then 2 when d.portee_dept = any ($3::text[]) then 3 else 4 end, true) as a_moi
  from (
    select 'extrait' as genre, e.acad, e.fil, e.id, e.le, e.par, null::timestamptz as avant, null::text as destinataire, e.etat as attente
      from confidentiel.extrait e where e.acad = $4 and e.etat = 'a_relire' and e.par <> $5
    union all
    select 'transmission', t.acad, t.fil, t.id, t.le, t.par, t.relire_avant, t.destinataire, t.attente
      from confidentiel.transmission t
      where t.acad = $4 and t.relire_avant is not null and t.lu_par is null and t.par <> $5 and t.attente is distinct from 'retiree') x
  join confidentiel.dossier d on d.acad = x.acad and d.id = x.fil
  join annuaire.etablissement s on s.acad = d.acad and s.etab = d.etab
  join annuaire.agent a on a.acad = x.acad and a.id = x.par
  where d.portee_etab = any ($1::text[]) or d.portee_circo = any ($2::text[]) or d.portee_dept = any ($3::text[])
    or d.acad = any ($6::text[])
  order by a_moi desc, x.avant nulls last, x.le, x.id limit 200`,
  params: ['etabs', 'circos', 'depts', 'acad', 'moi', 'acads'],
}
