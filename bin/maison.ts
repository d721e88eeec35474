import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ACADEMIES } from '#annuaire'
import { closeBase, Empechement, openBase, ouvrirJournal, ouvrirTrousseau, urlDePorte, type Config, type Maison } from '#platform'
import { ouvrirBaseDe } from './base.ts'

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
    await base.job.query('select from machine.courriel limit 0')
  } catch (erreur) {
    await arreter()
    throw expliquer(erreur)
  }
  return { maison: { config, base, trousseau, journal: ouvrirJournal(config.journal) }, arreter }
}

const PAS_PRETE = ['28P01', '28000', '3D000', '3F000', '42P01', '42501']

/** What the database answered, as what to do. */
export function expliquer(erreur: unknown): unknown {
  const { code } = erreur as { code?: string }
  if (PAS_PRETE.includes(code ?? ''))
    return new Empechement(
      'La base de données n’est pas prête pour cette version, ou pour ces clés : lancez « preau migrate ».',
      {
        cause: erreur,
      },
    )
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return new Empechement('La base de données ne répond pas : vérifiez DATABASE_URL, et qu’elle est en marche.', {
      cause: erreur,
    })
  return erreur
}

/** For people: with the spaces of French before its signs. */
export const dire = (texte: string): void => console.log(texte.replace(/ (?=[:;!?»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0'))
