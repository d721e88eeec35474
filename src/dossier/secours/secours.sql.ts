// Generated from secours.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Null: no such dossier, or not so for this person; never told apart. */
export type OuvrirRow = { fil: string | null }
export const ouvrir: Statement<{ id: string; numero: string; motif: string }, OuvrirRow> = {
  name: 'dossier.secours.secours.ouvrir',
  text: `select acces.ouvrir_en_urgence($1, $2, $3) as fil`,
  params: ['id', 'numero', 'motif'],
}

export type ConsulterRow = {}
export const consulter: Statement<{ acad: string; id: string; fil: string }, ConsulterRow> = {
  name: 'dossier.secours.secours.consulter',
  text: `insert into confidentiel.consultation (acad, id, fil, agent, nature, le)
  values ($1, $2, $3, acces.moi(), 'urgence', acces.maintenant())`,
  params: ['acad', 'id', 'fil'],
}

/** Of one dossier, or all those that I have to look at: who opened it in an emergency, and what was said of it since. */
export type AccesRow = { id: string; fil: string; numero: string; ecole: string; agent: string; prenom: string; nom: string; motif: string; du: Date; au: Date | null; avis: string | null; a_moi: boolean; dabord: boolean }
export const acces: Statement<{ fil: string | null }, AccesRow> = {
  name: 'dossier.secours.secours.acces',
  text: `select id, fil, numero, ecole, agent, prenom, nom, motif, du, au, avis, a_moi, dabord from acces.secours($1)`,
  params: ['fil'],
}

export type RegarderRow = {}
export const regarder: Statement<{ acad: string; id: string; fil: string; octroi: string; agent: string; avis: string; contenu: Uint8Array; qualite: string }, RegarderRow> = {
  name: 'dossier.secours.secours.regarder',
  text: `insert into confidentiel.secours_regard (acad, id, fil, octroi, agent, avis, contenu, par, qualite, le)
  values ($1, $2, $3, $4, $5, $6, $7, acces.moi(), $8, acces.maintenant())
  on conflict (acad, octroi) do nothing`,
  params: ['acad', 'id', 'fil', 'octroi', 'agent', 'avis', 'contenu', 'qualite'],
}

export type RegardsRow = { octroi: string; avis: string; contenu: Buffer; id: string; le: Date }
export const regards: Statement<{ acad: string; fil: string }, RegardsRow> = {
  name: 'dossier.secours.secours.regards',
  text: `select octroi, avis, contenu, id, le from confidentiel.secours_regard where acad = $1 and fil = $2`,
  params: ['acad', 'fil'],
}
