import { readdirSync } from 'node:fs'
import { Empechement, insecables } from './installation.mjs'

const DOSSIER = new URL('./commands/', import.meta.url)

/** The way the command was called is wrong: one sentence, exit code 2. */
export class MauvaisAppel extends Empechement {
  code = 2
}

const noms = () =>
  readdirSync(DOSSIER)
    .filter((fichier) => fichier.endsWith('.ts') && !fichier.endsWith('.test.ts'))
    .map((fichier) => fichier.slice(0, -'.ts'.length))
    .sort()

const charger = (nom) => import(new URL(`${nom}.ts`, DOSSIER).href)
const estAide = (arg) => arg === '--help' || arg === '-h'

export async function executer([nom, ...args]) {
  if (nom === undefined || estAide(nom)) return lister()
  if (!noms().includes(nom)) throw new MauvaisAppel(phraseInconnue(nom))
  const commande = await charger(nom)
  if (args.some(estAide)) return console.log(insecables(commande.aide))
  try {
    await commande.run(args)
  } catch (erreur) {
    throw erreur?.code?.startsWith?.('ERR_PARSE_ARGS') ? new MauvaisAppel(phraseOption(nom, erreur.message)) : erreur
  }
}

async function lister() {
  const lignes = await Promise.all(noms().map(async (nom) => `  ${nom.padEnd(12)}${(await charger(nom)).resume}`))
  console.log(`Usage : preau COMMANDE [options]\n\n${lignes.join('\n')}\n\n« preau COMMANDE --help » explique une commande.`)
}

const phraseInconnue = (nom) =>
  `La commande « ${nom} » n’existe pas : vouliez-vous dire « ${plusProche(nom, noms())} » ? « preau --help » les donne toutes.`

function phraseOption(nom, message) {
  const option = /'(-[^' ]+)/.exec(message)?.[1] ?? /'([^']+)'/.exec(message)?.[1]
  return `${option ? `« ${option} » ne va pas ici` : 'Les options ne vont pas'} : « preau ${nom} --help » donne les options.`
}

export const plusProche = (mot, choix) => choix.map((c) => ({ c, d: distance(mot, c) })).reduce((a, b) => (b.d < a.d ? b : a)).c

/** Levenshtein: letters to add, remove or replace. */
function distance(a, b) {
  let ligne = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const suivante = [i]
    for (let j = 1; j <= b.length; j++)
      suivante[j] = Math.min(ligne[j] + 1, suivante[j - 1] + 1, ligne[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
    ligne = suivante
  }
  return ligne[b.length]
}
