// Generated from calendrier.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type LireRow = { genre: string; du: string; au: string; libelle: string }
export const lire: Statement<{ acad: string }, LireRow> = {
  name: 'annuaire.calendrier.calendrier.lire',
  text: `select genre, du, au, libelle from annuaire.calendrier where acad = $1 order by du, au, genre, libelle`,
  params: ['acad'],
}

export type AcademiesRow = { acad: string; nom: string }
export const academies: Statement<{}, AcademiesRow> = {
  name: 'annuaire.calendrier.calendrier.academies',
  text: `select acad, nom from annuaire.academie order by acad`,
  params: [],
}

/** What is there of the years that a file brings. */
export type ConnuRow = { genre: string; annee: string; du: string; au: string; libelle: string }
export const connu: Statement<{ acad: string; parts: readonly string[] }, ConnuRow> = {
  name: 'annuaire.calendrier.calendrier.connu',
  text: `select genre, annee, du, au, libelle from annuaire.calendrier
  where acad = $1 and (genre || ' ' || annee) = any ($2::text[])
  order by du, genre, libelle`,
  params: ['acad', 'parts'],
}

export type PoserRow = {}
export const poser: Statement<{ lot: object }, PoserRow> = {
  name: 'annuaire.calendrier.calendrier.poser',
  text: `insert into annuaire.calendrier (acad, genre, annee, du, au, libelle)
  select acad, genre, annee, du, au, libelle from jsonb_populate_recordset(null::annuaire.calendrier, $1::jsonb -> 'lignes')`,
  params: ['lot'],
}

export type RetirerRow = {}
export const retirer: Statement<{ lot: object }, RetirerRow> = {
  name: 'annuaire.calendrier.calendrier.retirer',
  text: `delete from annuaire.calendrier c
  using jsonb_populate_recordset(null::annuaire.calendrier, $1::jsonb -> 'lignes') l
  where c.acad = l.acad and c.genre = l.genre and c.du = l.du and c.libelle = l.libelle`,
  params: ['lot'],
}
