// Generated from depot.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Zero rows: this code has been used already, the report has arrived. */
export type PoserSuiviRow = {}
export const poserSuivi: Statement<{ empreinte: Uint8Array; acad: string; id: string; le: Date }, PoserSuiviRow> = {
  name: 'signalement.depot.depot.poserSuivi',
  text: `insert into acces.suivi (empreinte, acad, signalement, cree_le) values ($1, $2, $3, $4) on conflict do nothing`,
  params: ['empreinte', 'acad', 'id', 'le'],
}

export type AccueilRow = { dept: string; circo: string | null; type: string; niveau: string }
export const accueil: Statement<{ acad: string; etab: string; saufEtablissement: boolean }, AccueilRow> = {
  name: 'signalement.depot.depot.accueil',
  text: `select dept, circo, type, niveau from annuaire.accueil($1, $2, $3)`,
  params: ['acad', 'etab', 'saufEtablissement'],
}

export type DeposerRow = {}
export const deposer: Statement<{ acad: string; id: string; dept: string; circo: string | null; etab: string; niveau: string; langue: string; declarant: string; quoi: readonly string[]; lieux: readonly string[]; depuis: string | null; frequence: string | null; auteurs: string | null; informes: readonly string[]; danger: string | null; urgences: readonly string[]; contenu: Uint8Array; recuLe: Date; echeance: Date; contact: string }, DeposerRow> = {
  name: 'signalement.depot.depot.deposer',
  text: `insert into confidentiel.signalement (acad, id, dept, circo, etab, niveau, canal, langue, declarant, quoi, lieux, depuis, frequence,
    auteurs, informes, danger, urgences, contenu, recu_le, echeance, contact)
  values ($1, $2, $3, $4, $5, $6, 'site', $7, $8, $9, $10, $11, $12,
    $13, $14, $15, $16, $17, $18, $19, $20)`,
  params: ['acad', 'id', 'dept', 'circo', 'etab', 'niveau', 'langue', 'declarant', 'quoi', 'lieux', 'depuis', 'frequence', 'auteurs', 'informes', 'danger', 'urgences', 'contenu', 'recuLe', 'echeance', 'contact'],
}

export type PoserJetonsRow = {}
export const poserJetons: Statement<{ acad: string; etab: string; fil: string; jetons: readonly Uint8Array[] }, PoserJetonsRow> = {
  name: 'signalement.depot.depot.poserJetons',
  text: `insert into confidentiel.jeton_nom (acad, etab, fil, jeton)
  select $1, $2, $3, j from unnest($4::bytea[]) j on conflict do nothing`,
  params: ['acad', 'etab', 'fil', 'jetons'],
}

export type PoserContactRow = {}
export const poserContact: Statement<{ acad: string; fil: string; adresse: Uint8Array }, PoserContactRow> = {
  name: 'signalement.depot.depot.poserContact',
  text: `insert into acces.contact (acad, signalement, adresse) values ($1, $2, $3)`,
  params: ['acad', 'fil', 'adresse'],
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
