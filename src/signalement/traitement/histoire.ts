import type { Fait } from '#acces'
import { libelleRole, estRole } from '#annuaire'
import type { Evenement, NomIcone } from '#ui'
import { AIDE_RECUE, AVIS, CLOTURES, NIVEAUX, URGENCES } from '../vocabulaire.ts'
import { moment } from './quand.ts'

/** Every verb that is written about a report, and how it is told. A test holds that none is missing. */
export interface Phrase {
  dire: (detail: Record<string, unknown>) => string
  icone: NomIcone
  ton?: Evenement['ton']
}

const mot = (liste: Record<string, { libelle: string }>, code: unknown): string => liste[String(code)]?.libelle ?? String(code)
const fixe = (texte: string, icone: NomIcone, ton?: Evenement['ton']): Phrase => ({
  dire: () => texte,
  icone,
  ...(ton && { ton }),
})

export const PHRASES: Readonly<Record<string, Phrase>> = {
  'signalement.saisir': fixe('Signalement saisi par un agent', 'plus'),
  'signalement.lire': fixe('Lu pour la première fois', 'oeil', 'info'),
  'signalement.prendre': fixe('Pris en charge', 'personne', 'info'),
  'signalement.reprendre': fixe('Repris à un collègue', 'personne', 'info'),
  'signalement.repondre': fixe('Réponse envoyée', 'message'),
  'signalement.noter': fixe('Note entre agents', 'fichier'),
  'signalement.confier': fixe('Confié à un membre de l’équipe', 'personne'),
  'signalement.reorienter': {
    dire: (d) => `Réorienté de l’établissement ${String(d.de)} vers ${String(d.vers)}`,
    icone: 'fleche',
    ton: 'attention',
  },
  'signalement.monter': {
    dire: (d) => `Passé au niveau supérieur (il était au niveau « ${mot(NIVEAUX, d.de).toLowerCase()} »)`,
    icone: 'fleche',
    ton: 'attention',
  },
  'signalement.suivre_niveau': {
    dire: (d) => `Tenu désormais par : ${mot(NIVEAUX, d.vers).toLowerCase()}, avec le dossier ${String(d.numero)}`,
    icone: 'cadenas',
    ton: 'attention',
  },
  'signalement.changer_circonscription': fixe('L’école a changé de circonscription : le signalement la suit', 'fleche'),
  'signalement.lever_urgence': {
    dire: (d) => `Urgence levée : ${mot(URGENCES, d.urgence).toLowerCase()}`,
    icone: 'alerte',
    ton: 'attention',
  },
  'signalement.remettre_urgence': {
    dire: (d) => `Urgence remise : ${mot(URGENCES, d.urgence).toLowerCase()}`,
    icone: 'alerte',
    ton: 'attention',
  },
  'signalement.clore': { dire: (d) => `Clos : ${mot(CLOTURES, d.motif).toLowerCase()}`, icone: 'coche', ton: 'succes' },
  'signalement.rattacher': { dire: (d) => `Rattaché au dossier ${String(d.numero)}`, icone: 'dossier', ton: 'info' },
  'signalement.detacher': { dire: (d) => `Détaché du dossier ${String(d.numero)}`, icone: 'dossier' },
  'signalement.deposer': fixe('Signalement reçu', 'boite'),
  'signalement.joindre': {
    dire: (d) => (d.images === 1 ? 'Une image jointe' : `${Number(d.images)} images jointes`),
    icone: 'image',
  },
  'signalement.ecrire': fixe('La personne a écrit', 'message', 'info'),
  'signalement.rouvrir': fixe('La personne a écrit après la fin : le signalement est rouvert', 'alerte', 'attention'),
  'signalement.avis': {
    dire: (d) => `La personne dit, après la fin : ${mot(AVIS, d.mieux).toLowerCase()}`,
    icone: 'info',
  },
  'signalement.dire_aide': {
    dire: (d) => `La personne dit de l’aide reçue : ${mot(AIDE_RECUE, d.aide).toLowerCase()}`,
    icone: 'info',
  },
  'signalement.oublier_contact': fixe('La personne a effacé son adresse', 'cadenas'),
}

/** « Hugo Marsan, coordonnateur » or « La personne qui a signalé ». */
export function acteur(f: Pick<Fait, 'qualite' | 'prenom' | 'nom'>): string {
  if (f.qualite === 'declarant') return 'La personne qui a signalé'
  if (f.nom === null) return 'Préau'
  const role = estRole(f.qualite) ? libelleRole(f.qualite).toLowerCase() : f.qualite
  return `${f.prenom} ${f.nom}, ${role}`
}

export const evenement =
  (phrases: Readonly<Record<string, Phrase>>) =>
  (f: Fait): Evenement => {
    const p = phrases[f.verbe]
    if (p === undefined) throw new Error(`no sentence for the verb ${f.verbe}`)
    return {
      quand: moment(f.le),
      titre: p.dire(f.detail as Record<string, unknown>),
      par: acteur(f),
      icone: p.icone,
      ...(p.ton && { ton: p.ton }),
    }
  }
