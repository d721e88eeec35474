import { estUuid, type AgentDb } from '#platform'
import { chiffrer, faitsDuFil, inscrire, type Fait } from '#acces'
import { prevenirEquipe } from '../courrier.ts'
import { premiereEcheance } from '../echeances.ts'
import { urgencesLevees } from '../levees.ts'
import { texteDe, versionDe, type Envoi, type Verbe } from './envoi.ts'
import { devance, Incomplet, pasClos, reserveAuxMandats, type Ouvert } from './ouvert.ts'
import * as sql from './traitement.sql.ts'

/** What may be put back in the head of the list. */
export const levees = (dites: readonly string[], faits: readonly Fait[]): string[] =>
  urgencesLevees(dites, faits, 'signalement.lever_urgence')

/** The reason stays between agents, as a note. False: this very form had been received already. */
async function direPourquoi(db: AgentDb, o: Ouvert, envoi: Envoi, raison: string, champ: string): Promise<boolean> {
  const id = envoi.message ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ, message: 'Rechargez la page, puis renvoyez.' })
  const contenu = chiffrer(o.fil, 'note.contenu', id, raison)
  return (await db.run(sql.noter, { acad: o.acad, id, fil: o.s.id, qualite: o.qualite, contenu })) === 1
}

const tracer = (db: AgentDb, o: Ouvert, f: { verbe: string; detail: { urgence: string; note: string } }): Promise<void> =>
  inscrire(db, o.acad, { fil: o.s.id, ...f, par: o.moi.agent, qualite: o.qualite })

/** Not, or no longer, a reason to be read first: out of the badges and of the head of the list; its due date stays. */
export const leverUrgence: Verbe = async (db, o, envoi) => {
  reserveAuxMandats(o)
  pasClos(o)
  const urgence = envoi.urgence ?? ''
  if (!o.s.urgences.includes(urgence))
    throw new Incomplet({ champ: 'urgence', message: 'Choisissez l’urgence qui n’en est plus une.' })
  const raison = texteDe(envoi, 'raison_lever', 'Écrivez ce qui a été vérifié, et auprès de qui.')
  if (!(await direPourquoi(db, o, envoi, raison, 'raison_lever'))) return { fait: 'urgence_levee' }
  const urgences = o.s.urgences.filter((u) => u !== urgence)
  if (
    (await db.run(sql.changerUrgences, { acad: o.acad, id: o.s.id, version: versionDe(envoi), urgences, echeance: null })) === 0
  )
    throw devance()
  await tracer(db, o, { verbe: 'signalement.lever_urgence', detail: { urgence, note: envoi.message! } })
  return { fait: 'urgence_levee' }
}

/** It holds after all: due like an urgent one, and told to those who hold it. */
export const remettreUrgence: Verbe = async (db, o, envoi) => {
  reserveAuxMandats(o)
  pasClos(o)
  const urgence = envoi.levee ?? ''
  if (!levees(o.s.urgences, await faitsDuFil(db, o.acad, o.s.id)).includes(urgence))
    throw new Incomplet({ champ: 'levee', message: 'Choisissez l’urgence à remettre.' })
  const raison = texteDe(envoi, 'raison_remettre', 'Écrivez pourquoi elle revient.')
  if (!(await direPourquoi(db, o, envoi, raison, 'raison_remettre'))) return { fait: 'urgence_remise' }
  const urgences = [...o.s.urgences, urgence]
  const change = { acad: o.acad, id: o.s.id, version: versionDe(envoi), urgences, echeance: premiereEcheance(urgences) }
  if ((await db.run(sql.changerUrgences, change)) === 0) throw devance()
  await tracer(db, o, { verbe: 'signalement.remettre_urgence', detail: { urgence, note: envoi.message! } })
  const { niveau, etab, circo, dept } = o.s
  await prevenirEquipe(db, { acad: o.acad, fil: o.s.id, niveau, etab, circo, dept }, 'urgent')
  return { fait: 'urgence_remise' }
}
