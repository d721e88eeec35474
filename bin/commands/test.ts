import { globSync, statSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run as lancer } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Empechement, environnement } from '../../src/platform/config.ts'
import { existeProcessus } from '../../src/platform/embedded.dossier.ts'
import { demarrerPostgres, serveurEnMarche } from '../../src/platform/embedded.ts'
import { suivreProgres } from '../../src/platform/progress.ts'
import { surveillerSignaux, tenir, toutArreter, type Arrets } from '../arret.ts'
import { chromiumManque, installerChromium } from '../chromium.ts'

export const resume = 'prépare ce qu’il faut et lance tous les essais (npm test)'

export const aide = `Usage : preau test [--test-name-pattern=MOTIF] [FILTRE…]        (npm test -- [FILTRE…])

Lance les essais sur une base PostgreSQL jetable. Un FILTRE est un bout de chemin :
« npm test -- src/annuaire » ne lance que les essais de ce dossier.
--test-name-pattern=escalade ne lance que les essais dont le nom contient ce mot ; elle peut être donnée plusieurs fois.`

const RACINE = fileURLToPath(new URL('../..', import.meta.url))
const OU = ['src/**/*.test.ts', 'tests/**/*.test.ts', 'demo/**/*.test.ts', 'bench/**/*.test.ts']
const NOM = /^preau-essai-(\d+)-/

export async function run(args: string[]) {
  const { filtres, motifs } = lireArguments(args)
  const fichiers = choisirFichiers(filtres)
  const arrets: Arrets = []
  surveillerSignaux(arrets, 130)
  try {
    const dossier = await dossierDeLaSuite(arrets)
    const url = await preparer(dossier, arrets)
    process.exitCode = await lancerEssais(fichiers, motifs, communs(dossier, url), arrets)
  } finally {
    await toutArreter(arrets)
  }
}

function lireArguments(args: string[]): { filtres: string[]; motifs: string[] } {
  try {
    const options = { 'test-name-pattern': { type: 'string', multiple: true } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { filtres: positionals, motifs: values['test-name-pattern'] ?? [] }
  } catch {
    throw new Empechement(`Option inconnue. ${aide}`)
  }
}

/** What lasts begins first: journeys through a browser, the longest at the head. Begun last, they would each wait alone for the end. */
const duree = (fichier: string): number =>
  fichier.startsWith('tests/parcours/') ? statSync(join(RACINE, fichier)).size : fichier.startsWith('tests/') ? 1 : 0

function choisirFichiers(filtres: string[]): string[] {
  const tous = globSync(OU, { cwd: RACINE }).sort()
  const choisis = filtres.length === 0 ? tous : tous.filter((fichier) => filtres.some((filtre) => fichier.includes(filtre)))
  if (choisis.length === 0) throw new Empechement(`Aucun essai ne correspond à « ${filtres.join(' ')} ».`)
  return choisis.toSorted((a, b) => duree(b) - duree(a))
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

/** @returns the exit code: nothing that ran is not a success. */
async function lancerEssais(
  fichiers: string[],
  motifs: string[],
  partage: Record<string, string>,
  arrets: Arrets,
): Promise<number> {
  const fin = new AbortController()
  arrets.push(() => fin.abort())
  const essais = lancer({
    files: fichiers.map((fichier) => join(RACINE, fichier)),
    concurrency: 3,
    cwd: RACINE,
    env: environnement({}, partage) as Record<string, string>,
    signal: fin.signal,
    ...(motifs.length > 0 && { testNamePatterns: motifs }),
  })
  const compte = { pass: 0, fail: 0 }
  essais.on('test:pass', () => (compte.pass += 1))
  essais.on('test:fail', () => (compte.fail += 1))
  await pipeline(essais, new spec(), process.stdout, { end: false })
  return compte.pass > 0 && compte.fail === 0 ? 0 : 1
}
