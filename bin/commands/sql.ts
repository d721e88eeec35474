import { writeFileSync } from 'node:fs'
import pg from 'pg'
import { genererSql } from '../../src/platform/sql/generer.ts'
import { decrireSchema } from '../../src/platform/sql/schema.ts'
import { avecBaseVide } from '../../tests/support/postgres.ts'

export const resume = 'engendre les types des requêtes (x.sql.ts) et le texte du schéma (db/schema) depuis une base neuve'
export const aide = `preau sql

Crée une base vide, y passe toutes les migrations, puis écrit à côté de chaque x.sql ses types, et dans db/schema
le texte de chaque table. À lancer après tout changement d'un fichier .sql ; npm test vérifie que c'est fait.
`

export async function run(): Promise<void> {
  const racine = process.cwd()
  await avecBaseVide(async ({ url }) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const fichiers = new Map([...(await genererSql(client, racine)), ...(await decrireSchema(client))])
    await client.end()
    for (const [chemin, texte] of fichiers) writeFileSync(`${racine}/${chemin}`, texte)
    console.log(`${fichiers.size} fichiers écrits`)
  })
}
