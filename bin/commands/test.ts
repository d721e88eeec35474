import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Empechement, environnement } from '../../src/platform/config.ts'
import { existeProcessus } from '../../src/platform/embedded.dossier.ts'
import { demarrerPostgres, serveurEnMarche } from '../../src/platform/embedded.ts'
import { suivreProgres } from '../../src/platform/progress.ts'
import { surveillerSignaux, tenir, toutArreter, type Arrets } from '../arret.ts'
import { chromiumManque, installerChromium } from '../chromium.ts'

export const resume = 'prépare ce qu’il faut et lance tous les essais (npm test)'

export const aide = `Usage : preau test [--option…] [FILTRE…]        (npm test -- [FILTRE…])

Lance les essais sur une base PostgreSQL jetable. Un FILTRE est un bout de chemin :
« npm test -- src/annuaire » ne lance que les essais de ce dossier.
Les options sont passées à « node --test », par exemple --test-name-pattern=escalade.`

const RACINE = fileURLToPath(new URL('../..', import.meta.url))
const OU = ['src/**/*.test.ts', 'tests/**/*.test.ts', 'demo/**/*.test.ts', 'bench/**/*.test.ts']
const NOM = /^preau-essai-(\d+)-/

export async function run(args: string[]) {
  const options = args.filter((arg) => arg.startsWith('-'))
  const fichiers = choisirFichiers(args.filter((arg) => !arg.startsWith('-')))
  const arrets: Arrets = []
  surveillerSignaux(arrets, 130)
  try {
    const dossier = await dossierDeLaSuite(arrets)
    const url = await preparer(dossier, arrets)
    process.exitCode = await lancerEssais([...options, ...fichiers], communs(dossier, url), arrets)
  } finally {
    await toutArreter(arrets)
  }
}

function choisirFichiers(filtres: string[]): string[] {
  const tous = globSync(OU, { cwd: RACINE }).sort()
  const choisis = filtres.length === 0 ? tous : tous.filter((fichier) => filtres.some((filtre) => fichier.includes(filtre)))
  if (choisis.length === 0) throw new Empechement(`Aucun essai ne correspond à « ${filtres.join(' ')} ».`)
  return choisis
}

async function preparer(dossier: string, arrets: Arrets): Promise<string> {
  const progres = suivreProgres(chromiumManque() ? 2 : 1)
  if (chromiumManque()) await progres.etape('Installation de Chromium', installerChromium)
  const ouvrir = async () => (await tenir(arrets, demarrerPostgres({ dossier, sansDurabilite: true }))).url
  return await progres.etape('Base de données jetable', ouvrir)
}

async function dossierDeLaSuite(arrets: Arrets): Promise<string> {
  await effacerBasesAbandonnees()
  const dossier = await mkdtemp(join(tmpdir(), `preau-essai-${process.pid}-`))
  arrets.push(() => rm(dossier, { recursive: true, force: true }))
  return dossier
}

/** What the files share, each in its process: the server, its templates (one name for all), and the code once compiled. */
const communs = (dossier: string, url: string): Record<string, string> => ({
  PREAU_TEST_POSTGRES: url,
  PREAU_TEST_MODELE: 'suite',
  NODE_COMPILE_CACHE: join(dossier, 'compile'),
})

/** A test run that was killed leaves its server behind: the next one ends it. */
async function effacerBasesAbandonnees() {
  for (const nom of await readdir(tmpdir())) {
    const pid = Number(NOM.exec(nom)?.[1])
    if (!pid || existeProcessus(pid)) continue
    const dossier = join(tmpdir(), nom)
    if (await serveurEnMarche(dossier)) await (await demarrerPostgres({ dossier })).arreter()
    await rm(dossier, { recursive: true, force: true })
  }
}

function lancerEssais(args: string[], partage: Record<string, string>, arrets: Arrets): Promise<number> {
  const enfant = spawn(process.execPath, ['--test', '--test-concurrency=3', '--test-reporter=spec', ...args], {
    cwd: RACINE,
    env: environnement({}, partage),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  arrets.push(() => void enfant.kill('SIGTERM'))
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  enfant.once('error', reject)
  enfant.once('close', (code) => resolve(code ?? 1))
  return promise
}
