import { estUuid, Introuvable, Refus } from '#platform'
import { anneeScolaireDe } from '#annuaire'
import { chiffrer } from '#acces'
import type { Acte } from '../agir.ts'
import { versionDe } from '../agir.ts'
import { jourSaisi, texte } from '../champs.ts'
import { accomplir, Incomplet } from '../dossier.ts'
import * as sql from './suivi.sql.ts'

/** The last day on which a measure may still hold without a dossier: the end of this school year. */
export const finAnnee = (jour: string): string => `${anneeScolaireDe(jour) + 1}-08-31`

/**
 * A measure that outlives the dossier (an adult to go and see until the summer): it has its last day and its reason, so that it is
 * not left hanging. Proposition: never beyond the school year, the adults who hold it change then.
 */
export const garder: Acte = async (db, o, envoi, mesure) => {
  if (mesure === undefined || !estUuid(mesure)) throw new Introuvable()
  const champ = `garde_${mesure}`
  const au = jourSaisi(envoi, `au_${mesure}`, false)
  if (au === null) throw new Incomplet({ champ: `au_${mesure}`, message: 'Dites jusqu’à quel jour.' })
  if (au < o.vu.jour || au > finAnnee(o.vu.jour))
    throw new Incomplet({ champ: `au_${mesure}`, message: 'Choisissez un jour entre aujourd’hui et la fin de l’année scolaire.' })
  const raison = texte(envoi, champ, 1000, 'Écrivez pourquoi elle est gardée, et qui s’en charge.')
  await accomplir(db, o, 'lever', { version: versionDe(envoi), fait: 'dossier.garder_mesure', detail: { mesure, au } })
  const garde = chiffrer(o.fil, 'mesure.garde', mesure, { raison })
  if ((await db.run(sql.garder, { acad: o.acad, fil: o.d.id, id: mesure, au, garde, jour: o.vu.jour })) === 0)
    throw new Refus('Cette mesure est déjà finie, ou déjà gardée.')
  return { fait: 'garde' }
}
