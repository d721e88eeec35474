// Generated from fiche.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type TexteRow = { texte: string; rang: number }
export const texte: Statement<{ acad: string; version: string }, TexteRow> = {
  name: 'ressource.fiche.fiche.texte',
  text: `select texte, rang from prevention.version where acad = $1 and id = $2`,
  params: ['acad', 'version'],
}

/** The files of these versions, each with what says the same in words. */
export type FichiersRow = { version: string; rang: number; libelle: string; alternative: string; pour: string | null; langue: string; id: string; type: string; taille: number; nom: string; examen: string }
export const fichiers: Statement<{ acad: string; versions: readonly string[] }, FichiersRow> = {
  name: 'ressource.fiche.fiche.fichiers',
  text: `select vf.version, vf.rang, vf.libelle, vf.alternative, vf.pour, vf.langue, f.id, f.type, f.taille, f.nom, f.examen
  from prevention.version_fichier vf join prevention.fichier f on f.acad = vf.acad and f.id = vf.fichier
  where vf.acad = $1 and vf.version = any ($2::uuid[]) order by vf.version, vf.rang`,
  params: ['acad', 'versions'],
}

export type TextesRow = { id: string; texte: string }
export const textes: Statement<{ acad: string; versions: readonly string[] }, TextesRow> = {
  name: 'ressource.fiche.fiche.textes',
  text: `select id, texte from prevention.version where acad = $1 and id = any ($2::uuid[])`,
  params: ['acad', 'versions'],
}
