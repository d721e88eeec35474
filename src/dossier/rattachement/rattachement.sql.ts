// Generated from rattachement.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type RattacherRow = {}
export const rattacher: Statement<{ acad: string; fil: string; dossier: string }, RattacherRow> = {
  name: 'dossier.rattachement.rattachement.rattacher',
  text: `insert into confidentiel.rattachement (acad, fil, dossier, par, le)
  values ($1, $2, $3, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'fil', 'dossier'],
}

export type VivantRow = { id: string; numero: string }
export const vivant: Statement<{ acad: string; fil: string }, VivantRow> = {
  name: 'dossier.rattachement.rattachement.vivant',
  text: `select d.id, d.numero from confidentiel.rattachement r join confidentiel.dossier d on d.acad = r.acad and d.id = r.dossier
  where r.acad = $1 and r.fil = $2 and r.defait_le is null`,
  params: ['acad', 'fil'],
}

export type DetacherRow = {}
export const detacher: Statement<{ acad: string; fil: string; dossier: string }, DetacherRow> = {
  name: 'dossier.rattachement.rattachement.detacher',
  text: `update confidentiel.rattachement set defait_le = acces.maintenant(), defait_par = acces.moi()
  where acad = $1 and fil = $2 and dossier = $3 and defait_le is null`,
  params: ['acad', 'fil', 'dossier'],
}
