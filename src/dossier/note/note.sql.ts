// Generated from note.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Zero rows: this very note had been written already. */
export type PoserRow = {}
export const poser: Statement<{ acad: string; id: string; fil: string; qualite: string; contenu: Uint8Array }, PoserRow> = {
  name: 'dossier.note.note.poser',
  text: `insert into confidentiel.note (acad, id, fil, agent, qualite, contenu, le)
  values ($1, $2, $3, acces.moi(), $4, $5, acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'qualite', 'contenu'],
}

export type NotesRow = { id: string; agent: string; qualite: string; contenu: Buffer; le: Date; prenom: string; nom: string }
export const notes: Statement<{ acad: string; fil: string }, NotesRow> = {
  name: 'dossier.note.note.notes',
  text: `select n.id, n.agent, n.qualite, n.contenu, n.le, a.prenom, a.nom
  from confidentiel.note n join annuaire.agent a on a.acad = n.acad and a.id = n.agent
  where n.acad = $1 and n.fil = $2 order by n.le desc, n.id`,
  params: ['acad', 'fil'],
}

export type MentionnerRow = {}
export const mentionner: Statement<{ acad: string; fil: string; note: string; agents: readonly string[] }, MentionnerRow> = {
  name: 'dossier.note.note.mentionner',
  text: `insert into confidentiel.mention (acad, fil, note, agent, par, le)
  select $1, $2, $3, a, acces.moi(), acces.maintenant() from unnest($4::uuid[]) a on conflict do nothing`,
  params: ['acad', 'fil', 'note', 'agents'],
}

export type MentionsRow = { note: string; agent: string; lue_le: Date | null; prenom: string; nom: string }
export const mentions: Statement<{ acad: string; fil: string }, MentionsRow> = {
  name: 'dossier.note.note.mentions',
  text: `select m.note, m.agent, m.lue_le, a.prenom, a.nom
  from confidentiel.mention m join annuaire.agent a on a.acad = m.acad and a.id = m.agent
  where m.acad = $1 and m.fil = $2 order by a.nom, a.prenom`,
  params: ['acad', 'fil'],
}

/** Whoever opens the notes has read what called them there. */
export type LireMentionsRow = {}
export const lireMentions: Statement<{ acad: string; fil: string }, LireMentionsRow> = {
  name: 'dossier.note.note.lireMentions',
  text: `update confidentiel.mention set lue_le = acces.maintenant()
  where acad = $1 and fil = $2 and agent = acces.moi() and lue_le is null`,
  params: ['acad', 'fil'],
}

export type FinirTacheRow = {}
export const finirTache: Statement<{ issue: string; acad: string; fil: string; id: string }, FinirTacheRow> = {
  name: 'dossier.note.note.finirTache',
  text: `update confidentiel.prevu set issue = $1, fini_par = acces.moi(), fini_le = acces.maintenant()
  where acad = $2 and fil = $3 and id = $4 and nature = 'tache' and issue is null`,
  params: ['issue', 'acad', 'fil', 'id'],
}

export type TachesFiniesRow = { id: string; pour: string; contenu: Buffer | null; issue: string | null; fini_le: Date | null; prenom: string; nom: string }
export const tachesFinies: Statement<{ acad: string; fil: string }, TachesFiniesRow> = {
  name: 'dossier.note.note.tachesFinies',
  text: `select p.id, p.pour, p.contenu, p.issue, p.fini_le, a.prenom, a.nom
  from confidentiel.prevu p join annuaire.agent a on a.acad = p.acad and a.id = p.pour
  where p.acad = $1 and p.fil = $2 and p.nature = 'tache' and p.issue is not null order by p.fini_le desc limit 20`,
  params: ['acad', 'fil'],
}

export type TacheConnueRow = { id: string }
export const tacheConnue: Statement<{ acad: string; id: string }, TacheConnueRow> = {
  name: 'dossier.note.note.tacheConnue',
  text: `select id from confidentiel.prevu where acad = $1 and id = $2`,
  params: ['acad', 'id'],
}
