import { clock, estUuid, HEURE, plus, type AgentDb } from '#platform'
import { inscrire } from '#acces'
import { chiffrerMessage } from '../contenu.ts'
import { notifierDeclarant } from '../courrier.ts'
import { ECHEANCES } from '../echeances.ts'
import { lettreDe, versionDe, type Verbe } from './envoi.ts'
import { devance, Incomplet, pasClos, type Ouvert } from './ouvert.ts'
import { prendreEnCharge } from './prendre.ts'
import * as sql from './traitement.sql.ts'

/** Writes a message to the reporter. False: this very message had been sent already (double click, reload). */
export async function ecrire(db: AgentDb, o: Ouvert, message: string | undefined, texte: string): Promise<boolean> {
  if (message === undefined || !estUuid(message))
    throw new Incomplet({ champ: 'texte', message: 'Rechargez la page, puis renvoyez votre message.' })
  const contenu = chiffrerMessage(o.fil, message, texte)
  return (await db.run(sql.ecrire, { acad: o.acad, id: message, fil: o.s.id, qualite: o.qualite, contenu })) === 1
}

/** An answer to the person who told. Whoever answers a report that nobody has, has it. */
export const repondre: Verbe = async (db, o, envoi) => {
  pasClos(o)
  const texte = lettreDe(envoi, 'texte', 'Écrivez votre réponse.')
  if (!(await ecrire(db, o, envoi.message, texte))) return { fait: 'repondu' }
  let version = versionDe(envoi)
  if (o.s.etat === 'recu') await prendreEnCharge(db, o, version++)
  const echeance = plus(clock.now(), ECHEANCES.suivi.heures * HEURE)
  if ((await db.run(sql.repondu, { acad: o.acad, id: o.s.id, version, echeance })) === 0) throw devance()
  await inscrire(db, o.acad, {
    fil: o.s.id,
    verbe: 'signalement.repondre',
    par: o.moi.agent,
    qualite: o.qualite,
    detail: { message: envoi.message! },
  })
  if (o.s.contact === 'mail') await notifierDeclarant(db, o.acad, o.s.id)
  return { fait: 'repondu' }
}
