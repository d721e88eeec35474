// Generated from suivi.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Zero rows: this very form had been received already. */
export type EcrireRow = {}
export const ecrire: Statement<{ acad: string; id: string; fil: string; nature: string; objet: string | null; jour: string; contenu: Uint8Array; qualite: string }, EcrireRow> = {
  name: 'dossier.suivi.suivi.ecrire',
  text: `insert into confidentiel.suivi (acad, id, fil, nature, objet, jour, contenu, par, qualite, le)
  values ($1, $2, $3, $4, $5, $6, $7, acces.moi(), $8, acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'nature', 'objet', 'jour', 'contenu', 'qualite'],
}

export type RecuRow = { la: number | null }
export const recu: Statement<{ acad: string; id: string; fil: string }, RecuRow> = {
  name: 'dossier.suivi.suivi.recu',
  text: `select 1 as la from confidentiel.suivi where acad = $1 and id = $2 and fil = $3`,
  params: ['acad', 'id', 'fil'],
}

export type EcritsRow = { id: string; nature: string; objet: string | null; jour: string; contenu: Buffer; le: Date; prenom: string; nom: string }
export const ecrits: Statement<{ acad: string; fil: string }, EcritsRow> = {
  name: 'dossier.suivi.suivi.ecrits',
  text: `select s.id, s.nature, s.objet, s.jour, s.contenu, s.le, a.prenom, a.nom
  from confidentiel.suivi s join annuaire.agent a on a.acad = s.acad and a.id = s.par
  where s.acad = $1 and s.fil = $2 order by s.le, s.id`,
  params: ['acad', 'fil'],
}

export type RattachesRow = { id: string; recu_le: Date; etat: string; declarant: string; contact: string; langue: string }
export const rattaches: Statement<{ acad: string; dossier: string }, RattachesRow> = {
  name: 'dossier.suivi.suivi.rattaches',
  text: `select s.id, s.recu_le, s.etat, s.declarant, s.contact, s.langue
  from confidentiel.rattachement r join confidentiel.signalement s on s.acad = r.acad and s.id = r.fil
  where r.acad = $1 and r.dossier = $2 and r.defait_le is null order by s.recu_le, s.id`,
  params: ['acad', 'dossier'],
}

/** Open reports of this dossier that the reader may not see. */
export type AilleursRow = { n: number }
export const ailleurs: Statement<{ acad: string; dossier: string }, AilleursRow> = {
  name: 'dossier.suivi.suivi.ailleurs',
  text: `select confidentiel.rattaches_ailleurs($1, $2) as n`,
  params: ['acad', 'dossier'],
}

export type SignalementRow = { id: string; recu_le: Date; etat: string; declarant: string; contact: string; langue: string; niveau: string; urgences: string[]; quoi: string[] }
export const signalement: Statement<{ acad: string; id: string }, SignalementRow> = {
  name: 'dossier.suivi.suivi.signalement',
  text: `select s.id, s.recu_le, s.etat, s.declarant, s.contact, s.langue, s.niveau, s.urgences, s.quoi
  from confidentiel.signalement s where s.acad = $1 and s.id = $2`,
  params: ['acad', 'id'],
}

export type PersisterRow = {}
export const persister: Statement<{ acad: string; id: string }, PersisterRow> = {
  name: 'dossier.suivi.suivi.persister',
  text: `update confidentiel.dossier set persiste_le = acces.maintenant() where acad = $1 and id = $2 and persiste_le is null`,
  params: ['acad', 'id'],
}

export type ApaiserRow = {}
export const apaiser: Statement<{ acad: string; id: string }, ApaiserRow> = {
  name: 'dossier.suivi.suivi.apaiser',
  text: `update confidentiel.dossier set persiste_le = null where acad = $1 and id = $2 and persiste_le is not null`,
  params: ['acad', 'id'],
}

export type MesuresRow = { id: string; nature: string; contenu: Buffer; du: string; au: string | null; garde: Buffer | null }
export const mesures: Statement<{ acad: string; fil: string }, MesuresRow> = {
  name: 'dossier.suivi.suivi.mesures',
  text: `select m.id, m.nature, m.contenu, m.du, m.au, m.garde from confidentiel.mesure m
  where m.acad = $1 and m.fil = $2 and m.nature <> 'aucune' order by m.le, m.id`,
  params: ['acad', 'fil'],
}

export type GarderRow = {}
export const garder: Statement<{ au: string; garde: Uint8Array; acad: string; fil: string; id: string; jour: string }, GarderRow> = {
  name: 'dossier.suivi.suivi.garder',
  text: `update confidentiel.mesure set au = $1, garde = $2
  where acad = $3 and fil = $4 and id = $5 and nature <> 'aucune' and garde is null and (au is null or au > $6::date)`,
  params: ['au', 'garde', 'acad', 'fil', 'id', 'jour'],
}

export type DitesRow = { mesure: string; signalement: string }
export const dites: Statement<{ acad: string; fil: string }, DitesRow> = {
  name: 'dossier.suivi.suivi.dites',
  text: `select mesure, signalement from confidentiel.mesure_dite where acad = $1 and fil = $2 and fini_le is null`,
  params: ['acad', 'fil'],
}

export type DireRow = {}
export const dire: Statement<{ acad: string; id: string; fil: string; mesure: string; signalement: string }, DireRow> = {
  name: 'dossier.suivi.suivi.dire',
  text: `insert into confidentiel.mesure_dite (acad, id, fil, mesure, signalement, par, le)
  values ($1, $2, $3, $4, $5, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'mesure', 'signalement'],
}

export type TaireRow = {}
export const taire: Statement<{ acad: string; fil: string; mesure: string; signalement: string }, TaireRow> = {
  name: 'dossier.suivi.suivi.taire',
  text: `update confidentiel.mesure_dite set fini_par = acces.moi(), fini_le = acces.maintenant()
  where acad = $1 and fil = $2 and mesure = $3 and signalement = $4 and fini_le is null`,
  params: ['acad', 'fil', 'mesure', 'signalement'],
}
