// Generated from personne.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type AjouterRow = {}
export const ajouter: Statement<{ acad: string; id: string; fil: string; identite: Uint8Array }, AjouterRow> = {
  name: 'dossier.personne.personne.ajouter',
  text: `insert into confidentiel.personne (acad, id, fil, identite) values ($1, $2, $3, $4) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'identite'],
}

export type ModifierRow = {}
export const modifier: Statement<{ identite: Uint8Array; acad: string; fil: string; id: string; version: number }, ModifierRow> = {
  name: 'dossier.personne.personne.modifier',
  text: `update confidentiel.personne set identite = $1, version = version + 1
  where acad = $2 and fil = $3 and id = $4 and version = $5`,
  params: ['identite', 'acad', 'fil', 'id', 'version'],
}

export type PoserRoleRow = {}
export const poserRole: Statement<{ acad: string; id: string; fil: string; personne: string; role: string; du: string }, PoserRoleRow> = {
  name: 'dossier.personne.personne.poserRole',
  text: `insert into confidentiel.personne_role (acad, id, fil, personne, role, du) values ($1, $2, $3, $4, $5, $6)`,
  params: ['acad', 'id', 'fil', 'personne', 'role', 'du'],
}

export type FinirRoleRow = {}
export const finirRole: Statement<{ au: string; acad: string; fil: string; id: string }, FinirRoleRow> = {
  name: 'dossier.personne.personne.finirRole',
  text: `update confidentiel.personne_role set au = $1 where acad = $2 and fil = $3 and id = $4 and au is null and du <= $1::date`,
  params: ['au', 'acad', 'fil', 'id'],
}

export type PoserJetonsRow = {}
export const poserJetons: Statement<{ acad: string; etab: string; fil: string; jetons: readonly Uint8Array[] }, PoserJetonsRow> = {
  name: 'dossier.personne.personne.poserJetons',
  text: `insert into confidentiel.jeton_nom (acad, etab, fil, jeton)
  select $1, $2, $3, j from unnest($4::bytea[]) j on conflict do nothing`,
  params: ['acad', 'etab', 'fil', 'jetons'],
}

export type OterJetonsRow = {}
export const oterJetons: Statement<{ acad: string; fil: string }, OterJetonsRow> = {
  name: 'dossier.personne.personne.oterJetons',
  text: `delete from confidentiel.jeton_nom where acad = $1 and fil = $2`,
  params: ['acad', 'fil'],
}

/** Nobody else corrects it before this transaction ends. */
export type TenueRow = { identite: Buffer; version: number }
export const tenue: Statement<{ acad: string; fil: string; id: string }, TenueRow> = {
  name: 'dossier.personne.personne.tenue',
  text: `select identite, version from confidentiel.personne where acad = $1 and fil = $2 and id = $3 for update`,
  params: ['acad', 'fil', 'id'],
}
