import { uuidv7, type AgentDb } from '#platform'
import type { Dossier } from '../dossier.ts'
import * as sql from './prevu.sql.ts'

/** What a dossier may promise, the page where it is kept, and the act that keeps it: its button, and where its form stands. */
export const NATURES_PREVU = {
  entretien: { libelle: 'Entretien', onglet: 'entretiens', bouton: 'Noter l’entretien', ancre: 'entendre' },
  point_piste: { libelle: 'Revoir la piste', onglet: 'traitement', bouton: 'Revoir la piste', ancre: 'decider_piste' },
  decision_piste: {
    libelle: 'Garder, changer ou finir la piste',
    onglet: 'traitement',
    bouton: 'Décider',
    ancre: 'decider_piste',
  },
  nouvelles_famille: {
    libelle: 'Nouvelles à la famille',
    onglet: 'familles',
    bouton: 'Noter le contact',
    ancre: 'informer_famille',
  },
  reevaluation: { libelle: 'Réévaluer la situation', onglet: 'evaluation', bouton: 'Remplir la grille', ancre: 'evaluer' },
  suite_transmission: {
    libelle: 'Suites d’une transmission',
    onglet: 'transmissions',
    bouton: 'Noter les suites',
    ancre: 'suivre_transmission',
  },
  transmission_relue: {
    libelle: 'Une transmission relue : la faire partir, ou la reprendre',
    onglet: 'transmissions',
    bouton: 'Voir l’avis',
    ancre: 'transmettre',
  },
  point_suivi: { libelle: 'Point de suivi', onglet: 'suivi', bouton: 'Noter le point', ancre: 'point_suivi' },
  revue_mesure: {
    libelle: 'Une mesure de protection : toujours en place ?',
    onglet: '',
    bouton: 'Vérifier',
    ancre: 'mesures',
  },
  reponse_offre: { libelle: 'Réponse à une offre', onglet: 'appui', bouton: 'Répondre', ancre: 'passer' },
  reponse_appui: { libelle: 'Réponse à une demande d’appui', onglet: 'appui', bouton: 'Répondre', ancre: 'demander_appui' },
  tache: { libelle: 'Tâche', onglet: 'notes', bouton: 'Voir la tâche', ancre: 'taches' },
} as const
export type NaturePrevu = keyof typeof NATURES_PREVU

export interface Prevision {
  nature: NaturePrevu
  le: Date
  /** The row that it is about; absent: the dossier itself. */
  objet?: string
  /** Who is expected to do it; absent: whoever is responsible for the dossier. */
  pour?: string
  id?: string
  contenu?: Buffer
}

type Ou = Pick<Dossier, 'acad' | 'd' | 'memes'>

/** Promises something, or moves the promise of the same kind about the same object. In the verb's transaction. */
export async function prevoir(db: AgentDb, o: Ou, p: Prevision): Promise<number> {
  const [, ...autres] = p.objet === undefined ? [] : o.memes.toutes(p.objet)
  // Promised under another entry of the same person: that one moves here.
  if (autres.length > 0) await db.run(sql.finir, { acad: o.acad, fil: o.d.id, nature: p.nature, objets: autres, issue: 'annule' })
  return db.run(sql.poser, {
    acad: o.acad,
    id: p.id ?? uuidv7(),
    fil: o.d.id,
    nature: p.nature,
    objet: p.objet ?? null,
    pour: p.pour ?? o.d.responsable,
    contenu: p.contenu ?? null,
    le: p.le,
  })
}

/** Kept or called off; nothing promised is no fault. */
export const honorer = (
  db: AgentDb,
  o: Ou,
  nature: NaturePrevu,
  objet?: string,
  issue: 'fait' | 'annule' = 'fait',
): Promise<number> =>
  db.run(sql.finir, {
    acad: o.acad,
    fil: o.d.id,
    nature,
    objets: objet === undefined ? null : o.memes.toutes(objet),
    issue,
  })

/** The dossier ends, whichever way: nothing stays promised, but to ask what came of a transmission, and to do what its reader said. */
export const toutAnnuler = (db: AgentDb, o: Ou): Promise<number> => db.run(sql.finirTout, { acad: o.acad, fil: o.d.id })

/** What one person had promised in this dossier is now expected of another. */
export const confierPrevus = (db: AgentDb, o: Ou, de: string, vers: string): Promise<number> =>
  db.run(sql.confierTout, { acad: o.acad, fil: o.d.id, de, vers })

export type Prevu = sql.OuvertsRow
export const prevusDe = (db: AgentDb, o: { acad: string; fil: string }): Promise<Prevu[]> => db.all(sql.ouverts, o)
