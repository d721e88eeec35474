// Generated from reunion.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type ReunirRow = {}
export const reunir: Statement<{ acad: string; id: string; fil: string; vers: string; signalements: readonly string[]; transmissions: readonly string[] }, ReunirRow> = {
  name: 'dossier.reunion.reunion.reunir',
  text: `insert into confidentiel.reunion (acad, id, fil, vers, signalements, transmissions, par, le)
  values ($1, $2, $3, $4, $5, $6, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'vers', 'signalements', 'transmissions'],
}

export type VivanteRow = { id: string; vers: string; signalements: string[]; transmissions: string[]; le: Date; numero: string }
export const vivante: Statement<{ acad: string; fil: string }, VivanteRow> = {
  name: 'dossier.reunion.reunion.vivante',
  text: `select r.id, r.vers, r.signalements, r.transmissions, r.le, d.numero from confidentiel.reunion r
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

/** What these reports tell, all together. */
export type DitsRow = { quoi: string }
export const dits: Statement<{ acad: string; fils: readonly string[] }, DitsRow> = {
  name: 'dossier.reunion.reunion.dits',
  text: `select distinct q.quoi from confidentiel.signalement s cross join unnest(s.quoi) as q (quoi)
  where s.acad = $1 and s.id = any ($2::uuid[])`,
  params: ['acad', 'fils'],
}

/** Other dossiers that hold every part of a name, in what the agent sees. */
export type SemblablesRow = { numero: string; etat: string; ouvert_le: Date; ecole: string }
export const semblables: Statement<{ acad: string; jetons: readonly Uint8Array[]; fil: string; n: number }, SemblablesRow> = {
  name: 'dossier.reunion.reunion.semblables',
  text: `select d.numero, d.etat, d.ouvert_le, e.nom as ecole
  from (
    select j.fil from confidentiel.jeton_nom j
    where j.acad = $1 and j.jeton = any ($2::bytea[]) and j.fil <> $3
    group by j.fil having count(*) = $4::int limit 20) j
  join confidentiel.dossier d on d.acad = $1 and d.id = j.fil
  join annuaire.etablissement e on e.acad = d.acad and e.etab = d.etab
  where d.etat not in ('doublon', 'transfere') order by d.ouvert_le desc, d.id limit 5`,
  params: ['acad', 'jetons', 'fil', 'n'],
}
