import { existsSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Empechement } from '../src/platform/config.ts'
import { faireDossier } from '../src/platform/dossier.ts'
import { direDossierInutilisable } from '../src/platform/embedded.dossier.ts'
import { demarrerPostgres, serveurEnMarche } from '../src/platform/embedded.ts'

const MARQUE = '.preau-demonstration'
const TEXTE = 'Ce dossier a été créé par « preau demo » ; « preau demo --reset » efface tout ce qu’il contient.\n'

/** The demonstration only ever writes, and erases, in a folder that it found empty and marked. */
export async function prendreDossier(dossier: string) {
  if (existsSync(join(dossier, MARQUE))) return
  try {
    faireDossier(resolve(dossier))
    if ((await readdir(dossier)).length === 0) return await writeFile(join(dossier, MARQUE), TEXTE)
  } catch (cause) {
    throw direDossierInutilisable(dossier, cause)
  }
  throw new Empechement(
    `Le dossier ${dossier} n’est pas celui d’une démonstration : choisissez un dossier vide ou nouveau avec PREAU_DONNEES.`,
  )
}

/** Back to an empty marked folder. A folder that we did not mark was refused before. */
export async function viderDossier(dossier: string) {
  if (await serveurEnMarche(dossier)) await libererBase(dossier)
  const contenu = (await readdir(dossier)).filter((nom) => nom !== MARQUE)
  await Promise.all(contenu.map((nom) => rm(join(dossier, nom), { recursive: true, force: true })))
}

async function libererBase(dossier: string) {
  const base = await demarrerPostgres({ dossier })
  if (base.invite) throw dejaUtilise(dossier)
  await base.arreter()
}

export const dejaUtilise = (dossier: string) =>
  new Empechement(
    `Préau tourne déjà sur le dossier ${dossier} : arrêtez-le d’abord, ou choisissez un autre dossier avec PREAU_DONNEES.`,
  )
