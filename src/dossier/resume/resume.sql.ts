// Generated from resume.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Nobody else writes it before this transaction ends. */
export type TenuRow = { resume: Buffer; version: number }
export const tenu: Statement<{ acad: string; id: string }, TenuRow> = {
  name: 'dossier.resume.resume.tenu',
  text: `select resume, version from confidentiel.dossier where acad = $1 and id = $2 for update`,
  params: ['acad', 'id'],
}

/** What it said until now. */
export type GarderRow = {}
export const garder: Statement<{ acad: string; id: string; fil: string; contenu: Uint8Array }, GarderRow> = {
  name: 'dossier.resume.resume.garder',
  text: `insert into confidentiel.resume_avant (acad, id, fil, contenu, par, le)
  values ($1, $2, $3, $4, (select acces.moi()), (select acces.maintenant()))`,
  params: ['acad', 'id', 'fil', 'contenu'],
}

export type RemplacerRow = {}
export const remplacer: Statement<{ resume: Uint8Array; acad: string; id: string }, RemplacerRow> = {
  name: 'dossier.resume.resume.remplacer',
  text: `update confidentiel.dossier set resume = $1 where acad = $2 and id = $3`,
  params: ['resume', 'acad', 'id'],
}

export type AvantsRow = { id: string; contenu: Buffer }
export const avants: Statement<{ acad: string; fil: string }, AvantsRow> = {
  name: 'dossier.resume.resume.avants',
  text: `select id, contenu from confidentiel.resume_avant where acad = $1 and fil = $2`,
  params: ['acad', 'fil'],
}
