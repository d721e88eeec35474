import { enProprietaire } from '#annuaire'
import { Empechement, Refus } from '#platform'
import { importerActions, type Rapport } from './importer.ts'
import * as sql from './import.sql.ts'

export interface DemandeActions {
  /** Connects as a role that can be preau_proprietaire. */
  url: string
  fichier: string
  acad: string
  /** Address of the agent in whose name the actions are proposed. */
  mail: string
  simuler: boolean
}

/**
 * The operator's import: one transaction, undone when it is a rehearsal.
 * @throws Empechement with the sentence to show, and then nothing has changed.
 */
export async function importerActionsEnCommande(d: DemandeActions): Promise<Rapport> {
  try {
    return await enProprietaire(
      d.url,
      async (db) => {
        const [auteur] = await db.all(sql.auteur, { acad: d.acad, mail: d.mail })
        if (auteur === undefined)
          throw new Empechement(
            `« ${d.mail} » n’est pas l’adresse d’un agent de la communication, ou d’un référent ou responsable départemental en poste : rien n’a été importé.`,
          )
        return importerActions(
          db,
          { acad: d.acad, par: auteur.id, toute: auteur.toute, depts: auteur.depts ?? [], voitBrouillons: true },
          d.fichier,
        )
      },
      () => !d.simuler,
    )
  } catch (e) {
    throw e instanceof Refus ? new Empechement(e.message) : e
  }
}

const pluriel = (n: number, un: string, des: string): string => `${n.toLocaleString('fr-FR')} ${n > 1 ? des : un}`

/** The report that the operator reads. */
export function rapportActions(r: Rapport, simule: boolean): string {
  const tete = simule ? 'Simulation : rien n’a été écrit. ' : r.ajoutees.length === 0 ? 'Rien n’a changé. ' : ''
  return [
    `${tete}${pluriel(r.lignes, 'ligne lue', 'lignes lues')}.`,
    `  ${pluriel(r.ajoutees.length, 'action proposée', 'actions proposées')}`,
    `  ${pluriel(r.deja, 'déjà là, laissée comme elle est', 'déjà là, laissées comme elles sont')}`,
    r.refus.length === 0 ? 'Aucune ligne refusée.' : `${pluriel(r.refus.length, 'ligne refusée', 'lignes refusées')} :`,
    ...r.refus.map((x) => `  ligne ${x.ligne} : ${x.motif}`),
  ]
    .join('\n')
    .replace(/ (?=[:;!?»])/g, '\u00a0')
    .replace(/(?<=«) /g, '\u00a0')
}
