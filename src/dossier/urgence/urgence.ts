import { urgencesLevees, type Urgence } from '#signalement'
import type { Acte } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { alerter, DANGERS, echeanceDanger } from '../danger.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import * as sql from '../dossier.sql.ts'
import { noterPourquoi } from '../escalade/escalade.ts'
import { exiger } from '../protocole/peut.ts'

/** Since the dossier was last opened: what may be put back. */
export const levees = (o: Dossier): Urgence[] => urgencesLevees(o.d.urgences, o.vu.faits, 'dossier.lever_urgence')

const parmiCelles = (codes: readonly string[]): Readonly<Record<Urgence, unknown>> =>
  Object.fromEntries(codes.map((code) => [code, true])) as Record<Urgence, unknown>

/** The reason to come first no longer holds, or never did: it leaves the lists, and why is written. */
export const leverUrgence: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'changer_urgence', o.situation)
  const urgence = parmi(envoi, 'urgence', parmiCelles(o.d.urgences), 'Choisissez l’urgence qui n’en est plus une.')
  const raison = texte(envoi, 'raison_lever', 1000, 'Écrivez ce qui a été vérifié, et auprès de qui.')
  if ((await db.run(sql.oterUrgence, { acad: o.acad, id: o.d.id, urgence })) === 0)
    throw new Incomplet({ champ: 'urgence', message: 'Cette urgence est déjà levée.' })
  const note = await noterPourquoi(db, o, raison)
  await accomplir(db, o, 'changer_urgence', { fait: 'dossier.lever_urgence', detail: { urgence, note } })
  return { fait: 'urgence_levee' }
}

/** It holds after all: in every list again, and told like the first time. */
export const remettreUrgence: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'changer_urgence', o.situation)
  const urgence = parmi(envoi, 'levee', parmiCelles(levees(o)), 'Choisissez l’urgence à remettre.')
  const raison = texte(envoi, 'raison_remettre', 1000, 'Écrivez pourquoi elle revient.')
  const note = await noterPourquoi(db, o, raison)
  await accomplir(db, o, 'changer_urgence', {
    fait: 'dossier.remettre_urgence',
    detail: { urgence, note },
    ...(DANGERS.has(urgence) && { echeance: echeanceDanger() }),
  })
  await alerter(db, o, [urgence])
  return { fait: 'urgence_remise' }
}
