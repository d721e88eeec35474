import { Empechement, lireConfig, type Config } from '#platform'
import { surveillerSignaux, tenir, type Arrets } from '../arret.ts'
import { ouvrirBaseDe } from '../base.ts'
import { expliquer } from '../expliquer.ts'
import { connaitreAcademie, dire, exigerCles, refuserDemonstration } from '../maison.ts'
import { verifierPort } from '../port.ts'

export const resume = 'sert Préau, en production'

export const aide = `Usage : preau serve

Sert Préau à l’adresse PREAU_ORIGINE, jusqu’à Ctrl-C. Il faut avant : « preau migrate », les réglages du fournisseur
d’identité (OIDC_…) et du courriel (SMTP_URL). « preau config » donne tous les réglages.
Les courriels, les rappels et les ancres sont le travail de « preau worker » : lancez les deux.`

export async function run() {
  const config = lireConfig()
  refuser(config)
  await verifierPort(config.hote, config.port)
  const arrets: Arrets = []
  const fin = surveillerSignaux(arrets)
  const base = await tenir(arrets, ouvrirBaseDe(config))
  if (fin.aborted) return
  const { servir } = await import('../../src/main.ts')
  const service = servir(config, base.url).catch((erreur: unknown) => {
    throw expliquer(erreur)
  })
  await tenir(arrets, service)
  if (!fin.aborted) dire(`Préau est prêt : ${config.origine}`)
}

/** What a production cannot do without, each in its sentence. */
function refuser(config: Config): void {
  refuserDemonstration(config)
  if (config.env !== 'production')
    throw new Empechement('« preau serve » est pour la production : retirez PREAU_ENV, ou lancez « preau demo ».')
  connaitreAcademie(config)
  if (config.oidc === undefined)
    throw new Empechement(
      'Sans fournisseur d’identité, aucun agent ne peut entrer : donnez OIDC_EMETTEUR, OIDC_CLIENT et OIDC_SECRET.',
    )
  if (config.smtpUrl === undefined)
    throw new Empechement('Sans serveur de courriel, personne ne saura qu’un message attend : donnez SMTP_URL.')
  exigerCles(config)
}
