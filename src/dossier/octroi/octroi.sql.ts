// Generated from octroi.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** The équipe ressource of the school: who may be handed one dossier. */
export type MembresRow = { id: string; prenom: string; nom: string }
export const membres: Statement<{ acad: string; etab: string }, MembresRow> = {
  name: 'dossier.octroi.octroi.membres',
  text: `select a.id, a.prenom, a.nom from annuaire.mandat m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = $1 and m.etab = $2 and m.role = 'equipe' and m.du <= acces.maintenant()
    and (m.au is null or m.au > acces.maintenant()) order by a.nom, a.prenom`,
  params: ['acad', 'etab'],
}

export type OctroisRow = { id: string; agent: string; prenom: string; nom: string; motif: string; du: Date; au: Date | null }
export const octrois: Statement<{ fil: string }, OctroisRow> = {
  name: 'dossier.octroi.octroi.octrois',
  text: `select id, agent, prenom, nom, motif, du, au from acces.octrois($1)`,
  params: ['fil'],
}

export type OctroyerRow = { fait: boolean }
export const octroyer: Statement<{ id: string; fil: string; agent: string; motif: string; au: Date }, OctroyerRow> = {
  name: 'dossier.octroi.octroi.octroyer',
  text: `select acces.octroyer($1, $2, $3, $4, $5) as fait`,
  params: ['id', 'fil', 'agent', 'motif', 'au'],
}

export type FinirRow = { agent: string | null }
export const finir: Statement<{ id: string }, FinirRow> = {
  name: 'dossier.octroi.octroi.finir',
  text: `select acces.finir_octroi($1) as agent`,
  params: ['id'],
}
