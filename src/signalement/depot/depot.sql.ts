// Generated from depot.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type AccueilRow = { dept: string; circo: string | null; type: string; niveau: string }
export const accueil: Statement<{ acad: string; etab: string; saufEtablissement: boolean }, AccueilRow> = {
  name: 'signalement.depot.depot.accueil',
  text: `select dept, circo, type, niveau from annuaire.accueil($1, $2, $3)`,
  params: ['acad', 'etab', 'saufEtablissement'],
}

/** Reports that arrive together, each whole or not at all, and what came of each: « depose », « deja », « inconnue », « images ». All of them stand or none does: whoever sends several must send each by itself when they fall. */
export type DeposerRow = { id: string; issue: string }
export const deposer: Statement<{ envois: object }, DeposerRow> = {
  name: 'signalement.depot.depot.deposer',
  text: `select id, issue from confidentiel.deposer($1::jsonb -> 'lignes')`,
  params: ['envois'],
}

export type AttendreRow = {}
export const attendre: Statement<{ acad: string; id: string; brouillon: string; type: string; taille: number; largeur: number; hauteur: number; empreinte: Uint8Array; original: Uint8Array; copie: Uint8Array; expireLe: Date }, AttendreRow> = {
  name: 'signalement.depot.depot.attendre',
  text: `insert into confidentiel.piece_en_attente (acad, id, brouillon, type, taille, largeur, hauteur, empreinte, original, copie, expire_le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
  params: ['acad', 'id', 'brouillon', 'type', 'taille', 'largeur', 'hauteur', 'empreinte', 'original', 'copie', 'expireLe'],
}

export type EnAttenteRow = { id: string; type: string; taille: number; largeur: number; hauteur: number }
export const enAttente: Statement<{ acad: string; brouillon: string; maintenant: Date }, EnAttenteRow> = {
  name: 'signalement.depot.depot.enAttente',
  text: `select id, type, taille, largeur, hauteur from confidentiel.piece_en_attente where acad = $1 and brouillon = $2 and expire_le > $3 order by id`,
  params: ['acad', 'brouillon', 'maintenant'],
}

export type PieceEnAttenteRow = { id: string; type: string; taille: number; largeur: number; hauteur: number; empreinte: Buffer; original: Buffer; copie: Buffer }
export const pieceEnAttente: Statement<{ acad: string; brouillon: string; id: string }, PieceEnAttenteRow> = {
  name: 'signalement.depot.depot.pieceEnAttente',
  text: `select id, type, taille, largeur, hauteur, empreinte, original, copie from confidentiel.piece_en_attente where acad = $1 and brouillon = $2 and id = $3`,
  params: ['acad', 'brouillon', 'id'],
}

export type RetirerEnAttenteRow = {}
export const retirerEnAttente: Statement<{ acad: string; brouillon: string; id: string }, RetirerEnAttenteRow> = {
  name: 'signalement.depot.depot.retirerEnAttente',
  text: `delete from confidentiel.piece_en_attente where acad = $1 and brouillon = $2 and id = $3`,
  params: ['acad', 'brouillon', 'id'],
}

export type JoindreRow = {}
export const joindre: Statement<{ acad: string; id: string; fil: string; type: string; taille: number; largeur: number; hauteur: number; empreinte: Uint8Array; original: Uint8Array; copie: Uint8Array; le: Date }, JoindreRow> = {
  name: 'signalement.depot.depot.joindre',
  text: `insert into confidentiel.piece (acad, id, fil, type, taille, largeur, hauteur, empreinte, original, copie, depose_le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
  params: ['acad', 'id', 'fil', 'type', 'taille', 'largeur', 'hauteur', 'empreinte', 'original', 'copie', 'le'],
}

export type GarderContactRow = { garde: boolean }
export const garderContact: Statement<{ adresse: Uint8Array }, GarderContactRow> = {
  name: 'signalement.depot.depot.garderContact',
  text: `select acces.garder_contact($1) as garde`,
  params: ['adresse'],
}

export type ReorienteRow = { oui: boolean }
export const reoriente: Statement<{ acad: string; fil: string }, ReorienteRow> = {
  name: 'signalement.depot.depot.reoriente',
  text: `select exists (select from confidentiel.fait where acad = $1 and fil = $2 and verbe = 'signalement.reorienter') as oui`,
  params: ['acad', 'fil'],
}
