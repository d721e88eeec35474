import { inscrire } from '#acces'
import { notifierDeclarant } from '../courrier.ts'
import { CLOTURES } from '../vocabulaire.ts'
import { texteDe, versionDe, type Verbe } from './envoi.ts'
import { devance, Incomplet, pasClos, reserveAuxMandats } from './ouvert.ts'
import { ecrire } from './repondre.ts'
import * as sql from './traitement.sql.ts'

/**
 * The end of a report: a reason from the list, and a last word to the person who told. The sealed contact is not erased here:
 * the last notice must still leave, and the mail job erases the address once it has (model « derniere_reponse »).
 */
export const clore: Verbe = async (db, o, envoi) => {
  pasClos(o)
  reserveAuxMandats(o)
  const motif = envoi.motif ?? ''
  if (!Object.hasOwn(CLOTURES, motif))
    throw new Incomplet({ champ: 'motif', message: 'Choisissez pourquoi ce signalement est clos.' })
  const texte = texteDe(envoi, 'dernier', 'Écrivez un dernier mot à la personne qui a signalé.')
  if (motif === 'dossier' && (await db.maybe(sql.rattache, { acad: o.acad, fil: o.s.id })) === null)
    throw new Incomplet({ champ: 'motif', message: 'Rattachez d’abord ce signalement au dossier où la suite se passe.' })
  if (!(await ecrire(db, o, envoi.message, texte))) return { fait: 'clos' }
  if ((await db.run(sql.clore, { acad: o.acad, id: o.s.id, version: versionDe(envoi), motif })) === 0) throw devance()
  await inscrire(db, o.acad, { fil: o.s.id, verbe: 'signalement.clore', par: o.moi.agent, qualite: o.qualite, detail: { motif } })
  if (o.s.contact === 'mail') await notifierDeclarant(db, o.acad, o.s.id, true)
  return { fait: 'clos' }
}
