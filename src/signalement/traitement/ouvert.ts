import { Conflit, estUuid, Introuvable, Refus, type AgentDb, type Trousseau } from '#platform'
import { lireFil, qualite, type Fait, type Fil, type Moi } from '#acces'
import { parMandat } from '../boite/portee.ts'
import { lireContenu, type Contenu } from '../contenu.ts'
import { acteur, PHRASES } from './histoire.ts'
import { dateHeure } from './quand.ts'
import * as sql from './traitement.sql.ts'

/** A report that this agent may see, opened with its key: what every verb works on. */
export interface Ouvert {
  acad: string
  moi: Moi
  t: Trousseau
  s: sql.SignalementRow
  fil: Fil
  contenu: Contenu
  /** False: only granted, one report to one person. Then one reads and answers, and nothing else. */
  parMandat: boolean
  qualite: string
}

/** Joined to a dossier whose cover comes first for this agent: why they open it is asked there. */
export class DossierDabord extends Error {
  readonly numero: string
  readonly signalement: string
  /** Why what was sent could not be done, which is said all the same. */
  refus: Refus | undefined
  constructor(numero: string, signalement: string) {
    super('the dossier asks a motive before its report is read')
    this.numero = numero
    this.signalement = signalement
  }
}

/** A report to read. @throws Introuvable when it does not exist for this agent; DossierDabord. */
export async function ouvrir(db: AgentDb, t: Trousseau, moi: Moi, id: string): Promise<Ouvert> {
  const o = await ouvrirPourAgir(db, t, moi, id)
  if (o.s.a_motiver !== null) throw new DossierDabord(o.s.a_motiver, id)
  return o
}

/** A report to act in: an act shows nothing of it, and signs itself by its fact. @throws Introuvable when it does not exist for this agent. */
export async function ouvrirPourAgir(db: AgentDb, t: Trousseau, moi: Moi, id: string): Promise<Ouvert> {
  if (!estUuid(id)) throw new Introuvable()
  const s = await db.maybe(sql.signalement, { acad: moi.acad, id })
  if (s === null) throw new Introuvable()
  const fil = await lireFil(db, t, moi.acad, id)
  return {
    acad: moi.acad,
    moi,
    t,
    s,
    fil,
    contenu: lireContenu(fil, s.contenu),
    parMandat: parMandat(moi, s),
    qualite: qualite(moi, s),
  }
}

/** What an agent typed cannot be taken yet: a sentence for each field. */
export class Incomplet extends Refus {
  readonly erreurs: readonly { champ: string; message: string }[]
  constructor(...erreurs: { champ: string; message: string }[]) {
    super(erreurs[0]!.message, 422)
    this.erreurs = erreurs
  }
}

export const reserveAuxMandats = (o: Ouvert): void => {
  if (!o.parMandat)
    throw new Refus(
      'Ce signalement vous a été confié : vous pouvez le lire et y répondre. Le reste revient à qui vous l’a confié.',
    )
}

/** An adult of the school is named, by the answers or by whoever handed it up for that: no school receives it, nor its équipe. */
export const adulteEnCause = (s: { auteurs: string | null; urgences: readonly string[] }): boolean =>
  s.auteurs === 'adulte' || s.urgences.includes('adulte_mis_en_cause')

export const pasClos = (o: Ouvert): void => {
  if (o.s.etat === 'clos')
    throw new Refus(`Ce signalement a été clos par ${o.s.clos_prenom} ${o.s.clos_nom}, ${dateHeure(o.s.clos_le!)}.`)
}

/** Somebody else was first. Who, what and when are read afterwards, once this transaction is undone. */
export const devance = (): Conflit => new Conflit('Ce signalement a changé pendant que vous écriviez.')

/** The sentence of a conflict: the last thing that was done, by whom. Nothing was written over. */
export function phraseDevance(faits: readonly Fait[]): string {
  const dernier = faits.findLast((f) => f.verbe !== 'signalement.lire')
  if (dernier === undefined) return 'Ce signalement a changé pendant que vous écriviez. Relisez-le, puis recommencez.'
  const quoi = PHRASES[dernier.verbe]?.dire(dernier.detail as Record<string, unknown>)
  return `Entre-temps, ${dateHeure(dernier.le)} : « ${quoi} », ${acteur(dernier)}. Rien n’a été remplacé ; ce que vous aviez écrit est resté ici. Relisez, puis recommencez s’il le faut.`
}
