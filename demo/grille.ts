import { envoyer, ouvrirPage, type Scene } from './scene.ts'
import { champ } from './gestes.dossier.ts'
import { ilYA, jourIso } from './temps.ts'

const ICI = '/reglages/grille'

/** The académie asks one question of the grid in other words; what was filled before keeps the words that it was asked in. */
export async function conterGrille(s: Scene): Promise<void> {
  const quand = ilYA(12, '10:15')
  await envoyer(s, quand, 'helene', `${ICI}/brouillon`, { depuis: '2026-2' })
  const tenue = async (): Promise<string> => champ('revision', await ouvrirPage(s, quand, 'helene', ICI))
  await envoyer(s, quand, 'helene', `${ICI}/questions/groupe`, {
    revision: await tenue(),
    question_groupe: 'Que font les autres élèves, ceux qui voient ?',
    aide_groupe: 'Rire, filmer, se taire, aller chercher un adulte : dites ce que vous avez vu ou entendu.',
  })
  await envoyer(s, quand, 'helene', `${ICI}/publication`, {
    revision: await tenue(),
    du: jourIso(quand),
    raison: 'Plusieurs équipes demandaient ce que « le groupe » voulait dire.',
  })
}
