import { estUuid, Introuvable, nouvelleCle, Refus, type AgentDb, type Trousseau } from '#platform'
import { chiffrer, dechiffrer, faitsDuFil, inscrire, lireFil, ouvrirFil, qualite, type Fait, type Fil, type Moi } from '#acces'
import { notifierAgent, notifierEquipe, porteeDe } from '#signalement'
import { lireAccord, type Accord } from '../accord/accord.ts'
import { versionDe, type Envoi } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { Incomplet, type Dossier } from '../dossier.ts'
import { echeanceDe, finDeJournee, tempsDe } from '../echeance.ts'
import * as sql from './appui.sql.ts'

export const NATURES_APPUI = {
  conseil: { libelle: 'Un conseil' },
  appel: { libelle: 'Un appel' },
  visite: { libelle: 'Une visite' },
  presence: { libelle: 'Quelqu’un à nos côtés pour recevoir une famille' },
  courrier: { libelle: 'De l’aide pour un courrier' },
  autre: { libelle: 'Autre chose' },
} as const
export const VERS = { departement: { libelle: 'Au département' }, academie: { libelle: 'À l’académie' } } as const
export const UTILE = { oui: { libelle: 'Oui' }, en_partie: { libelle: 'En partie' }, non: { libelle: 'Non' } } as const
export const ETATS_APPUI = {
  demande: { libelle: 'Attend une réponse' },
  pris: { libelle: 'Quelqu’un s’en charge' },
  fait: { libelle: 'Fait' },
  clos: { libelle: 'Fini' },
} as const

/** Where a request stands, for whoever reads: only the asker says that it is over. */
export const etatAppui = (a: { etat: string; demande_par: string; demandeur_parti?: boolean }, moi: string): string =>
  a.etat !== 'fait'
    ? (ETATS_APPUI[a.etat as keyof typeof ETATS_APPUI]?.libelle ?? a.etat)
    : a.demande_par === moi
      ? 'Fait : à vous de dire si c’est fini'
      : a.demandeur_parti === true
        ? 'Fait : qui a demandé est parti, un collègue dit si c’est fini'
        : 'Fait : qui a demandé dira si c’est fini'

/** Where the asker stands: the scope of the request. */
export interface Place {
  etab: string | null
  circo: string | null
  dept: string | null
  niveau: string
}

/** Does this agent deal with situations at all? */
export const peutDemander = (moi: Moi): boolean => mandatDe(moi) !== undefined
const mandatDe = (moi: Moi) => postesDe(moi)[0]

/** The posts from which this agent may ask: who sees the request depends on it. */
export const postesDe = (moi: Moi): Moi['mandats'] =>
  moi.mandats.filter((m) => !['dpo', 'administrateur', 'communication'].includes(m.role))

/**
 * The place of somebody who asks outside of any dossier: their own post, the one that they choose when they hold several.
 * @throws Introuvable when they have none that deals with situations; Incomplet when they did not say which.
 */
export async function placeDe(db: AgentDb, moi: Moi, choisi = ''): Promise<Place> {
  const postes = postesDe(moi)
  if (postes.length === 0) throw new Introuvable()
  const m = postes.length === 1 ? postes[0]! : postes.find((x) => x.id === choisi)
  if (m === undefined)
    throw new Incomplet({
      champ: 'poste',
      message: 'Choisissez le poste depuis lequel vous demandez : ses responsables le verront.',
    })
  const niveau =
    m.etab !== null ? 'etablissement' : m.circo !== null ? 'circonscription' : m.dept !== null ? 'departement' : 'academie'
  const lieu = await db.maybe(sql.lieu, { acad: moi.acad, etab: m.etab, circo: m.circo })
  return { etab: m.etab, circo: m.circo ?? lieu?.circo ?? null, dept: m.dept ?? lieu?.dept ?? null, niveau }
}

export interface Demande {
  id: string
  place: Place
  dossier: { id: string; numero: string } | null
}

/** Two school days to answer, unless the académie settled otherwise. */
async function prochaineReponse(db: AgentDb, acad: string): Promise<Date> {
  const { reglages, classe } = await tempsDe(db, acad)
  return echeanceDe('reponse_appui', reglages, classe)
}

interface ContenuAppui {
  texte: string
  /** About a dossier, and since it is asked. */
  accord?: Pick<Accord, 'motif' | 'mots'>
}
const lireAppui = (fil: Fil, a: sql.ParIdRow): { quoi: string; accord: Accord | null } => {
  const { texte: quoi, accord = { motif: null, mots: '' } } = dechiffrer<ContenuAppui>(fil, 'appui.contenu', a.id, a.contenu)
  return { quoi, accord: a.famille === null ? null : { ...accord, famille: a.famille as Accord['famille'] } }
}

/**
 * Asks; about a dossier, with what the family knows of it. The level that is asked is told without content; the same form twice is one
 * request. @returns what was answered of the family, or null when the request was there already.
 */
export async function demander(
  db: AgentDb,
  t: Trousseau,
  moi: Moi,
  demande: Demande,
  envoi: Envoi,
): Promise<{ accord: Accord | null } | null> {
  const nature = parmi(envoi, 'appui', NATURES_APPUI, 'Choisissez ce qui vous aiderait.')
  const vers = parmi(envoi, 'vers', VERS, 'Choisissez à qui vous le demandez.')
  const quoi = texte(envoi, 'quoi', 4000, 'Écrivez en quelques mots ce qui se passe et ce qui vous aiderait.')
  const { place, dossier, id } = demande
  if (vers === 'departement' && place.dept === null)
    throw new Incomplet({ champ: 'vers', message: 'Votre poste n’est dans aucun département : demandez à l’académie.' })
  const accord = dossier === null ? null : lireAccord(envoi, 'appui')
  const dit = accord === null ? {} : { accord: { motif: accord.motif, mots: accord.mots } }
  const fil = { acad: moi.acad, id, cle: nouvelleCle() }
  const n = await db.run(sql.demander, {
    acad: moi.acad,
    id,
    ...place,
    dossier: dossier?.id ?? null,
    nature,
    vers,
    famille: accord?.famille ?? null,
    contenu: chiffrer(fil, 'appui.contenu', id, { texte: quoi, ...dit } satisfies ContenuAppui),
    echeance: await prochaineReponse(db, moi.acad),
  })
  if (n === 0) return null
  await ouvrirFil(db, t, moi.acad, id, fil.cle)
  const ou = { etab: place.etab ?? '', circo: place.circo, dept: place.dept ?? '' }
  await inscrire(db, moi.acad, {
    fil: id,
    verbe: 'appui.demander',
    par: moi.agent,
    qualite: qualite(moi, ou),
    detail: { nature, vers, dossier: dossier?.id ?? null },
  })
  await notifierEquipe(db, { acad: moi.acad, fil: id, niveau: vers, ...ou }, 'nouveau')
  return { accord }
}

/** A request that this agent may see, opened with its key. */
export interface Appui {
  acad: string
  moi: Moi
  a: sql.ParIdRow
  fil: Fil
  quoi: string
  /** What the family knows of it; null outside of any dossier. */
  accord: Accord | null
  rendu: string
  echanges: (Omit<sql.EchangesRow, 'contenu'> & { texte: string })[]
  faits: Fait[]
  qualite: string
}

/** @throws Introuvable when it does not exist for this agent. */
export async function appuiDe(db: AgentDb, t: Trousseau, moi: Moi, id: string): Promise<Appui> {
  const a = estUuid(id) ? await db.maybe(sql.parId, { acad: moi.acad, id }) : null
  if (a === null) throw new Introuvable()
  const [fil, echanges, faits] = await Promise.all([
    lireFil(db, t, moi.acad, id),
    db.all(sql.echanges, { acad: moi.acad, fil: id }),
    faitsDuFil(db, moi.acad, id),
  ])
  return {
    acad: moi.acad,
    moi,
    a,
    fil,
    ...lireAppui(fil, a),
    rendu: a.fait === null ? '' : dechiffrer<{ texte: string }>(fil, 'appui.reponse', id, a.fait).texte,
    echanges: echanges.map(({ contenu, ...e }) => ({ ...e, texte: dechiffrer<string>(fil, 'note.contenu', e.id, contenu) })),
    faits,
    qualite: qualite(moi, { etab: a.etab ?? '', circo: a.circo, dept: a.dept ?? '' }),
  }
}

/** At the level that is asked, or above it: never the asker. */
export function peutAppuyer(o: Pick<Appui, 'moi' | 'a'>): boolean {
  if (o.a.demande_par === o.moi.agent) return false
  const p = porteeDe(o.moi)
  return p.acads.length > 0 || (o.a.vers === 'departement' && o.a.dept !== null && p.depts.includes(o.a.dept))
}

export type ActeAppui = (db: AgentDb, o: Appui, envoi: Envoi) => Promise<string>

const tracer = (db: AgentDb, o: Appui, f: { verbe: string; detail?: Record<string, string> }): Promise<void> =>
  inscrire(db, o.acad, { fil: o.a.id, par: o.moi.agent, qualite: o.qualite, ...f })
const exigerBouge = (n: number): void => {
  if (n === 0) throw new Refus('Cette demande a changé pendant que vous écriviez. Relisez, puis recommencez.')
}

/** Taken, with the day by which something is done; taken again by a colleague, or with another day. */
export const prendreAppui: ActeAppui = async (db, o, envoi) => {
  if (!peutAppuyer(o)) throw new Refus('Cette demande attend la réponse de quelqu’un d’autre.')
  if (o.a.etat === 'fait' || o.a.etat === 'clos') throw new Refus('Cette demande a déjà sa réponse.')
  const jour = texte(envoi, 'pour_le', 10, 'Écrivez pour quel jour.')
  const le = new Date(`${jour}T12:00:00Z`)
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(jour) || Number.isNaN(le.getTime()))
    throw new Incomplet({ champ: 'pour_le', message: 'Cette date n’existe pas. Écrivez-la comme 2026-11-22.' })
  const echeance = finDeJournee(jour)
  if (echeance < o.a.demande_le) throw new Incomplet({ champ: 'pour_le', message: 'Ce jour est passé.' })
  const visite = ['visite', 'presence', 'appel'].includes(o.a.nature)
  exigerBouge(
    await db.run(sql.prendre, {
      acad: o.acad,
      id: o.a.id,
      version: versionDe(envoi),
      echeance,
      rendezVous: visite ? echeance : null,
    }),
  )
  await tracer(db, o, { verbe: 'appui.prendre', detail: { jour } })
  await notifierAgent(db, o.acad, o.a.id, o.a.demande_par, 'nouveau')
  return 'pris'
}

/** Between the asker and whoever answers. Also after the end. */
export const ecrireAppui: ActeAppui = async (db, o, envoi) => {
  const mots = texte(envoi, 'message', 4000, 'Écrivez votre message.')
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'message', message: 'Rechargez la page, puis renvoyez.' })
  const contenu = chiffrer(o.fil, 'note.contenu', id, mots)
  if ((await db.run(sql.ecrire, { acad: o.acad, id, fil: o.a.id, qualite: o.qualite, contenu })) === 0) return 'ecrit'
  await tracer(db, o, { verbe: 'appui.ecrire' })
  const autre = o.moi.agent === o.a.demande_par ? o.a.repondant : o.a.demande_par
  if (autre !== null) await notifierAgent(db, o.acad, o.a.id, autre, 'nouveau')
  return 'ecrit'
}

/** What was done, by whoever took it. The asker says whether it is over. */
export const faireAppui: ActeAppui = async (db, o, envoi) => {
  if (o.a.repondant !== o.moi.agent)
    throw new Refus('La personne qui s’en charge écrit ce qui a été fait. Prenez d’abord cette demande.')
  const quoi = texte(envoi, 'fait', 4000, 'Écrivez ce qui a été fait.')
  const chiffre = chiffrer(o.fil, 'appui.reponse', o.a.id, { texte: quoi })
  exigerBouge(await db.run(sql.faire, { acad: o.acad, id: o.a.id, version: versionDe(envoi), fait: chiffre }))
  await tracer(db, o, { verbe: 'appui.faire' })
  await notifierAgent(db, o.acad, o.a.id, o.a.demande_par, 'nouveau')
  return 'fait'
}

/** The asker says that it is over; once they hold no post any more, whoever else sees it does, but not whoever answered. */
export const peutClore = (o: Pick<Appui, 'moi' | 'a'>): boolean =>
  o.a.demande_par === o.moi.agent || (o.a.demandeur_parti && o.a.repondant !== o.moi.agent)

const exigerDemandeur = (o: Appui): void => {
  if (!peutClore(o)) throw new Refus('La personne qui a demandé dit elle-même si c’est fini.')
}

/** The asker says that it is over, and whether it helped. */
export const cloreAppui: ActeAppui = async (db, o, envoi) => {
  exigerDemandeur(o)
  const utile = parmi(envoi, 'utile', UTILE, 'Dites si cela vous a aidé.')
  exigerBouge(await db.run(sql.clore, { acad: o.acad, id: o.a.id, version: versionDe(envoi), utile }))
  await tracer(db, o, { verbe: 'appui.clore', detail: { utile } })
  return 'clos'
}

/** Not over: it goes back to whoever answered, with a new day. */
export const redemander: ActeAppui = async (db, o, envoi) => {
  exigerDemandeur(o)
  const echeance = await prochaineReponse(db, o.acad)
  exigerBouge(await db.run(sql.redemander, { acad: o.acad, id: o.a.id, version: versionDe(envoi), echeance }))
  await tracer(db, o, { verbe: 'appui.redemander' })
  if (o.a.repondant !== null) await notifierAgent(db, o.acad, o.a.id, o.a.repondant, 'nouveau')
  return 'redemande'
}

/** The requests about one dossier, for its page. */
export const appuisDuDossier = (db: AgentDb, o: Dossier): Promise<sql.DuDossierRow[]> =>
  db.all(sql.duDossier, { acad: o.acad, dossier: o.d.id })
