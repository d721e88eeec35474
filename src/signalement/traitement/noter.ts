import { estUuid } from '#platform'
import { chiffrer, inscrire } from '#acces'
import { texteDe, type Verbe } from './envoi.ts'
import { Incomplet } from './ouvert.ts'
import * as sql from './traitement.sql.ts'

/** What colleagues need to know and the reporter does not: who was called, what was agreed. Also after the end. */
export const noter: Verbe = async (db, o, envoi) => {
  const texte = texteDe(envoi, 'note', 'Écrivez votre note.')
  const id = envoi.message ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'note', message: 'Rechargez la page, puis renvoyez votre note.' })
  const contenu = chiffrer(o.fil, 'note.contenu', id, texte)
  if ((await db.run(sql.noter, { acad: o.acad, id, fil: o.s.id, qualite: o.qualite, contenu })) === 1)
    await inscrire(db, o.acad, { fil: o.s.id, verbe: 'signalement.noter', par: o.moi.agent, qualite: o.qualite })
  return { fait: 'note' }
}
