import { parseArgs } from 'node:util'
import { importerActionsEnCommande, rapportActions } from '#action'
import { Empechement, lireConfig } from '#platform'
import { avecBase } from '../base.ts'

export const resume = 'importe les actions d’une année, réunies dans un tableur (CSV)'
export const aide = `Usage : preau actions import FICHIER --pour MAIL [options]

Les actions arrivent « proposées » : le département les valide, la communication les publie.
Les colonnes se reconnaissent à leur nom : UAI, Titre, Texte, Du, Forme, Publics, et si elles y sont :
Temps fort, Année scolaire, Au, Classes, Élèves, Partenaires, Pilier. L’export CSV des actions a les mêmes.
Chaque ligne refusée est donnée avec son numéro et sa raison, le reste entre en une seule fois.
Une action déjà là n’est pas touchée : relancer la commande ne change rien.

Options
  --pour MAIL        agent au nom de qui elles sont proposées : communication, ou référent ou
                     responsable départemental (alors, seulement les écoles de son département)
  --simuler          montre ce qui changerait, sans rien écrire
  --academie CODE    académie (sinon PREAU_ACADEMIE)`

const OPTIONS = { simuler: { type: 'boolean' }, academie: { type: 'string' }, pour: { type: 'string' } } as const

export async function run(args: string[]): Promise<void> {
  const { values: o, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const [verbe, fichier, ...trop] = positionals
  if (verbe !== 'import' || fichier === undefined || o.pour === undefined || trop.length > 0)
    throw Object.assign(
      new Empechement('Il faut « preau actions import FICHIER --pour MAIL » : « preau actions --help » explique.'),
      { code: 2 },
    )
  const config = lireConfig()
  const simuler = o.simuler === true
  await avecBase(config, async (url) => {
    const demande = { url, fichier, acad: o.academie ?? config.academie, mail: o.pour!, simuler }
    console.log(rapportActions(await importerActionsEnCommande(demande), simuler))
  })
}
