// Generated from scellee.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

export type MaProfessionRow = { profession: string | null }
export const maProfession: Statement<{}, MaProfessionRow> = {
  name: 'dossier.note.scellee.maProfession',
  text: `select acces.ma_profession() as profession`,
  params: [],
}

export type NotesRow = { id: string; profession: string; contenu: Buffer; le: Date; prenom: string; nom: string }
export const notes: Statement<{ acad: string; fil: string }, NotesRow> = {
  name: 'dossier.note.scellee.notes',
  text: `select n.id, n.profession, n.contenu, n.le, a.prenom, a.nom
  from confidentiel.note_scellee n join annuaire.agent a on a.acad = n.acad and a.id = n.agent
  where n.acad = $1 and n.fil = $2 order by n.le, n.id`,
  params: ['acad', 'fil'],
}

export type PartagesRow = { id: string; note: string; profession: string; avec: string; famille: string; contenu: Buffer; le: Date; prenom: string; nom: string; avec_prenom: string; avec_nom: string }
export const partages: Statement<{ acad: string; fil: string }, PartagesRow> = {
  name: 'dossier.note.scellee.partages',
  text: `select p.id, p.note, p.profession, p.avec, p.famille, p.contenu, p.le, a.prenom, a.nom, v.prenom as avec_prenom, v.nom as avec_nom
  from confidentiel.note_partage p join annuaire.agent a on a.acad = p.acad and a.id = p.par
    join annuaire.agent v on v.acad = p.acad and v.id = p.avec
  where p.acad = $1 and p.fil = $2 order by p.le, p.id`,
  params: ['acad', 'fil'],
}

export type ScellerRow = {}
export const sceller: Statement<{ acad: string; id: string; fil: string; profession: string; qualite: string; contenu: Uint8Array }, ScellerRow> = {
  name: 'dossier.note.scellee.sceller',
  text: `insert into confidentiel.note_scellee (acad, id, fil, agent, profession, qualite, contenu, le)
  values ($1, $2, $3, acces.moi(), $4, $5, $6, acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'profession', 'qualite', 'contenu'],
}

export type PartagerRow = {}
export const partager: Statement<{ acad: string; id: string; fil: string; note: string; profession: string; avec: string; famille: string; contenu: Uint8Array }, PartagerRow> = {
  name: 'dossier.note.scellee.partager',
  text: `insert into confidentiel.note_partage (acad, id, fil, note, profession, avec, famille, contenu, par, le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, acces.moi(), acces.maintenant()) on conflict do nothing`,
  params: ['acad', 'id', 'fil', 'note', 'profession', 'avec', 'famille', 'contenu'],
}
