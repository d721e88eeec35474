import type pg from 'pg'
import { fichierDesSerrures, nommerEntier, serrures } from './serrures.ts'

// Rights are those of the serving roles: the owner has all of them, and each version of PostgreSQL writes that its own way.
const TABLES = `select n.nspname as schema, c.relname as nom, c.relrowsecurity as rls, c.relforcerowsecurity as forcee,
    obj_description(c.oid) as note, c.oid::int as oid, coalesce(array_to_string(array(select x::text from unnest(c.relacl) x where x::text !~ '^preau_proprietaire=' order by x::text collate "C"), '\n'), '') as droits
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('annuaire', 'acces', 'confidentiel', 'machine', 'prevention', 'enquete')
  order by n.nspname collate "C", c.relname collate "C"`
const COLONNES = `select a.attname as nom, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as requis, a.attgenerated <> '' as calculee,
    pg_get_expr(d.adbin, d.adrelid) as defaut, col_description(a.attrelid, a.attnum) as note,
    coalesce(array_to_string(array(select x::text from unnest(a.attacl) x order by x::text collate "C"), ', '), '') as droits
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1::oid and a.attnum > 0 and not a.attisdropped order by a.attnum`
// PostgreSQL 18 lists NOT NULL among the constraints; the columns say it already.
const CONTRAINTES = `select conname as nom, pg_get_constraintdef(oid) as texte from pg_constraint where conrelid = $1::oid and contype <> 'n' order by conname collate "C"`
const INDEX = `select indexdef as texte from pg_indexes where schemaname = $1 and tablename = $2 order by indexname collate "C"`
const POLICIES = `select policyname as nom, cmd, roles::text as roles, qual, with_check from pg_policies where schemaname = $1 and tablename = $2 order by policyname collate "C"`
const DECLENCHEURS = `select pg_get_triggerdef(oid) as texte from pg_trigger where tgrelid = $1::oid and not tgisinternal order by tgname`

/** The text of every table, with its rights and policies, for `db/schema/`, and all the locks: a migration shows its effect in the diff. */
export async function decrireSchema(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`begin; ${nommerEntier.text}`)
  const out = new Map([fichierDesSerrures((await client.query(serrures.text)).rows)])
  await client.query('commit')
  const { rows } = await client.query(TABLES)
  for (const t of rows) {
    const section = async (
      titre: string,
      sql: string,
      args: unknown[],
      ligne: (r: Record<string, unknown>) => string,
    ): Promise<string> => {
      const lignes = (await client.query(sql, args)).rows.map(ligne)
      return lignes.length === 0 ? '' : `\n${titre}\n${lignes.map((l) => `  ${l}`).join('\n')}\n`
    }
    const colonne = (r: Record<string, unknown>): string =>
      [
        `${r.nom} ${r.type}`,
        r.requis ? 'requis' : '',
        r.defaut === null ? '' : `${r.calculee ? '=' : 'défaut'} ${r.defaut}`,
        r.droits === '' ? '' : `[${r.droits}]`,
        r.note === null ? '' : `-- ${r.note}`,
      ]
        .filter(Boolean)
        .join('  ')
    out.set(
      `db/schema/${t.schema}.${t.nom}.txt`,
      [
        `${t.schema}.${t.nom}${t.note === null ? '' : ` : ${t.note}`}\n`,
        t.rls ? `politiques par ligne${t.forcee ? ', forcées' : ', NON forcées'}\n` : '',
        await section('colonnes', COLONNES, [t.oid], colonne),
        await section('contraintes', CONTRAINTES, [t.oid], (r) => `${r.nom}: ${r.texte}`),
        await section('index', INDEX, [t.schema, t.nom], (r) => `${r.texte}`),
        await section(
          'politiques',
          POLICIES,
          [t.schema, t.nom],
          (r) =>
            `${r.nom} (${r.cmd}, ${r.roles})\n    using ${r.qual}${r.with_check === null ? '' : `\n    with check ${r.with_check}`}`,
        ),
        await section('déclencheurs', DECLENCHEURS, [t.oid], (r) => `${r.texte}`),
        t.droits === ''
          ? ''
          : `\ndroits\n${String(t.droits)
              .split('\n')
              .map((d) => `  ${d}`)
              .join('\n')}\n`,
      ].join(''),
    )
  }
  return out
}
