import { parseArgs } from 'node:util'
import { avancement, importerAnnuaire, rapportImport } from '#annuaire'
import { Empechement, lireConfig } from '#platform'
import { avecBase } from '../base.ts'

export const resume = 'importe l’annuaire officiel des établissements (CSV de l’Éducation nationale)'
export const aide = `Usage : preau annuaire import FICHIER [options]

Importe l’annuaire de l’éducation : le fichier CSV « fr-en-annuaire-education » de data.education.gouv.fr.
Écoles, collèges, lycées, EREA, circonscriptions et bassins sont créés ou mis à jour en une seule fois :
tout passe, ou rien. Chaque ligne refusée est donnée avec son numéro et sa raison, le reste entre.
Un établissement qui n’est plus dans le fichier est fermé, jamais effacé.

Options
  --simuler          montre ce qui changerait, sans rien écrire
  --academie CODE    académie à prendre (sinon PREAU_ACADEMIE)
  --toutes           toutes les académies du fichier
  --sans-fermer      ne ferme pas les établissements absents (fichier partiel)
  --fermer-beaucoup  accepte de fermer plus d’un établissement sur vingt
  --deplacer-beaucoup  accepte que plus d’une école sur dix change de circonscription`

const OPTIONS = {
  simuler: { type: 'boolean' },
  academie: { type: 'string' },
  toutes: { type: 'boolean' },
  'sans-fermer': { type: 'boolean' },
  'fermer-beaucoup': { type: 'boolean' },
  'deplacer-beaucoup': { type: 'boolean' },
} as const

export async function run(args: string[]): Promise<void> {
  const { values: options, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const [verbe, fichier, ...trop] = positionals
  if (verbe !== 'import' || fichier === undefined || trop.length > 0)
    throw Object.assign(new Empechement('Il faut « preau annuaire import FICHIER » : « preau annuaire --help » explique.'), {
      code: 2,
    })
  const config = lireConfig()
  await avecBase(config, async (url) => {
    const bilan = await importerAnnuaire({
      url,
      fichier,
      acad: options.toutes ? null : (options.academie ?? config.academie),
      simuler: options.simuler === true,
      sansFermer: options['sans-fermer'] === true,
      fermerBeaucoup: options['fermer-beaucoup'] === true,
      deplacerBeaucoup: options['deplacer-beaucoup'] === true,
      surAvance: avancement(),
    })
    console.log(rapportImport(bilan))
  })
}

/** The database of DATABASE_URL, or the embedded one: started for the time of the import when nobody has. */
