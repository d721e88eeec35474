// Generated from revue.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type MaRevueRow = { perimetre: string | null; commencee_le: Date | null }
export const maRevue: Statement<{}, MaRevueRow> = {
  name: 'dossier.bureau.revue.maRevue',
  text: `select (r).perimetre, (r).commencee_le from (select acces.ma_revue() as r) x where (r).agent is not null`,
  params: [],
}

export type CommencerRow = { le: Date }
export const commencer: Statement<{ perimetre: string }, CommencerRow> = {
  name: 'dossier.bureau.revue.commencer',
  text: `select acces.commencer_revue($1) as le`,
  params: ['perimetre'],
}

/** Not reviewed since the review began, the longest unseen first. */
export type MiensARevoirRow = { numero: string; id: string }
export const miensARevoir: Statement<{ acad: string; agents: readonly string[]; depuis: Date }, MiensARevoirRow> = {
  name: 'dossier.bureau.revue.miensARevoir',
  text: `select d.numero, d.id from confidentiel.dossier d
  where d.acad = $1 and d.responsable = any ($2::uuid[]) and d.echeance is not null
    and (d.revu_le is null or d.revu_le < $3) and d.ouvert_le < $3
  order by d.echeance, d.id limit 200`,
  params: ['acad', 'agents', 'depuis'],
}

export type TousARevoirRow = { numero: string | null; id: string | null }
export const tousARevoir: Statement<{ acad: string; etabs: readonly string[]; depuis: Date; circos: readonly string[]; depts: readonly string[]; acads: readonly string[] }, TousARevoirRow> = {
  name: 'dossier.bureau.revue.tousARevoir',
  text: `select d.numero, d.id from (
    select * from (select id, numero, echeance, revu_le, ouvert_le from confidentiel.dossier d
      where d.acad = $1 and d.portee_etab = any ($2::text[]) and d.echeance is not null
        and (d.revu_le is null or d.revu_le < $3) and d.ouvert_le < $3 order by d.echeance, d.id limit 200) a
    union select * from (select id, numero, echeance, revu_le, ouvert_le from confidentiel.dossier d
      where d.acad = $1 and d.portee_circo = any ($4::text[]) and d.echeance is not null
        and (d.revu_le is null or d.revu_le < $3) and d.ouvert_le < $3 order by d.echeance, d.id limit 200) b
    union select * from (select id, numero, echeance, revu_le, ouvert_le from confidentiel.dossier d
      where d.acad = $1 and d.portee_dept = any ($5::text[]) and d.echeance is not null
        and (d.revu_le is null or d.revu_le < $3) and d.ouvert_le < $3 order by d.echeance, d.id limit 200) c
    union select * from (select id, numero, echeance, revu_le, ouvert_le from confidentiel.dossier d
      where d.acad = any ($6::text[]) and d.echeance is not null
        and (d.revu_le is null or d.revu_le < $3) and d.ouvert_le < $3 order by d.echeance, d.id limit 200) e) d
  order by d.echeance, d.id limit 200`,
  params: ['acad', 'etabs', 'depuis', 'circos', 'depts', 'acads'],
}

export type MarquerRow = {}
export const marquer: Statement<{ acad: string; id: string }, MarquerRow> = {
  name: 'dossier.bureau.revue.marquer',
  text: `update confidentiel.dossier set revu_le = acces.maintenant() where acad = $1 and id = $2`,
  params: ['acad', 'id'],
}

export type DerniereRevueRow = { revu_le: Date | null }
export const derniereRevue: Statement<{ acad: string; id: string }, DerniereRevueRow> = {
  name: 'dossier.bureau.revue.derniereRevue',
  text: `select revu_le from confidentiel.dossier where acad = $1 and id = $2`,
  params: ['acad', 'id'],
}
