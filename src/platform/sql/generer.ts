import { globSync, readFileSync } from 'node:fs'
import { basename, relative } from 'node:path'
import type pg from 'pg'
import { decrire } from './decrire.ts'
import { lireBlocs, type Bloc } from './lire.ts'

/** TypeScript for a PostgreSQL type: as a parameter, and as a value that comes back. */
const TYPES: Record<string, [param: string, row: string]> = {
  text: ['string', 'string'],
  varchar: ['string', 'string'],
  uuid: ['string', 'string'],
  date: ['string', 'string'],
  interval: ['string', 'string'],
  numeric: ['string', 'string'],
  regclass: ['string', 'string'],
  name: ['string', 'string'],
  int2: ['number', 'number'],
  int4: ['number', 'number'],
  int8: ['number', 'number'],
  float8: ['number', 'number'],
  float4: ['number', 'number'],
  bool: ['boolean', 'boolean'],
  timestamptz: ['Date', 'Date'],
  bytea: ['Uint8Array', 'Buffer'],
  jsonb: ['object', 'unknown'],
  _text: ['readonly string[]', 'string[]'],
  _uuid: ['readonly string[]', 'string[]'],
  _int4: ['readonly number[]', 'number[]'],
  _bytea: ['readonly Uint8Array[]', 'Buffer[]'],
  _date: ['readonly string[]', 'string[]'],
  _timestamptz: ['readonly Date[]', 'Date[]'],
  _bool: ['readonly boolean[]', 'boolean[]'],
  void: ['null', 'null'],
}

interface Schema {
  typname: Map<number, string>
  notnull: Set<string>
}

async function lireSchema(client: pg.Client): Promise<Schema> {
  const types = await client.query<{ oid: number; typname: string }>('select oid::int, typname from pg_type')
  const cols = await client.query<{ k: string }>(
    `select attrelid::int || ':' || attnum as k from pg_attribute where attnotnull and attnum > 0`,
  )
  return { typname: new Map(types.rows.map((r) => [r.oid, r.typname])), notnull: new Set(cols.rows.map((r) => r.k)) }
}

function typeOf(schema: Schema, oid: number, use: 0 | 1, where: string): string {
  const name = schema.typname.get(oid) ?? String(oid)
  const type = TYPES[name]
  if (type === undefined) throw new Error(`${where}: no TypeScript type for PostgreSQL ${name}`)
  return type[use]
}

async function bloc(client: pg.Client, schema: Schema, prefix: string, b: Bloc): Promise<string> {
  const where = `${prefix}.${b.nom}`
  const d = await decrire(client, b.text).catch((e: Error) => {
    throw new Error(`${where}: ${e.message}`)
  })
  const params = b.params.map((p, i) => `${p.nom}: ${typeOf(schema, d.params[i]!, 0, where)}${p.facultatif ? ' | null' : ''}`)
  const row = d.columns.map((c) => {
    const sure = b.nonnull.includes(c.name) || (schema.notnull.has(`${c.tableID}:${c.columnID}`) && !b.nullable.includes(c.name))
    return `${c.name}: ${typeOf(schema, c.dataTypeID, 1, where)}${sure ? '' : ' | null'}`
  })
  const P = params.length === 0 ? '{}' : `{ ${params.join('; ')} }`
  const R = row.length === 0 ? '{}' : `{ ${row.join('; ')} }`
  const doc = b.commentaire.length === 0 ? '' : `/** ${b.commentaire.join(' ')} */\n`
  const Type = b.nom[0]!.toUpperCase() + b.nom.slice(1)
  return `${doc}export type ${Type}Row = ${R}
export const ${b.nom}: Statement<${P}, ${Type}Row> = {
  name: '${where}',
  text: \`${b.text.replace(/[\\`]|\$\{/g, '\\$&')}\`,
  params: [${b.params.map((p) => `'${p.nom}'`).join(', ')}],
}
`
}

/** The text of `x.sql.ts` for each `x.sql` under `src`, checked against the live schema. Keys are paths. */
export async function genererSql(client: pg.Client, racine: string): Promise<Map<string, string>> {
  const schema = await lireSchema(client)
  const out = new Map<string, string>()
  for (const file of globSync('{src,demo,bench}/**/*.sql', { cwd: racine }).sort()) {
    const prefix = relative('src', file)
      .replace(/\.sql$/, '')
      .replaceAll('/', '.')
    const blocs = lireBlocs(readFileSync(`${racine}/${file}`, 'utf8'))
    const parts: string[] = []
    for (const b of blocs) parts.push(await bloc(client, schema, prefix, b))
    const type = file.startsWith('src/platform/') ? '../db.ts' : '#platform'
    out.set(
      `${file}.ts`,
      `// Generated from ${basename(file)} by \`preau sql\`. Do not edit.\nimport type { Statement } from '${type}'\n\n${parts.join('\n')}`,
    )
  }
  return out
}
