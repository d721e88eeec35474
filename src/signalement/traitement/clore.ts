import { Refus, uuidv7, type AgentDb, type Trousseau } from '#platform'
import { inscrire, type Moi } from '#acces'
import { notifierDeclarant } from '../courrier.ts'
import { CLOTURES } from '../vocabulaire.ts'
import { lettreDe, versionDe, type Verbe } from './envoi.ts'
import { devance, Incomplet, ouvrirPourAgir, pasClos, reserveAuxMandats, type Ouvert } from './ouvert.ts'
import { ecrire } from './repondre.ts'
import * as sql from './traitement.sql.ts'

export type MotifCloture = keyof typeof CLOTURES

interface Fin {
  motif: string
  /** Names the message: the same one sent twice closes once. */
  message: string | undefined
  texte: string
  version: number
}

async function fermer(db: AgentDb, o: Ouvert, { motif, message, texte, version }: Fin): Promise<void> {
  if (!(await ecrire(db, o, message, texte))) return
  if ((await db.run(sql.clore, { acad: o.acad, id: o.s.id, version, motif })) === 0) throw devance()
  await inscrire(db, o.acad, { fil: o.s.id, verbe: 'signalement.clore', par: o.moi.agent, qualite: o.qualite, detail: { motif } })
  if (o.s.contact === 'mail') await notifierDeclarant(db, o.acad, o.s.id, true)
}

/** A report whose dossier has ended is not closed in silence: the dossier is opened anew, or says why it is not. */
async function pasSansLeDossier(db: AgentDb, o: Ouvert): Promise<void> {
  const d = await db.maybe(sql.rattache, { acad: o.acad, fil: o.s.id })
  if (d !== null && ['clos', 'ecarte'].includes(d.etat))
    throw new Refus(
      `Le dossier ${d.numero} est fini. Rouvrez-le, ou dites pourquoi il le reste : c’est là que la réponse s’écrit.`,
    )
}

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
  const texte = lettreDe(envoi, 'dernier', 'Écrivez un dernier mot à la personne qui a signalé.')
  if (motif === 'dossier' && (await db.maybe(sql.rattache, { acad: o.acad, fil: o.s.id })) === null)
    throw new Incomplet({ champ: 'motif', message: 'Rattachez d’abord ce signalement au dossier où la suite se passe.' })
  await pasSansLeDossier(db, o)
  await fermer(db, o, { motif, message: envoi.message, texte, version: versionDe(envoi) })
  return { fait: 'clos' }
}

/** The last word of a report, written where its dossier ends: the answer goes into its dialogue, and it is closed. */
export async function dernierMot(
  db: AgentDb,
  qui: { t: Trousseau; moi: Moi },
  id: string,
  mot: { motif: MotifCloture; texte: string },
): Promise<void> {
  const o = await ouvrirPourAgir(db, qui.t, qui.moi, id)
  if (o.s.etat === 'clos') return
  reserveAuxMandats(o)
  await fermer(db, o, { ...mot, message: uuidv7(), version: o.s.version })
}
