import { readFileSync } from 'node:fs'
import type { Statement } from '../db.ts'

/** So that names are written whole, whoever asks. */
export const nommerEntier: Statement<{}, {}> = {
  name: 'platform.sql.serrures.nommerEntier',
  text: `set local search_path = ''`,
  params: [],
}

/**
 * All that keeps a door closed, a line each: what our roles are, whose each table and function is, every right of theirs or of everybody,
 * every policy, every function by its text, every trigger. Roles that an operator made (a backup) are no concern of this.
 */
export const serrures: Statement<{}, { ligne: string }> = {
  name: 'platform.sql.serrures.serrures',
  text: `with nous as (
    select oid, rolname::text as nom, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
      from pg_catalog.pg_roles where rolname in ('preau_proprietaire', 'preau_gardien', 'preau_public', 'preau_agent', 'preau_seuil', 'preau_job',
        'preau_pilotage', 'preau_enquete')),
  qui as (select oid, nom from nous where nom <> 'preau_proprietaire' union all select 0::oid, 'PUBLIC'),
  espaces as (select oid, nspname::text as nom, nspowner, nspacl from pg_catalog.pg_namespace
    where nspname in ('public', 'extensions', 'migration', 'annuaire', 'acces', 'confidentiel', 'machine', 'prevention', 'enquete', 'pilotage')),
  objets as (select c.oid, e.nom || '.' || c.relname as nom, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.reloptions
    from pg_catalog.pg_class c join espaces e on e.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')),
  fonctions as (select p.oid, e.nom || '.' || p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' as nom, p.proowner, p.proacl,
      p.prosecdef, p.proconfig, p.prosrc
    from pg_catalog.pg_proc p join espaces e on e.oid = p.pronamespace
    where not exists (select from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')),
  droits as (
    select 'base' as sur, x.grantee, x.privilege_type as droit from pg_catalog.pg_database b,
        pg_catalog.aclexplode(coalesce(b.datacl, pg_catalog.acldefault('d', b.datdba))) x
      where b.datname = pg_catalog.current_database() and x.privilege_type <> 'CONNECT'
    union all
    select 'schéma ' || e.nom, x.grantee, x.privilege_type from espaces e,
      pg_catalog.aclexplode(coalesce(e.nspacl, pg_catalog.acldefault('n', e.nspowner))) x
    union all
    select o.nom, x.grantee, x.privilege_type from objets o,
      pg_catalog.aclexplode(coalesce(o.relacl, pg_catalog.acldefault(case o.relkind when 'S' then 's' else 'r' end::"char", o.relowner))) x
    union all
    select o.nom || '.' || a.attname, x.grantee, x.privilege_type from objets o join pg_catalog.pg_attribute a on a.attrelid = o.oid and not a.attisdropped,
      pg_catalog.aclexplode(a.attacl) x
    union all
    select f.nom, x.grantee, x.privilege_type from fonctions f,
      pg_catalog.aclexplode(coalesce(f.proacl, pg_catalog.acldefault('f', f.proowner))) x
    where x.grantee <> f.proowner)
  select ligne from (
    select 'rôle ' || nom || case when rolcanlogin then ' : entre' else ' : n’entre pas' end || case when rolsuper then ', superutilisateur' else '' end
        || case when rolbypassrls then ', contourne les politiques' else '' end || case when rolcreaterole then ', crée des rôles' else '' end
        || case when rolcreatedb then ', crée des bases' else '' end || case when rolreplication then ', réplique' else '' end as ligne from nous
    union
    select 'membre ' || n.nom || ' de ' || r.rolname from pg_catalog.pg_auth_members m join nous n on n.oid = m.member
      join pg_catalog.pg_roles r on r.oid = m.roleid
    union all
    select 'droit ' || d.sur || ' ' || q.nom || ' : ' || pg_catalog.string_agg(distinct d.droit, ', ' order by d.droit) from droits d
      join qui q on q.oid = d.grantee group by d.sur, q.nom
    union all
    select 'table ' || o.nom || ' : de ' || pg_catalog.pg_get_userbyid(o.relowner) || case when o.relrowsecurity then ', politiques' else '' end
        || case when o.relforcerowsecurity then ' forcées' else '' end || coalesce(', ' || o.reloptions::text, '') from objets o
    union all
    select 'politique ' || o.nom || ' ' || p.polname || ' : ' || case when p.polpermissive then '' else 'restrictive, ' end || p.polcmd::text || ', '
        || (select pg_catalog.string_agg(coalesce(q.nom, x.r::text), ', ' order by q.nom) from pg_catalog.unnest(p.polroles) x (r) left join qui q on q.oid = x.r)
        || ', using ' || coalesce(pg_catalog.regexp_replace(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '\\s+', ' ', 'g'), '-')
        || ', with check ' || coalesce(pg_catalog.regexp_replace(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), '\\s+', ' ', 'g'), '-')
      from pg_catalog.pg_policy p join objets o on o.oid = p.polrelid
    union all
    select 'fonction ' || f.nom || ' : de ' || pg_catalog.pg_get_userbyid(f.proowner) || case when f.prosecdef then ', au nom de qui la tient' else '' end
        || coalesce(', ' || pg_catalog.array_to_string(f.proconfig, ' '), '') || ', ' || pg_catalog.left(pg_catalog.md5(f.prosrc), 12) from fonctions f
    union all
    select 'déclencheur ' || o.nom || ' ' || t.tgname || ' : ' || t.tgenabled::text || ' ' || t.tgtype::text || ' ' || f.nom
      from pg_catalog.pg_trigger t join objets o on o.oid = t.tgrelid join fonctions f on f.oid = t.tgfoid where not t.tgisinternal) l
  order by ligne collate "C"`,
  params: [],
}

const FICHIER = 'db/schema/serrures.txt'

/** As `preau sql` writes it, from a new database. */
export const fichierDesSerrures = (lignes: readonly { ligne: string }[]): [chemin: string, texte: string] => [
  FICHIER,
  `${lignes.map((l) => l.ligne).join('\n')}\n`,
]

/** The locks that this version of the code made, and counts on. */
export const serruresAttendues = (): string[] =>
  readFileSync(new URL(`../../../${FICHIER}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
