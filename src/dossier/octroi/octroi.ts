import { clock, estUuid, Introuvable, uuidv7, type AgentDb } from '#platform'
import { jourDe, notifierAgent } from '#signalement'
import { accordDuFait, lireAccord } from '../accord/accord.ts'
import type { Acte } from '../agir.ts'
import { jourSaisi, parmi } from '../champs.ts'
import { consigner, Incomplet, type Dossier } from '../dossier.ts'
import { finDeJournee, suivant } from '../echeance.ts'
import * as dossierSql from '../dossier.sql.ts'
import { noterPourquoi } from '../escalade/escalade.ts'
import { exiger } from '../protocole/peut.ts'
import * as sql from './octroi.sql.ts'

/** What a dossier is handed for: a choice, so that no narrative lies outside the dossier's key. */
export const MOTIFS_OCTROI = {
  entretiens: { libelle: 'Mener des entretiens' },
  evaluation: { libelle: 'Remplir la grille' },
  piste: { libelle: 'Suivre la piste de traitement' },
  suivi: { libelle: 'Veiller et tenir le suivi' },
} as const

/** Proposed when the form opens, and at most: a hand-over has an end. Proposition. */
const JOURS = 30
const JOURS_MAX = 120
export const finProposee = (): string => suivant(jourDe(clock.now()), JOURS)

export const octroisDe = (db: AgentDb, o: Dossier) => db.all(sql.octrois, { fil: o.d.id })
export const membresDe = (db: AgentDb, o: Dossier) => db.all(sql.membres, { acad: o.acad, etab: o.d.etab })

/** POST: one member of the équipe ressource sees this dossier, and no other, until the evening of a day. */
export const octroyer: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'octroyer', o.situation)
  const membre = (await membresDe(db, o)).find((a) => a.id === envoi.membre)
  if (membre === undefined) throw new Incomplet({ champ: 'membre', message: 'Choisissez une personne de l’équipe ressource.' })
  const motif = parmi(envoi, 'motif', MOTIFS_OCTROI, 'Choisissez pour quoi ce dossier lui est confié.')
  const jusque = jourSaisi(envoi, 'jusque', false)
  const aujourdhui = jourDe(clock.now())
  if (jusque === null || jusque < aujourdhui || jusque > suivant(aujourdhui, JOURS_MAX))
    throw new Incomplet({ champ: 'jusque', message: `Choisissez un dernier jour, dans les ${JOURS_MAX} jours.` })
  const lecteurs = await db.all(dossierSql.lecteurs, { fil: o.d.id })
  if (lecteurs.some((l) => l.agent === membre.id))
    throw new Incomplet({ champ: 'membre', message: `${membre.prenom} ${membre.nom} voit déjà ce dossier.` })
  const accord = lireAccord(envoi, 'octroi')
  const { fait } = await db.one(sql.octroyer, { id: uuidv7(), fil: o.d.id, agent: membre.id, motif, au: finDeJournee(jusque) })
  if (!fait) throw new Introuvable()
  const note = accord.mots === '' ? null : await noterPourquoi(db, o, accord.mots)
  const detail = { agent: membre.id, motif, jusque, note, ...accordDuFait(accord) }
  await consigner(db, o, 'dossier.octroyer', detail)
  await notifierAgent(db, o.acad, o.d.id, membre.id, 'nouveau')
  return { fait: 'octroye' }
}

/** POST: the hand-over ends now, before its day. */
export const finirOctroi: Acte = async (db, o, _envoi, id) => {
  exiger(o.moi, 'octroyer', o.situation)
  const octroi = (await octroisDe(db, o)).find((x) => x.id === id)
  if (id === undefined || !estUuid(id) || octroi === undefined) throw new Introuvable()
  const { agent } = await db.one(sql.finir, { id })
  if (agent === null) throw new Introuvable()
  await consigner(db, o, 'dossier.finir_octroi', { agent })
  return { fait: 'octroi_fini' }
}
