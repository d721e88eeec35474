import { parseArgs } from 'node:util'
import { ACADEMIE } from '../../demo/territoires.ts'
import { Empechement, environnement, lireConfig, type Config } from '../../src/platform/config.ts'
import { migrer } from '../../src/platform/migrer.ts'
import type { Maison } from '../../src/platform/http.ts'
import { suivreProgres, type Detail } from '../../src/platform/progress.ts'
import { creerTrousseau, type Trousseau } from '../../src/platform/trousseau.ts'
import { surveillerSignaux, tenir, toutArreter, type Arrets } from '../arret.ts'
import { ouvrirBaseDe } from '../base.ts'
import { annoncer } from '../demo.annonce.ts'
import { dejaUtilise, prendreDossier, viderDossier } from '../demo.dossier.ts'
import { expliquerCompte } from '../expliquer.ts'
import { portIdentite, verifierPorts } from '../demo.ports.ts'

export const resume = 'lance la démonstration : tout est installé, chargé et servi (npm start)'

export const aide = `Usage : preau demo [--port N] [--reset]        (npm start -- [--port N] [--reset])

Crée la base embarquée et charge l’académie de démonstration au premier lancement,
puis sert Préau et donne l’adresse, les comptes et des codes de retour. Les données restent dans PREAU_DONNEES
(./donnees par défaut) d’un lancement à l’autre. Ctrl-C arrête tout.

  --port N   port d’écoute (3000 par défaut, ou PORT) ; le suivant sert la page de connexion
  --reset    efface la démonstration et la reconstruit`

/** What each step leaves to the next ones. */
type Chantier = {
  config: Config
  arrets: Arrets
  /** Connects as a role that may create roles, to the application's database. */
  url: string
  trousseau?: Trousseau
  maison?: Maison
}

type Etape = [titre: string, faire: (chantier: Chantier, detail: Detail) => Promise<void>]

const ETAPES: Etape[] = [
  ['Base de données', ouvrirBase],
  ['Clés de chiffrement', ouvrirCles],
  ['Tables et droits', mettreAJour],
  ['Académie de démonstration', charger],
  ['Comptes de démonstration', ouvrirIdentite],
  ['Site', servirSite],
  ['Courriels et rappels', lancerTravaux],
]

export async function run(args: string[]) {
  const { port, reset } = lireOptions(args)
  const config = lireConfig(environnement({ PREAU_ENV: 'demonstration' }, port === undefined ? {} : { PORT: port }))
  refuserProduction(config, reset)
  refuserAilleurs(config)
  await verifierPorts(config)
  await prendreDossier(config.donnees)
  const arrets: Arrets = []
  const fin = surveillerSignaux(arrets)
  try {
    const chantier = { config, arrets, url: '' }
    await derouler(chantier, reset, fin)
    if (!fin.aborted) await annoncer(chantier.config)
  } catch (erreur) {
    if (fin.aborted) return
    process.stderr.write('\n')
    await toutArreter(arrets)
    throw expliquerCompte(erreur)
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

/** The demonstration tells one académie: under another code nothing of it would be found. */
function refuserAilleurs({ academie }: Config) {
  if (academie !== ACADEMIE.acad)
    throw new Empechement(
      `La démonstration raconte l’académie de ${ACADEMIE.nom} : retirez PREAU_ACADEMIE, qui vaut « ${academie} », ou lancez « preau serve ».`,
    )
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
  chantier.trousseau = creerTrousseau(chantier.config.cles)
}

async function mettreAJour({ url, trousseau }: Chantier, detail: Detail) {
  if (!trousseau) throw new Error('the keys come before the tables')
  const faites = await migrer(url, trousseau, true)
  if (faites.length > 0) detail(`${faites.length} mises à jour`)
}

/** Imported late: what is only said (a wrong option, a busy port) is said at once. */
async function charger({ config, url, trousseau }: Chantier, detail: Detail) {
  if (!trousseau) throw new Error('the keys come before the demonstration')
  const { chargerDemonstration } = await import('../../demo/index.ts')
  await chargerDemonstration({ config, url, trousseau }, detail)
}

/** An operator's own identity provider wins over ours. */
async function ouvrirIdentite(chantier: Chantier) {
  const { config, arrets } = chantier
  if (config.oidc !== undefined) return
  const { comptes, demarrerIdentite } = await import('../../demo/index.ts')
  const { hote, origine, env } = config
  const identite = await tenir(arrets, demarrerIdentite({ port: portIdentite(config), hote, origine, env, comptes: comptes() }))
  const { emetteur, client, secret } = identite
  chantier.config = { ...config, oidc: { emetteur, client, secret } }
}

async function servirSite(chantier: Chantier) {
  const { servir } = await import('../../src/main.ts')
  const service = await tenir(chantier.arrets, servir(chantier.config, chantier.url))
  chantier.maison = service.maison
}

async function lancerTravaux({ maison, arrets }: Chantier) {
  if (!maison) throw new Error('the house opens before its jobs')
  const { demarrerTravaux } = await import('../../src/travaux/index.ts')
  await tenir(arrets, Promise.resolve(demarrerTravaux(maison)))
}
