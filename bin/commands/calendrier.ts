import { parseArgs } from 'node:util'
import { importerCalendrier, rapportCalendrier } from '#annuaire'
import { Empechement, lireConfig } from '#platform'
import { avecBase } from '../base.ts'

export const resume = 'importe le calendrier scolaire et les jours fériés (CSV publiés par l’État)'
export const aide = `Usage : preau calendrier import FICHIER... [options]

Importe les jours sans classe, dont dépendent toutes les échéances comptées en jours de classe :
  le calendrier scolaire, « fr-en-calendrier-scolaire » de data.education.gouv.fr ;
  les jours fériés, « jours_feries » de data.gouv.fr.
Chaque fichier est reconnu à ses colonnes ; les deux peuvent être donnés ensemble. Tout passe, ou rien.
Chaque année que le fichier apporte est remplacée en entier, les autres restent. Chaque ligne refusée
est donnée avec son numéro et sa raison, le reste entre.

Options
  --essai            montre ce qui changerait, sans rien écrire (aussi : --simuler)
  --academie CODE    académie à prendre (sinon PREAU_ACADEMIE)
  --toutes           toutes les académies de cette base
  --retirer          accepte qu’une année déjà connue perde plus de la moitié de ses périodes`

const OPTIONS = {
  essai: { type: 'boolean' },
  simuler: { type: 'boolean' },
  academie: { type: 'string' },
  toutes: { type: 'boolean' },
  retirer: { type: 'boolean' },
} as const

export async function run(args: string[]): Promise<void> {
  const { values: options, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const [verbe, ...fichiers] = positionals
  if (verbe !== 'import' || fichiers.length === 0)
    throw Object.assign(new Empechement('Il faut « preau calendrier import FICHIER » : « preau calendrier --help » explique.'), {
      code: 2,
    })
  const config = lireConfig()
  await avecBase(config, async (url) => {
    const bilan = await importerCalendrier({
      url,
      fichiers,
      acad: options.toutes ? null : (options.academie ?? config.academie),
      simuler: options.essai === true || options.simuler === true,
      retirer: options.retirer === true,
    })
    console.log(rapportCalendrier(bilan))
  })
}
