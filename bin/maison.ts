import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ACADEMIES } from '#annuaire'
import { closeBase, Empechement, openBase, ouvrirJournal, ouvrirTrousseau, urlDePorte, type Config, type Maison } from '#platform'
import { ouvrirBaseDe } from './base.ts'
import { verifierMigrations } from '../src/acces/preconditions.ts'
import { expliquer } from './expliquer.ts'

/** A production command never works on the folder of a demonstration: its keys and its clock are toys. */
export function refuserDemonstration({ donnees, env }: Config): void {
  if (env === 'demonstration' || existsSync(join(donnees, '.preau-demonstration')))
    throw new Empechement(
      `Le dossier ${donnees} est celui d’une démonstration : choisissez-en un autre avec PREAU_DONNEES, ou lancez « preau demo ».`,
    )
}

/** An unknown code would open an academy that no school belongs to. */
export function connaitreAcademie({ academie }: Config): void {
  if (!Object.hasOwn(ACADEMIES, academie))
    throw new Empechement(`PREAU_ACADEMIE vaut « ${academie} » : aucune académie n’a ce code. Toulouse est 16.`)
}

/** Without it nothing opens, and a new one in its place would open nothing either. */
export function exigerCles({ cles }: Config): void {
  if (!existsSync(cles))
    throw new Empechement(
      `Le fichier des clés ${cles} n’existe pas : remettez-le depuis votre sauvegarde, ou lancez « preau migrate » si cette installation est neuve.`,
    )
}

/** The house without its screens, for a command: the database, the keys, the log. */
export async function ouvrirAtelier(config: Config): Promise<{ maison: Maison; arreter(): Promise<void> }> {
  exigerCles(config)
  const trousseau = ouvrirTrousseau(config.cles)
  const postgres = await ouvrirBaseDe(config)
  const base = openBase((porte) => urlDePorte(postgres.url, trousseau, porte))
  const arreter = async (): Promise<void> => {
    await closeBase(base)
    await postgres.arreter()
  }
  try {
    await verifierMigrations(base, 'job')
  } catch (erreur) {
    await arreter()
    throw expliquer(erreur)
  }
  return { maison: { config, base, trousseau, journal: ouvrirJournal(config.journal) }, arreter }
}

/** For people: with the spaces of French before its signs. */
export const dire = (texte: string): void => console.log(texte.replace(/ (?=[:;!?»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0'))
