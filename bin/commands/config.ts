import { decrireConfig, lireConfig, type LigneDeConfig } from '../../src/platform/config.ts'

export const resume = 'montre les réglages, leur sens et leur valeur'

export const aide = `Usage : preau config

Préau se règle par des variables d’environnement. Cette commande les donne toutes,
avec leur sens, leur valeur par défaut et leur valeur du moment (les secrets sont masqués),
puis vérifie qu’elles vont : une phrase pour chaque variable qui ne va pas.`

const fiche = ({ nom, sens, defaut, valeur }: LigneDeConfig) =>
  `${nom}\n    ${sens}\n    par défaut : ${defaut}${valeur ? `\n    maintenant : ${valeur}` : ''}`

export async function run() {
  console.log(decrireConfig().map(fiche).join('\n'))
  lireConfig()
}
