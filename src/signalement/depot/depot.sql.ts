// Generated from depot.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type AccueilRow = { dept: string; circo: string | null; type: string; niveau: string }
export const accueil: Statement<{ acad: string; etab: string; saufEtablissement: boolean }, AccueilRow> = {
  name: 'signalement.depot.depot.accueil',
  text: `select dept, circo, type, niveau from annuaire.accueil($1, $2, $3)`,
  params: ['acad', 'etab', 'saufEtablissement'],
}

/** Everything of a report or nothing of it, and what came of it: « depose », « deja », « inconnue », « images ». */
export type DeposerRow = { issue: string }
export const deposer: Statement<{ acad: string; id: string; empreinte: Uint8Array; brouillon: string | null; etab: string; langue: string; declarant: string; quoi: readonly string[]; lieux: readonly string[]; depuis: string | null; frequence: string | null; auteurs: string | null; informes: readonly string[]; danger: string | null; urgences: readonly string[]; contenu: Uint8Array; recuLe: Date; echeance: Date; contact: string; adresse: Uint8Array | null; version: number; emballee: Uint8Array; jetons: readonly Uint8Array[]; courriel: string; courrielUrgent: string }, DeposerRow> = {
  name: 'signalement.depot.depot.deposer',
  text: `select confidentiel.deposer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
  $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
  $24, $25) as issue`,
  params: ['acad', 'id', 'empreinte', 'brouillon', 'etab', 'langue', 'declarant', 'quoi', 'lieux', 'depuis', 'frequence', 'auteurs', 'informes', 'danger', 'urgences', 'contenu', 'recuLe', 'echeance', 'contact', 'adresse', 'version', 'emballee', 'jetons', 'courriel', 'courrielUrgent'],
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
