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
