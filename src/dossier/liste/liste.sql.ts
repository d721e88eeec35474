// Generated from liste.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** One statement a level: the scope predicate is repeated so that an index serves it, the policies stay for safety. */
export type ParEtabRow = { id: string; numero: string; etat: string; echeance: Date | null; ouvert_le: Date; urgences: string[]; responsable: string; ecole: string; commune: string; prenom: string; nom: string }
export const parEtab: Statement<{ acad: string; code: string; avantLe: Date; avantId: string; etat: string | null; etab: string | null; dept: string | null; responsable: string | null; retard: Date | null; n: number }, ParEtabRow> = {
  name: 'dossier.liste.liste.parEtab',
  text: `select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, e.nom as ecole, e.commune, r.prenom, r.nom
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  where d.acad = $1 and d.portee_etab = $2 and (d.ouvert_le, d.id) < ($3, $4)
    and ($5::text is null or d.etat = $5) and ($6::text is null or d.etab = $6) and ($7::text is null or d.dept = $7)
    and ($8::uuid is null or d.responsable = $8) and ($9::timestamptz is null or d.echeance < $9)
  order by d.ouvert_le desc, d.id desc limit $10`,
  params: ['acad', 'code', 'avantLe', 'avantId', 'etat', 'etab', 'dept', 'responsable', 'retard', 'n'],
}

export type ParCircoRow = { id: string; numero: string; etat: string; echeance: Date | null; ouvert_le: Date; urgences: string[]; responsable: string; ecole: string; commune: string; prenom: string; nom: string }
export const parCirco: Statement<{ acad: string; code: string; avantLe: Date; avantId: string; etat: string | null; etab: string | null; dept: string | null; responsable: string | null; retard: Date | null; n: number }, ParCircoRow> = {
  name: 'dossier.liste.liste.parCirco',
  text: `select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, e.nom as ecole, e.commune, r.prenom, r.nom
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  where d.acad = $1 and d.portee_circo = $2 and (d.ouvert_le, d.id) < ($3, $4)
    and ($5::text is null or d.etat = $5) and ($6::text is null or d.etab = $6) and ($7::text is null or d.dept = $7)
    and ($8::uuid is null or d.responsable = $8) and ($9::timestamptz is null or d.echeance < $9)
  order by d.ouvert_le desc, d.id desc limit $10`,
  params: ['acad', 'code', 'avantLe', 'avantId', 'etat', 'etab', 'dept', 'responsable', 'retard', 'n'],
}

export type ParDeptRow = { id: string; numero: string; etat: string; echeance: Date | null; ouvert_le: Date; urgences: string[]; responsable: string; ecole: string; commune: string; prenom: string; nom: string }
export const parDept: Statement<{ acad: string; code: string; avantLe: Date; avantId: string; etat: string | null; etab: string | null; dept: string | null; responsable: string | null; retard: Date | null; n: number }, ParDeptRow> = {
  name: 'dossier.liste.liste.parDept',
  text: `select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, e.nom as ecole, e.commune, r.prenom, r.nom
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  where d.acad = $1 and d.portee_dept = $2 and (d.ouvert_le, d.id) < ($3, $4)
    and ($5::text is null or d.etat = $5) and ($6::text is null or d.etab = $6) and ($7::text is null or d.dept = $7)
    and ($8::uuid is null or d.responsable = $8) and ($9::timestamptz is null or d.echeance < $9)
  order by d.ouvert_le desc, d.id desc limit $10`,
  params: ['acad', 'code', 'avantLe', 'avantId', 'etat', 'etab', 'dept', 'responsable', 'retard', 'n'],
}

export type ParAcadRow = { id: string; numero: string; etat: string; echeance: Date | null; ouvert_le: Date; urgences: string[]; responsable: string; ecole: string; commune: string; prenom: string; nom: string }
export const parAcad: Statement<{ code: string; avantLe: Date; avantId: string; etat: string | null; etab: string | null; dept: string | null; responsable: string | null; retard: Date | null; n: number }, ParAcadRow> = {
  name: 'dossier.liste.liste.parAcad',
  text: `select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, e.nom as ecole, e.commune, r.prenom, r.nom
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  where d.acad = $1 and (d.ouvert_le, d.id) < ($2, $3)
    and ($4::text is null or d.etat = $4) and ($5::text is null or d.etab = $5) and ($6::text is null or d.dept = $6)
    and ($7::uuid is null or d.responsable = $7) and ($8::timestamptz is null or d.echeance < $8)
  order by d.ouvert_le desc, d.id desc limit $9`,
  params: ['code', 'avantLe', 'avantId', 'etat', 'etab', 'dept', 'responsable', 'retard', 'n'],
}

/** What was granted one by one, or what a search has found. */
export type ParIdsRow = { id: string; numero: string; etat: string; echeance: Date | null; ouvert_le: Date; urgences: string[]; responsable: string; ecole: string; commune: string; prenom: string; nom: string }
export const parIds: Statement<{ acad: string; ids: readonly string[]; avantLe: Date; avantId: string; etat: string | null; etab: string | null; dept: string | null; responsable: string | null; retard: Date | null; n: number }, ParIdsRow> = {
  name: 'dossier.liste.liste.parIds',
  text: `select d.id, d.numero, d.etat, d.echeance, d.ouvert_le, d.urgences, d.responsable, e.nom as ecole, e.commune, r.prenom, r.nom
  from confidentiel.dossier d join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  join annuaire.agent r on r.acad = d.acad and r.id = d.responsable
  where d.acad = $1 and d.id = any ($2::uuid[]) and (d.ouvert_le, d.id) < ($3, $4)
    and ($5::text is null or d.etat = $5) and ($6::text is null or d.etab = $6) and ($7::text is null or d.dept = $7)
    and ($8::uuid is null or d.responsable = $8) and ($9::timestamptz is null or d.echeance < $9)
  order by d.ouvert_le desc, d.id desc limit $10`,
  params: ['acad', 'ids', 'avantLe', 'avantId', 'etat', 'etab', 'dept', 'responsable', 'retard', 'n'],
}

export type OctroisRow = { fil: string }
export const octrois: Statement<{}, OctroisRow> = {
  name: 'dossier.liste.liste.octrois',
  text: `select unnest(acces.mes_octrois()) as fil`,
  params: [],
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
