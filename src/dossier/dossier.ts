import { clock, Conflit, Introuvable, Refus, type AgentDb, type Trousseau } from '#platform'
import { dechiffrer, faitsDuFil, inscrire, lireFil, qualite, type Fait, type Fil, type Moi, type NouveauFait } from '#acces'
import { jourOuvre, lireCalendrier, type Calendrier } from '#annuaire'
import { jourDe, notifierAgent, porteeDe } from '#signalement'
import * as sql from './dossier.sql.ts'
import { echeanceDe, type Classe } from './echeance.ts'
import * as escaladeSql from './escalade/escalade.sql.ts'
import { SansMotif } from './motif/sans.ts'
import { lireNumero } from './numero.ts'
import { Memes } from './personne/meme.ts'
import { confierPrevus, prevusDe, toutAnnuler, type Prevu } from './prevu/prevu.ts'
import { exiger, type Situation } from './protocole/peut.ts'
import { acquis, type Vu } from './protocole/prealables.ts'
import { FINIS, type Regle, type Verbe } from './protocole/protocole.ts'
import { reglagesDe, type ReglagesAcad } from './protocole/reglages.ts'
import { enAttenteDe } from './transmission/attente.ts'

export interface Identite {
  nom: string
  /** Class, post, link to the others. */
  precision: string
  /** Other names, nicknames, pseudonyms: texts that leave the house are searched for them too. */
  autres?: string
}

/** A dossier that this agent may see, opened with its key. */
export interface Dossier {
  acad: string
  moi: Moi
  t: Trousseau
  d: sql.ParNumeroRow
  fil: Fil
  resume: string
  roles: sql.RolesRow[]
  /** Its whole history, oldest first. */
  faits: Fait[]
  /** Entries of one person, noted twice. */
  memes: Memes
  /** Planned and not done, soonest first. */
  prevus: Prevu[]
  reglages: ReglagesAcad
  /** The school calendar of this académie. */
  calendrier: Calendrier
  /** Which of its days are school days. */
  classe: Classe
  vu: Vu
  situation: Situation
  qualite: string
}

/** What was written since the dossier was last opened anew. */
function depuisOuverture(faits: Fait[]): Fait[] {
  const rang = faits.findLastIndex((f) => f.verbe === 'dossier.rouvrir')
  return rang < 0 ? faits : faits.slice(rang)
}

/** What a dossier says outside: nothing of it is opened yet. @throws Introuvable when it does not exist for this agent. */
export async function couvertureDe(db: AgentDb, moi: Moi, texte: string): Promise<sql.ParNumeroRow> {
  const numero = lireNumero(texte)
  const { etabs, circos } = porteeDe(moi)
  const d = numero === null ? null : await db.maybe(sql.parNumero, { acad: moi.acad, numero, moi: moi.agent, etabs, circos })
  if (d === null) throw new Introuvable()
  return d
}

/** A dossier to read. @throws Introuvable; SansMotif when its reader has no part in it and has not said why. */
export async function dossierDe(db: AgentDb, t: Trousseau, moi: Moi, texte: string): Promise<Dossier> {
  const d = await couvertureDe(db, moi, texte)
  if (d.a_motiver) throw new SansMotif(d)
  return ouvrir(db, t, moi, d)
}

/**
 * A dossier to act in: an act shows nothing of it, and signs itself by its fact. So what somebody was writing when their motive ended
 * is not lost. Whatever answers with words of the dossier reads it, and asks `dossierDe`.
 */
export const dossierPourAgir = async (db: AgentDb, t: Trousseau, moi: Moi, texte: string): Promise<Dossier> =>
  ouvrir(db, t, moi, await couvertureDe(db, moi, texte))

async function ouvrir(db: AgentDb, t: Trousseau, moi: Moi, d: sql.ParNumeroRow): Promise<Dossier> {
  const ou = { acad: moi.acad, fil: d.id }
  const [fil, tousRoles, reunies, liens, faits, mesures, promis, lignes, calendrier] = await Promise.all([
    lireFil(db, t, moi.acad, d.id),
    db.all(sql.roles, ou),
    db.all(sql.reunies, ou),
    db.all(sql.liensEnBref, ou),
    faitsDuFil(db, moi.acad, d.id),
    db.all(sql.mesuresEnBref, ou),
    prevusDe(db, ou),
    db.all(sql.reglages, { acad: moi.acad }),
    lireCalendrier(db, moi.acad),
  ])
  const reglages = reglagesDe(lignes)
  const memes = new Memes(reunies)
  const [roles, prevus] = [memes.lignes(tousRoles), memes.lignes(promis)]
  const vu: Vu = {
    roles,
    liens: memes.liens(liens),
    faits: memes.lignes(depuisOuverture(faits)),
    mesures,
    enAttente: enAttenteDe(faits),
    prevus,
    reglages,
    jour: jourDe(clock.now()),
  }
  return {
    acad: moi.acad,
    moi,
    t,
    d,
    fil,
    resume: dechiffrer<{ texte: string }>(fil, 'dossier.resume', d.id, d.resume).texte,
    roles,
    faits,
    memes,
    prevus,
    reglages,
    calendrier,
    classe: (jour) => jourOuvre(calendrier, jour),
    vu,
    situation: { ...d, acquis: acquis(vu), enAttente: vu.enAttente },
    qualite: qualite(moi, d),
  }
}

/** What an agent typed cannot be taken yet: a sentence for each field. */
export class Incomplet extends Refus {
  readonly erreurs: readonly { champ: string; message: string }[]
  constructor(erreurs: { champ: string; message: string } | { champ: string; message: string }[], statut: 409 | 422 = 422) {
    const liste = [erreurs].flat()
    super(liste[0]!.message, statut)
    this.erreurs = liste
  }
}

/** A fact of this dossier (or of the thread given as `d`), by whoever works in it: in the transaction of its act. */
export const consigner = (
  db: AgentDb,
  o: Pick<Dossier, 'acad' | 'moi' | 'qualite'> & { d: { id: string } },
  verbe: string,
  detail: NonNullable<NouveauFait['detail']> = {},
): Promise<void> => inscrire(db, o.acad, { fil: o.d.id, verbe, par: o.moi.agent, qualite: o.qualite, detail })

export interface Acte {
  /** The version on the screen, when what others did meanwhile must stop the act; absent: the act only adds, and merges. */
  version?: number
  fait: string
  detail?: NouveauFait['detail']
  responsable?: string
  /** A date that was agreed on: followed when it comes before the one of the table. */
  echeance?: Date
}

/** When the next act is due, by the rule: null leaves the due date where it is. */
function prochaine(o: Dossier, regle: Regle, convenue: Date | undefined): Date | null {
  const prevue = regle.delai === undefined ? null : echeanceDe(regle.delai, o.reglages, o.classe)
  // Taking it in charge protects from nothing yet: what comes first stays due when it was, school or not.
  const tenue = regle.delai === 'protection' && o.d.urgences.length > 0 ? (o.d.echeance ?? undefined) : undefined
  const avant = [convenue, tenue].filter((d) => d !== undefined && (prevue === null || d < prevue)).map(Number)
  return avant.length > 0 ? new Date(Math.min(...avant)) : prevue
}

/** It ends: nothing stays promised, and whoever was asked something about it is told that no answer is awaited. */
async function finir(db: AgentDb, o: Dossier): Promise<void> {
  await toutAnnuler(db, o)
  for (const { id, nature, a } of await db.all(escaladeSql.rappelerTout, { acad: o.acad, fil: o.d.id })) {
    await consigner(db, o, 'dossier.rappeler_offre', { offre: id, nature })
    if (a !== o.moi.agent) await notifierAgent(db, o.acad, o.d.id, a, 'nouveau')
  }
}

/**
 * One act of the protocol: the table says yes, the dossier moves with its due date, the fact is written. All in the caller's
 * transaction; when somebody else was first, nothing happens.
 */
export async function accomplir(db: AgentDb, o: Dossier, verbe: Verbe, acte: Acte, essais = 3): Promise<Regle> {
  const regle = exiger(o.moi, verbe, o.situation)
  const n = await db.run(sql.avancer, {
    acad: o.acad,
    id: o.d.id,
    version: acte.version ?? null,
    avant: o.d.etat,
    etat: regle.vers,
    echeance: prochaine(o, regle, acte.echeance),
    responsable: acte.responsable ?? null,
  })
  if (n === 0) {
    if (acte.version !== undefined || essais === 0) throw new Conflit('Ce dossier a changé pendant que vous écriviez.')
    // What only adds follows the dossier where a colleague has just moved it, if the table still says yes there.
    return accomplir(db, await dossierPourAgir(db, o.t, o.moi, o.d.numero), verbe, acte, essais - 1)
  }
  if (acte.responsable !== undefined && acte.responsable !== o.d.responsable)
    await confierPrevus(db, o, o.d.responsable, acte.responsable)
  if (FINIS.has(regle.vers) && !FINIS.has(o.d.etat)) await finir(db, o)
  await consigner(db, o, acte.fait, acte.detail)
  return regle
}
