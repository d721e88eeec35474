// Generated from preconditions.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Confidential tables whose rows are not protected by forced policies. */
export type TablesMalProtegeesRow = { nom: string; manque: string }
export const tablesMalProtegees: Statement<{}, TablesMalProtegeesRow> = {
  name: 'acces.preconditions.tablesMalProtegees',
  text: `select t.nom, t.manque from (
  select n.nspname || '.' || c.relname as nom,
    case when not c.relrowsecurity then 'politiques éteintes'
      when not c.relforcerowsecurity then 'politiques non forcées'
      when not exists (select from pg_policy p where p.polrelid = c.oid) then 'aucune politique' end as manque
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('confidentiel', 'prevention') and c.relkind in ('r', 'p')) t
where t.manque is not null`,
  params: [],
}

export type FaitesRow = { nom: string }
export const faites: Statement<{}, FaitesRow> = {
  name: 'acces.preconditions.faites',
  text: `select nom from migration.faite`,
  params: [],
}

/** What the role of this connection could do beyond its grants. */
export type PouvoirsRow = { nom: string; super: boolean; contourne: boolean; membre: boolean; possede: boolean }
export const pouvoirs: Statement<{}, PouvoirsRow> = {
  name: 'acces.preconditions.pouvoirs',
  text: `select r.rolname::text as nom, r.rolsuper as super, r.rolbypassrls as contourne,
  exists (select from pg_auth_members m where m.member = r.oid) as membre,
  exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relowner = r.oid and n.nspname !~ '^pg_') as possede
from pg_roles r where r.rolname = current_user`,
  params: [],
}
