import { lireCalendrier } from '#annuaire'
import { clock, transaction } from '#platform'
import { conterActions } from './actions.ts'
import { conterDossiers } from './dossiers.ts'
import { conterGrille } from './grille.ts'
import type { Chantier } from './index.ts'
import { planter, planterCalendrier } from './planter.ts'
import { conterRessources } from './ressources.ts'
import { fermerScene, ouvrirScene } from './scene.ts'
import { conterSignalements } from './signalements.ts'
import { suivreCalendrier, tenirPresent } from './temps.ts'

/** Everybody in their place, then what happened to them, with the clock moved. */
export async function conter(c: Chantier, detail: (texte: string) => void): Promise<void> {
  detail('territoires, écoles et agents')
  const scene = ouvrirScene(c.config, c.url, c.trousseau, await planter(c.url))
  await planterCalendrier(c.url)
  suivreCalendrier(await transaction(scene.maison.base, 'public', {}, (db) => lireCalendrier(db, c.config.academie)))
  tenirPresent(clock.now())
  try {
    await conterGrille(scene)
    await conterSignalements(scene, detail)
    await conterDossiers(scene, detail)
    await conterActions(scene, detail)
    await conterRessources(scene, detail)
  } finally {
    clock.set(null)
    tenirPresent(null)
    await fermerScene(scene)
  }
}
