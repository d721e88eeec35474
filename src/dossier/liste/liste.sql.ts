// Generated from liste.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** One statement a level: the scope predicate is repeated so that an index serves it, the policies stay for safety. The page first, what is said of its rows after. A filter is a `case` because the planner, which prepares once for all values, would count on « is null or = » to leave next to nothing, and read and sort the whole scope for it. 31: a page and one more, written here so that it knows how few rows there are to join. What a school carries happens in it (`portee_etab` is `etab` or nothing): it is read once. */
export type ParEtabRow = { id: string; numero: string; etat: string; echeance: Date | null; ouvert_le: Date; urgences: string[]; responsable: string; persiste_le: Date | null; ecole: string; commune: string; prenom: string; nom: string }
export const parEtab: Statement<{ acad: string; code: string; avantLe: Date; avantId: string; etat: string | null; etab: string | null; dept: string | null; responsable: string | null; retard: Date | null; persiste: boolean | null; repereDe: Date | null; repereA: Date | null }, ParEtabRow> = {
  name: 'dossier.liste.liste.parEtab',
  text: `select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, d.persiste_le, e.nom as ecole, e.commune, r.prenom, r.nom
  from (
    select d.* from confidentiel.dossier d
    where d.acad = $1 and d.portee_etab = $2 and (d.ouvert_le, d.id) < ($3, $4)
      and case when $5::text is null then true else d.etat = $5 end
      and case when $6::text is null then true else d.etab = $6 end
      and case when $7::text is null then true else d.dept = $7 end
      and case when $8::uuid is null then true else d.responsable = $8 end
      and case when $9::timestamptz is null then true else d.echeance < $9 end
      and case when $10::boolean is null then true else d.persiste_le is not null end
      and case when $11::timestamptz is null then true else d.id in (select p.fil from confidentiel.prevu p where p.acad = $1
        and p.nature = 'tache' and p.issue is null and p.le >= $11 and p.le < $12::timestamptz) end
    order by d.ouvert_le desc, d.id desc limit 31) d
  join annuaire.etablissement e on e.acad = $1 and e.etab = $2
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  order by d.ouvert_le desc, d.id desc`,
  params: ['acad', 'code', 'avantLe', 'avantId', 'etat', 'etab', 'dept', 'responsable', 'retard', 'persiste', 'repereDe', 'repereA'],
}

export type ParCircoRow = { id: string; numero: string; etat: string; echeance: Date | null; ouvert_le: Date; urgences: string[]; responsable: string; persiste_le: Date | null; ecole: string; commune: string; prenom: string; nom: string }
export const parCirco: Statement<{ acad: string; code: string; avantLe: Date; avantId: string; etat: string | null; etab: string | null; dept: string | null; responsable: string | null; retard: Date | null; persiste: boolean | null; repereDe: Date | null; repereA: Date | null }, ParCircoRow> = {
  name: 'dossier.liste.liste.parCirco',
  text: `select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, d.persiste_le, e.nom as ecole, e.commune, r.prenom, r.nom
  from (
    select d.* from confidentiel.dossier d
    where d.acad = $1 and d.portee_circo = $2 and (d.ouvert_le, d.id) < ($3, $4)
      and case when $5::text is null then true else d.etat = $5 end
      and case when $6::text is null then true else d.etab = $6 end
      and case when $7::text is null then true else d.dept = $7 end
      and case when $8::uuid is null then true else d.responsable = $8 end
      and case when $9::timestamptz is null then true else d.echeance < $9 end
      and case when $10::boolean is null then true else d.persiste_le is not null end
      and case when $11::timestamptz is null then true else d.id in (select p.fil from confidentiel.prevu p where p.acad = $1
        and p.nature = 'tache' and p.issue is null and p.le >= $11 and p.le < $12::timestamptz) end
    order by d.ouvert_le desc, d.id desc limit 31) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  order by d.ouvert_le desc, d.id desc`,
  params: ['acad', 'code', 'avantLe', 'avantId', 'etat', 'etab', 'dept', 'responsable', 'retard', 'persiste', 'repereDe', 'repereA'],
}

export type ParDeptRow = { id: string; numero: string; etat: string; echeance: Date | null; ouvert_le: Date; urgences: string[]; responsable: string; persiste_le: Date | null; ecole: string; commune: string; prenom: string; nom: string }
export const parDept: Statement<{ acad: string; code: string; avantLe: Date; avantId: string; etat: string | null; etab: string | null; dept: string | null; responsable: string | null; retard: Date | null; persiste: boolean | null; repereDe: Date | null; repereA: Date | null }, ParDeptRow> = {
  name: 'dossier.liste.liste.parDept',
  text: `select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, d.persiste_le, e.nom as ecole, e.commune, r.prenom, r.nom
  from (
    select d.* from confidentiel.dossier d
    where d.acad = $1 and d.portee_dept = $2 and (d.ouvert_le, d.id) < ($3, $4)
      and case when $5::text is null then true else d.etat = $5 end
      and case when $6::text is null then true else d.etab = $6 end
      and case when $7::text is null then true else d.dept = $7 end
      and case when $8::uuid is null then true else d.responsable = $8 end
      and case when $9::timestamptz is null then true else d.echeance < $9 end
      and case when $10::boolean is null then true else d.persiste_le is not null end
      and case when $11::timestamptz is null then true else d.id in (select p.fil from confidentiel.prevu p where p.acad = $1
        and p.nature = 'tache' and p.issue is null and p.le >= $11 and p.le < $12::timestamptz) end
    order by d.ouvert_le desc, d.id desc limit 31) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  order by d.ouvert_le desc, d.id desc`,
  params: ['acad', 'code', 'avantLe', 'avantId', 'etat', 'etab', 'dept', 'responsable', 'retard', 'persiste', 'repereDe', 'repereA'],
}

export type ParAcadRow = { id: string; numero: string; etat: string; echeance: Date | null; ouvert_le: Date; urgences: string[]; responsable: string; persiste_le: Date | null; ecole: string; commune: string; prenom: string; nom: string }
export const parAcad: Statement<{ code: string; avantLe: Date; avantId: string; etat: string | null; etab: string | null; dept: string | null; responsable: string | null; retard: Date | null; persiste: boolean | null; repereDe: Date | null; repereA: Date | null }, ParAcadRow> = {
  name: 'dossier.liste.liste.parAcad',
  text: `select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, d.persiste_le, e.nom as ecole, e.commune, r.prenom, r.nom
  from (
    select d.* from confidentiel.dossier d
    where d.acad = $1 and (d.ouvert_le, d.id) < ($2, $3)
      and case when $4::text is null then true else d.etat = $4 end
      and case when $5::text is null then true else d.etab = $5 end
      and case when $6::text is null then true else d.dept = $6 end
      and case when $7::uuid is null then true else d.responsable = $7 end
      and case when $8::timestamptz is null then true else d.echeance < $8 end
      and case when $9::boolean is null then true else d.persiste_le is not null end
      and case when $10::timestamptz is null then true else d.id in (select p.fil from confidentiel.prevu p where p.acad = $1
        and p.nature = 'tache' and p.issue is null and p.le >= $10 and p.le < $11::timestamptz) end
    order by d.ouvert_le desc, d.id desc limit 31) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  order by d.ouvert_le desc, d.id desc`,
  params: ['code', 'avantLe', 'avantId', 'etat', 'etab', 'dept', 'responsable', 'retard', 'persiste', 'repereDe', 'repereA'],
}

/** What was granted one by one, or what a search has found. */
export type ParIdsRow = { id: string; numero: string; etat: string; echeance: Date | null; ouvert_le: Date; urgences: string[]; responsable: string; persiste_le: Date | null; ecole: string; commune: string; prenom: string; nom: string }
export const parIds: Statement<{ acad: string; ids: readonly string[]; avantLe: Date; avantId: string; etat: string | null; etab: string | null; dept: string | null; responsable: string | null; retard: Date | null; persiste: boolean | null; repereDe: Date | null; repereA: Date | null }, ParIdsRow> = {
  name: 'dossier.liste.liste.parIds',
  text: `select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, d.persiste_le, e.nom as ecole, e.commune, r.prenom, r.nom
  from (
    select d.* from confidentiel.dossier d
    where d.acad = $1 and d.id = any ($2::uuid[]) and (d.ouvert_le, d.id) < ($3, $4)
      and case when $5::text is null then true else d.etat = $5 end
      and case when $6::text is null then true else d.etab = $6 end
      and case when $7::text is null then true else d.dept = $7 end
      and case when $8::uuid is null then true else d.responsable = $8 end
      and case when $9::timestamptz is null then true else d.echeance < $9 end
      and case when $10::boolean is null then true else d.persiste_le is not null end
      and case when $11::timestamptz is null then true else d.id in (select p.fil from confidentiel.prevu p where p.acad = $1
        and p.nature = 'tache' and p.issue is null and p.le >= $11 and p.le < $12::timestamptz) end
    order by d.ouvert_le desc, d.id desc limit 31) d
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  order by d.ouvert_le desc, d.id desc`,
  params: ['acad', 'ids', 'avantLe', 'avantId', 'etat', 'etab', 'dept', 'responsable', 'retard', 'persiste', 'repereDe', 'repereA'],
}

export type IdDeRow = { id: string }
export const idDe: Statement<{ acad: string; numero: string }, IdDeRow> = {
  name: 'dossier.liste.liste.idDe',
  text: `select id from confidentiel.dossier where acad = $1 and numero = $2`,
  params: ['acad', 'numero'],
}

/** Dossiers that hold every name looked for. */
export type ParNomsRow = { fil: string }
export const parNoms: Statement<{ acad: string; jetons: readonly Uint8Array[]; n: number }, ParNomsRow> = {
  name: 'dossier.liste.liste.parNoms',
  text: `select j.fil from confidentiel.jeton_nom j
  where j.acad = $1 and j.jeton = any ($2::bytea[])
  group by j.fil having count(*) = $3::int limit 500`,
  params: ['acad', 'jetons', 'n'],
}

export type ResponsablesRow = { id: string; prenom: string; nom: string }
export const responsables: Statement<{ acad: string; id: string }, ResponsablesRow> = {
  name: 'dossier.liste.liste.responsables',
  text: `select distinct a.id, a.prenom, a.nom from confidentiel.dossier d join annuaire.agent a on a.acad = d.acad and a.id = d.responsable
  where d.acad = $1 and d.responsable = $2`,
  params: ['acad', 'id'],
}
