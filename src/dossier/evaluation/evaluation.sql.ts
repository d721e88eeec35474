// Generated from evaluation.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Zero rows: this very grid had been sent already. */
export type PoserRow = {}
export const poser: Statement<{ acad: string; id: string; fil: string; grille: string; contenu: Uint8Array; qualite: string }, PoserRow> = {
  name: 'dossier.evaluation.evaluation.poser',
  text: `insert into confidentiel.evaluation (acad, id, fil, grille, contenu, par, qualite, le)
  values ($1, $2, $3, $4, $5, (select acces.moi()), $6, (select acces.maintenant())) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'grille', 'contenu', 'qualite'],
}

export type ToutesRow = { id: string; grille: string; contenu: Buffer; par: string; qualite: string; le: Date; prenom: string; nom: string }
export const toutes: Statement<{ acad: string; fil: string }, ToutesRow> = {
  name: 'dossier.evaluation.evaluation.toutes',
  text: `select e.id, e.grille, e.contenu, e.par, e.qualite, e.le, a.prenom, a.nom
  from confidentiel.evaluation e join annuaire.agent a on a.acad = e.acad and a.id = e.par
  where e.acad = $1 and e.fil = $2 order by e.le, e.id`,
  params: ['acad', 'fil'],
}

export type QualifierRow = {}
export const qualifier: Statement<{ acad: string; id: string; fil: string; qualification: string; contenu: Uint8Array; qualite: string }, QualifierRow> = {
  name: 'dossier.evaluation.evaluation.qualifier',
  text: `insert into confidentiel.qualification (acad, id, fil, qualification, contenu, par, qualite, le)
  values ($1, $2, $3, $4, $5, (select acces.moi()), $6, (select acces.maintenant())) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'qualification', 'contenu', 'qualite'],
}

export type QualificationsRow = { id: string; qualification: string; contenu: Buffer; par: string; qualite: string; le: Date; prenom: string; nom: string }
export const qualifications: Statement<{ acad: string; fil: string }, QualificationsRow> = {
  name: 'dossier.evaluation.evaluation.qualifications',
  text: `select q.id, q.qualification, q.contenu, q.par, q.qualite, q.le, a.prenom, a.nom
  from confidentiel.qualification q join annuaire.agent a on a.acad = q.acad and a.id = q.par
  where q.acad = $1 and q.fil = $2 order by q.le desc, q.id desc`,
  params: ['acad', 'fil'],
}
