import { Empechement, type Config, type Trousseau } from '#platform'
import { etatDeLaBase, finir } from './planter.ts'

export { codesDeDemonstration } from './codes.ts'
export { comptes } from './comptes.ts'
export { demarrerIdentite } from './identite/index.ts'

export interface Chantier {
  config: Config
  /** Connects as a role that may create roles, to the application's database. */
  url: string
  trousseau: Trousseau
}

/**
 * Fills an empty database with the demonstration académie: invented people and schools in the eight real départements, and
 * what they told and did these last weeks. The stories go through the application's own verbs, with its clock moved.
 * A loading that was interrupted is begun again; one that ended is never repeated.
 * @throws Empechement in production, or in a database where somebody else works.
 */
export async function chargerDemonstration(c: Chantier, detail: (texte: string) => void): Promise<{ charge: boolean }> {
  if (c.config.env === 'production')
    throw new Empechement(
      'L’académie de démonstration ne se charge pas en production : ses personnes et ses écoles sont inventées.',
    )
  const etat = await etatDeLaBase(c.url)
  if (etat === 'finie') return { charge: false }
  if (etat === 'habitee')
    throw new Empechement(
      'Cette base contient déjà un annuaire : la démonstration ne s’y mêle pas. Donnez une base vide dans DATABASE_URL, ou retirez cette variable.',
    )
  // Only here: a second start has nothing to tell.
  const { conter } = await import('./conter.ts')
  await conter(c, detail)
  await finir(c.url)
  return { charge: true }
}
