import { estUuid, Introuvable, Refus, uuidv7, type AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import { estRole, ROLES } from '#annuaire'
import { notifierAgent, porteeDe } from '#signalement'
import { accordDuFait, lireAccord, type Accord } from '../accord/accord.ts'
import { versionDe, type Acte } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import { echeanceDe } from '../echeance.ts'
import { honorer, prevoir } from '../prevu/prevu.ts'
import { exiger } from '../protocole/peut.ts'
import * as sql from './escalade.sql.ts'
import { suivreNiveau } from './niveau.ts'

export const NATURES_OFFRE = {
  partager: {
    libelle: 'Le suivre avec moi',
    aide: 'Vous en restez responsable ; la personne est prévenue et le trouve sur son bureau.',
  },
  passer: { libelle: 'Le prendre à ma place', aide: 'Rien ne change avant son accord : vous en restez responsable jusque-là.' },
} as const

export interface Offre extends Omit<sql.OffresRow, 'contenu' | 'raison' | 'famille'> {
  pourquoi: string
  raison: string
  accord: Accord
}

interface ContenuOffre {
  texte: string
  /** Those made before it was asked have none. */
  accord?: Pick<Accord, 'motif' | 'mots'>
}
const lireOffre = (o: Dossier, id: string, contenu: Uint8Array, famille: string): Pick<Offre, 'pourquoi' | 'accord'> => {
  const { texte: pourquoi, accord = { motif: null, mots: '' } } = dechiffrer<ContenuOffre>(o.fil, 'offre.contenu', id, contenu)
  return { pourquoi, accord: { ...accord, famille: famille as Accord['famille'] } }
}

export async function offresDe(db: AgentDb, o: Dossier): Promise<Offre[]> {
  const lignes = await db.all(sql.offres, { acad: o.acad, fil: o.d.id })
  return lignes.map(({ contenu, raison, famille, ...l }) => ({
    ...l,
    ...lireOffre(o, l.id, contenu, famille),
    raison: raison === null ? '' : dechiffrer<{ texte: string }>(o.fil, 'offre.raison', l.id, raison).texte,
  }))
}

export const accompagnantsDe = (db: AgentDb, o: Dossier): Promise<sql.AccompagnantsRow[]> =>
  db.all(sql.accompagnants, { acad: o.acad, fil: o.d.id })

/** Who is away today, until which day. */
export const absentsDe = async (db: AgentDb, acad: string): Promise<Map<string, string>> =>
  new Map((await db.all(sql.absents, { acad })).map((a) => [a.agent, a.au]))

/** The level at which a post stands. */
export const niveauDe = (role: string): string => (estRole(role) ? ROLES[role].niveau : 'etablissement')

/** Whoever was asked, or a colleague of the same place: the person asked may be ill. */
export const peutRepondre = (o: Dossier, offre: Pick<Offre, 'a' | 'de' | 'niveau'>): boolean =>
  offre.a === o.moi.agent || (offre.de !== o.moi.agent && niveauDe(o.qualite) === offre.niveau)

/** Asks somebody who sees this dossier to take it, or to follow it too. Levels: school, circonscription or département, académie, and back. */
export const proposer: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'proposer', o.situation)
  const nature = parmi(envoi, 'nature', NATURES_OFFRE, 'Choisissez ce que vous demandez.')
  const lecteurs = await db.all(dossierSql.lecteurs, { fil: o.d.id })
  const a = lecteurs.find((l) => l.agent === envoi.a && l.role !== 'equipe' && l.agent !== o.moi.agent)
  if (a === undefined) throw new Incomplet({ champ: 'a', message: 'Choisissez une personne qui voit ce dossier.' })
  if (nature === 'passer' && a.agent === o.d.responsable)
    throw new Incomplet({ champ: 'a', message: `${a.prenom} ${a.nom} en est déjà responsable.` })
  const pourquoi = texte(envoi, 'pourquoi', 2000, 'Écrivez en une phrase pourquoi, et ce que vous attendez.')
  const accord = lireAccord(envoi, 'offre')
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'pourquoi', message: 'Rechargez la page, puis renvoyez.' })
  const { famille, ...dit } = accord
  const contenu = chiffrer(o.fil, 'offre.contenu', id, { texte: pourquoi, accord: dit } satisfies ContenuOffre)
  const niveau = niveauDe(a.role)
  const n = await db.run(sql.offrir, { acad: o.acad, id, fil: o.d.id, nature, a: a.agent, niveau, famille, contenu })
  if (n === 0) {
    // The same form twice is one offer; another one of the kind waits for its answer.
    if ((await offresDe(db, o)).some((x) => x.id === id)) return { fait: 'offre' }
    throw new Refus('Une demande de cette sorte attend déjà sa réponse : rappelez-la d’abord.')
  }
  await accomplir(db, o, 'proposer', {
    fait: 'dossier.proposer',
    detail: { offre: id, nature, a: a.agent, niveau, ...accordDuFait(accord) },
  })
  await prevoir(db, o, {
    nature: 'reponse_offre',
    objet: id,
    pour: a.agent,
    le: echeanceDe('reponse_offre', o.reglages, o.classe),
  })
  await notifierAgent(db, o.acad, o.d.id, a.agent, 'nouveau')
  return { fait: 'offre' }
}

async function offreOuverte(db: AgentDb, o: Dossier, id: string | undefined): Promise<Offre> {
  const offre = (await offresDe(db, o)).find((x) => x.id === id)
  if (offre === undefined) throw new Introuvable()
  if (offre.reponse !== null) throw new Refus('Cette demande a déjà sa réponse.')
  return offre
}

async function fermer(db: AgentDb, o: Dossier, offre: Offre, reponse: string, raison: string): Promise<void> {
  const chiffre = raison === '' ? null : chiffrer(o.fil, 'offre.raison', offre.id, { texte: raison })
  const n = await db.run(sql.repondre, { acad: o.acad, fil: o.d.id, id: offre.id, reponse, raison: chiffre })
  if (n === 0) throw new Refus('Cette demande a déjà sa réponse.')
  await honorer(db, o, 'reponse_offre', offre.id, reponse === 'rappelee' ? 'annule' : 'fait')
}

const REPONSES = { acceptee: true, refusee: true } as const

/** Taken, or refused with its reason: then the asker still holds it, and knows. */
export const repondreOffre: Acte = async (db, o, envoi, id) => {
  exiger(o.moi, 'repondre_offre', o.situation)
  const offre = await offreOuverte(db, o, id)
  if (!peutRepondre(o, offre)) throw new Refus('Cette demande attend la réponse de quelqu’un d’autre.')
  const reponse = parmi(envoi, 'reponse', REPONSES, 'Acceptez, ou refusez avec une raison.')
  const raison = texte(envoi, 'raison_offre', 2000, reponse === 'refusee' ? 'Écrivez pourquoi vous ne pouvez pas.' : undefined)
  await fermer(db, o, offre, reponse, raison)
  const prend = reponse === 'acceptee' && offre.nature === 'passer'
  await accomplir(db, o, 'repondre_offre', {
    fait: 'dossier.repondre_offre',
    detail: { offre: offre.id, nature: offre.nature, reponse, ...(prend && { de: o.d.responsable }) },
    ...(prend && { responsable: o.moi.agent }),
  })
  if (reponse === 'acceptee' && offre.nature === 'partager')
    await db.run(sql.accompagner, { acad: o.acad, id: uuidv7(), fil: o.d.id })
  await notifierAgent(db, o.acad, o.d.id, offre.de, 'nouveau')
  return { fait: `offre_${reponse}` }
}

/** Called back by whoever asked, or by the person responsible. */
export const rappelerOffre: Acte = async (db, o, _envoi, id) => {
  exiger(o.moi, 'rappeler_offre', o.situation)
  const offre = await offreOuverte(db, o, id)
  if (offre.de !== o.moi.agent && o.d.responsable !== o.moi.agent)
    throw new Refus('Seule la personne qui demande, ou la personne responsable du dossier, peut rappeler cette demande.')
  await fermer(db, o, offre, 'rappelee', '')
  await accomplir(db, o, 'rappeler_offre', { fait: 'dossier.rappeler_offre', detail: { offre: offre.id, nature: offre.nature } })
  return { fait: 'offre_rappelee' }
}

/** Whoever follows too stops following; nobody else can take that from them but the person responsible. */
export const quitter: Acte = async (db, o, _envoi, id) => {
  if (id !== o.moi.agent && o.d.responsable !== o.moi.agent)
    throw new Refus('Seule la personne responsable du dossier peut retirer quelqu’un du suivi.')
  if (id === undefined || !estUuid(id)) throw new Introuvable()
  exiger(o.moi, 'proposer', o.situation)
  if ((await db.run(sql.quitter, { acad: o.acad, fil: o.d.id, agent: id })) === 0)
    throw new Refus('Cette personne ne suit plus ce dossier.')
  await accomplir(db, o, 'proposer', { fait: 'dossier.quitter', detail: { agent: id } })
  return { fait: 'quitte' }
}

/** The reason of a decision, as a note among the others. @returns the note, for the fact. */
export async function noterPourquoi(db: AgentDb, o: Dossier, raison: string): Promise<string> {
  const id = uuidv7()
  const contenu = chiffrer(o.fil, 'note.contenu', id, raison)
  await db.run(sql.noterPourquoi, { acad: o.acad, id, fil: o.d.id, qualite: o.qualite, contenu })
  return id
}

/** Levels that this agent may give the dossier to without losing sight of it. */
export function niveauxPossibles(o: Dossier): string[] {
  const p = porteeDe(o.moi)
  const haut =
    p.acads.length > 0
      ? ['etablissement', 'departement', 'academie']
      : p.depts.includes(o.d.dept)
        ? ['etablissement', 'departement']
        : []
  return haut.filter((n) => n !== o.d.niveau)
}

/** Out of the school's sight, or back in it (situations, § 5.1: a report that names an adult of a school is not read there). */
export const changerNiveau: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'proposer', o.situation)
  const niveau = envoi.niveau ?? ''
  if (!niveauxPossibles(o).includes(niveau))
    throw new Incomplet({ champ: 'niveau', message: 'Choisissez le niveau qui tiendra ce dossier.' })
  const raison = texte(envoi, 'raison_niveau', 500, 'Écrivez pourquoi.')
  const { fait } = await db.one(sql.changerNiveau, { acad: o.acad, fil: o.d.id, niveau, version: versionDe(envoi) })
  if (!fait) throw new Refus('Ce dossier a changé pendant que vous écriviez. Relisez, puis recommencez.')
  await suivreNiveau(db, o)
  const note = await noterPourquoi(db, o, raison)
  const lecteurs = await db.all(dossierSql.lecteurs, { fil: o.d.id })
  // Nobody holds what they no longer see: it comes to whoever decided.
  const reprend = !lecteurs.some((l) => l.agent === o.d.responsable)
  await accomplir(db, o, 'confier', {
    fait: 'dossier.changer_niveau',
    detail: { de: o.d.niveau, vers: niveau, note },
    ...(reprend && { responsable: o.moi.agent }),
  })
  return { fait: 'niveau' }
}
