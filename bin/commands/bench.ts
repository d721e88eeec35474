import { parseArgs } from 'node:util'
import { mesurerTout, NOMS } from '../../bench/index.ts'
import { surveillerSignaux, toutArreter, type Arrets } from '../arret.ts'

export const resume = 'mesure ce que le système tient, et contre quelle limite (npm run bench)'
export const aide = `Usage : preau bench [NOM…] [--json]        (npm run bench -- [NOM…] [--json])

Mesure sur une base PostgreSQL jetable, durabilité comprise (ou sur le serveur de DATABASE_URL, dans des bases à part).
Un NOM est un début de nom de mesure ; sans nom, tout est mesuré. La limite est mesurée dans le même passage,
à tour de rôle : seul le rapport des deux se compare d’une machine à l’autre.
Une borne manquée fait sortir avec le code 1.

  --json     un objet JSON par ligne : name, value, unit, limit, ratio, p50, p95, p99 (ms), bound, ok

Mesures
${NOMS.map((nom) => `  ${nom}`).join('\n')}`

export async function run(args: string[]): Promise<void> {
  // « npm run bench -- NAME -- --json » hands on its second « -- ».
  const { values, positionals } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const arrets: Arrets = []
  surveillerSignaux(arrets, 130)
  try {
    if (!(await mesurerTout(positionals, values.json, arrets))) process.exitCode = 1
  } finally {
    await toutArreter(arrets)
  }
}
