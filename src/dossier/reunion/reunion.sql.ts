// Generated from reunion.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type ReunirRow = {}
export const reunir: Statement<{ acad: string; id: string; fil: string; vers: string; signalements: readonly string[] }, ReunirRow> = {
  name: 'dossier.reunion.reunion.reunir',
  text: `insert into confidentiel.reunion (acad, id, fil, vers, signalements, par, le)
  values ($1, $2, $3, $4, $5, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'vers', 'signalements'],
}

export type VivanteRow = { id: string; vers: string; signalements: string[]; le: Date; numero: string }
export const vivante: Statement<{ acad: string; fil: string }, VivanteRow> = {
  name: 'dossier.reunion.reunion.vivante',
  text: `select r.id, r.vers, r.signalements, r.le, d.numero from confidentiel.reunion r
  join confidentiel.dossier d on d.acad = r.acad and d.id = r.vers
  where r.acad = $1 and r.fil = $2 and r.defaite_le is null`,
  params: ['acad', 'fil'],
}

export type DefaireRow = {}
export const defaire: Statement<{ acad: string; fil: string; id: string }, DefaireRow> = {
  name: 'dossier.reunion.reunion.defaire',
  text: `update confidentiel.reunion set defaite_le = acces.maintenant() where acad = $1 and fil = $2 and id = $3 and defaite_le is null`,
  params: ['acad', 'fil', 'id'],
}

export type ReunisRow = { numero: string }
export const reunis: Statement<{ acad: string; dossier: string }, ReunisRow> = {
  name: 'dossier.reunion.reunion.reunis',
  text: `select d.numero from confidentiel.reunion r join confidentiel.dossier d on d.acad = r.acad and d.id = r.fil
  where r.acad = $1 and r.vers = $2 and r.defaite_le is null order by r.le`,
  params: ['acad', 'dossier'],
}

export type AttachesRow = { fil: string }
export const attaches: Statement<{ acad: string; dossier: string }, AttachesRow> = {
  name: 'dossier.reunion.reunion.attaches',
  text: `select fil from confidentiel.rattachement where acad = $1 and dossier = $2 and defait_le is null order by le`,
  params: ['acad', 'dossier'],
}
