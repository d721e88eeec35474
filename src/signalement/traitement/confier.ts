import { estUuid, Refus, uuidv7 } from '#platform'
import { inscrire } from '#acces'
import { notifierAgent } from '../courrier.ts'
import type { Verbe } from './envoi.ts'
import { adulteEnCause, Incomplet, pasClos, reserveAuxMandats } from './ouvert.ts'
import * as sql from './traitement.sql.ts'

/** Opens this one report to one member of the school's own équipe ressource. */
export const confier: Verbe = async (db, o, envoi) => {
  pasClos(o)
  reserveAuxMandats(o)
  if (adulteEnCause(o.s))
    throw new Refus('Un adulte de l’établissement est mis en cause : ce signalement ne peut pas être confié à son équipe.')
  const equipe = await db.all(sql.equipe, { acad: o.acad, etab: o.s.etab })
  const membre = equipe.find((m) => m.id === envoi.agent)
  if (membre === undefined || !estUuid(membre.id))
    throw new Incomplet({ champ: 'agent', message: 'Choisissez une personne de l’équipe de cet établissement.' })
  const voient = await db.all(sql.lecteurs, { fil: o.s.id })
  if (voient.some((v) => v.agent === membre.id)) throw new Refus(`${membre.prenom} ${membre.nom} voit déjà ce signalement.`)
  const { fait } = await db.one(sql.octroyer, { id: uuidv7(), fil: o.s.id, agent: membre.id, motif: 'equipe_ressource' })
  if (!fait) throw new Refus('Ce signalement n’a pas pu être confié.')
  await inscrire(db, o.acad, {
    fil: o.s.id,
    verbe: 'signalement.confier',
    par: o.moi.agent,
    qualite: o.qualite,
    detail: { agent: membre.id },
  })
  await notifierAgent(db, o.acad, o.s.id, membre.id, 'nouveau')
  return { fait: 'confie' }
}
