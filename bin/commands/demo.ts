import { parseArgs } from 'node:util'
import { Empechement, environnement, lireConfig, type Config } from '../../src/platform/config.ts'
import { migrer } from '../../src/platform/migrer.ts'
import { suivreProgres, type Detail } from '../../src/platform/progress.ts'
import { ouvrirTrousseau, type Trousseau } from '../../src/platform/trousseau.ts'
import { surveillerSignaux, tenir, toutArreter, type Arrets } from '../arret.ts'
import { ouvrirBaseDe } from '../base.ts'
import { dejaUtilise, prendreDossier, viderDossier } from '../demo.dossier.ts'
import { verifierPort } from '../port.ts'

export const resume = 'lance la démonstration : tout est installé, chargé et servi (npm start)'

export const aide = `Usage : preau demo [--port N] [--reset]        (npm start -- [--port N] [--reset])

Crée la base embarquée et charge l’académie de démonstration au premier lancement,
puis sert Préau et donne l’adresse et les comptes. Les données restent dans PREAU_DONNEES
(./donnees par défaut) d’un lancement à l’autre. Ctrl-C arrête tout.

  --port N   port d’écoute (3000 par défaut, ou PORT)
  --reset    efface la démonstration et la reconstruit`

/** What each step leaves to the next ones. */
type Chantier = {
  config: Config
  arrets: Arrets
  /** Connects as a role that may create roles, to the application's database. */
  url: string
  trousseau?: Trousseau
}

type Etape = [titre: string, faire: (chantier: Chantier, detail: Detail) => Promise<void>]

const ETAPES: Etape[] = [
  ['Base de données', ouvrirBase],
  ['Clés de chiffrement', ouvrirCles],
  ['Tables et droits', mettreAJour],
  // branché quand demo/index.ts existe : ['Académie de démonstration', chargerDemonstration]
  // branché quand le fournisseur d’identité de démonstration existe : ['Comptes de démonstration', …]
  ['Site', servirSite],
]

export async function run(args: string[]) {
  const { port, reset } = lireOptions(args)
  const config = lireConfig(environnement({ PREAU_ENV: 'demonstration' }, port === undefined ? {} : { PORT: port }))
  refuserProduction(config, reset)
  await verifierPort(config.hote, config.port)
  await prendreDossier(config.donnees)
  const arrets: Arrets = []
  const fin = surveillerSignaux(arrets)
  try {
    await derouler({ config, arrets, url: '' }, reset, fin)
    if (!fin.aborted) annoncer(config)
  } catch (erreur) {
    if (fin.aborted) return
    process.stderr.write('\n')
    await toutArreter(arrets)
    throw erreur
  }
}

function lireOptions(args: string[]) {
  return parseArgs({ args, options: { port: { type: 'string' }, reset: { type: 'boolean', default: false } } }).values
}

function refuserProduction({ env, databaseUrl }: Config, reset: boolean) {
  if (env === 'production')
    throw new Empechement('La démonstration ne se lance pas en production : retirez PREAU_ENV, ou lancez « preau serve ».')
  if (reset && databaseUrl)
    throw new Empechement('--reset n’efface que la base embarquée : retirez DATABASE_URL, ou videz vous-même votre base.')
}

async function derouler(chantier: Chantier, reset: boolean, fin: AbortSignal) {
  const etapes: Etape[] = reset
    ? [['Effacement de la démonstration', ({ config }) => viderDossier(config.donnees)], ...ETAPES]
    : ETAPES
  const progres = suivreProgres(etapes.length)
  for (const [titre, faire] of etapes) {
    if (fin.aborted) return
    await progres.etape(titre, (detail) => faire(chantier, detail))
  }
}

async function ouvrirBase(chantier: Chantier, detail: Detail) {
  const { config, arrets } = chantier
  const base = await tenir(arrets, ouvrirBaseDe(config, detail))
  if (base.invite) throw dejaUtilise(config.donnees)
  base.surveiller((evenement, erreur) => process.stderr.write(`${SUITES[evenement]}${erreur ? ` ${String(erreur)}` : ''}\n`))
  chantier.url = base.url
}

const SUITES = {
  tombe: 'La base de données s’est arrêtée : relance…',
  revenu: 'La base de données est revenue.',
  perdu: 'La base de données n’a pas pu être relancée.',
}

async function ouvrirCles(chantier: Chantier) {
  chantier.trousseau = ouvrirTrousseau(chantier.config.cles)
}

async function mettreAJour({ url, trousseau }: Chantier, detail: Detail) {
  if (!trousseau) throw new Error('the keys come before the tables')
  const faites = await migrer(url, trousseau, true)
  if (faites.length > 0) detail(`${faites.length} mises à jour`)
}

async function servirSite({ config, url, arrets }: Chantier) {
  const { servir } = await import('../../src/main.ts')
  await tenir(arrets, servir(config, url))
}

function annoncer({ origine }: Config) {
  console.log(`\nPréau est prêt : ${origine}\nCtrl-C arrête tout ; les données restent.`)
  // branché quand demo/index.ts existe : les comptes de démonstration, un par ligne, avec leur rôle
}
