import { clock } from '#platform'
import { conterActions } from './actions.ts'
import { conterDossiers } from './dossiers.ts'
import type { Chantier } from './index.ts'
import { planter, planterCalendrier } from './planter.ts'
import { conterRessources } from './ressources.ts'
import { fermerScene, ouvrirScene } from './scene.ts'
import { conterSignalements } from './signalements.ts'
import { tenirPresent } from './temps.ts'

/** Everybody in their place, then what happened to them, with the clock moved. */
export async function conter(c: Chantier, detail: (texte: string) => void): Promise<void> {
  detail('territoires, écoles et agents')
  const scene = ouvrirScene(c.config, c.url, c.trousseau, await planter(c.url))
  await planterCalendrier(c.url)
  tenirPresent(clock.now())
  try {
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
