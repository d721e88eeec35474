// Generated from rencontre.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** The side of a pupil in this shared concern, the first time that they are planned or seen. */
export type PlacerRow = {}
export const placer: Statement<{ acad: string; fil: string; piste: string; personne: string; cote: string }, PlacerRow> = {
  name: 'dossier.piste.rencontre.placer',
  text: `insert into confidentiel.eleve_cote (acad, fil, piste, personne, cote) values ($1, $2, $3, $4, $5) on conflict do nothing`,
  params: ['acad', 'fil', 'piste', 'personne', 'cote'],
}

/** Before a morning is planned anew: hours that move must not meet each other on the way. */
export type LibererHeuresRow = {}
export const libererHeures: Statement<{ acad: string; fil: string; piste: string }, LibererHeuresRow> = {
  name: 'dossier.piste.rencontre.libererHeures',
  text: `update confidentiel.rencontre set debut = null, duree = null where acad = $1 and fil = $2 and piste = $3 and constat is null`,
  params: ['acad', 'fil', 'piste'],
}

/** One talk ahead for a pupil: planning it anew moves it. */
export type PrevoirRow = {}
export const prevoir: Statement<{ acad: string; id: string; fil: string; piste: string; personne: string; intervenant: string; cote: string; jour: string; debut: string | null; duree: number | null; lieu: Uint8Array | null }, PrevoirRow> = {
  name: 'dossier.piste.rencontre.prevoir',
  text: `insert into confidentiel.rencontre (acad, id, fil, piste, personne, intervenant, cote, jour, debut, duree, lieu)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::time, $10, $11)
  on conflict (acad, piste, personne) where constat is null
  do update set intervenant = excluded.intervenant, cote = excluded.cote, jour = excluded.jour, debut = excluded.debut,
    duree = excluded.duree, lieu = case when rencontre.id = excluded.id then excluded.lieu else null end`,
  params: ['acad', 'id', 'fil', 'piste', 'personne', 'intervenant', 'cote', 'jour', 'debut', 'duree', 'lieu'],
}

/** The room is encrypted for the row that holds it. */
export type SituerRow = {}
export const situer: Statement<{ lieu: Uint8Array; acad: string; fil: string; id: string }, SituerRow> = {
  name: 'dossier.piste.rencontre.situer',
  text: `update confidentiel.rencontre set lieu = $1 where acad = $2 and fil = $3 and id = $4`,
  params: ['lieu', 'acad', 'fil', 'id'],
}

export type PrevueRow = { id: string }
export const prevue: Statement<{ acad: string; piste: string; personne: string }, PrevueRow> = {
  name: 'dossier.piste.rencontre.prevue',
  text: `select id from confidentiel.rencontre where acad = $1 and piste = $2 and personne = $3 and constat is null`,
  params: ['acad', 'piste', 'personne'],
}

/** A talk that was planned, or one that was not: in both cases noted once. */
export type NoterRow = {}
export const noter: Statement<{ acad: string; id: string; fil: string; piste: string; personne: string; intervenant: string; cote: string; tenueLe: string; constat: string; suite: string | null; contenu: Uint8Array }, NoterRow> = {
  name: 'dossier.piste.rencontre.noter',
  text: `insert into confidentiel.rencontre (acad, id, fil, piste, personne, intervenant, cote, jour, constat, suite, contenu, tenue_le, note_par, note_le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $8, acces.moi(), acces.maintenant())
  on conflict (acad, id) do update set intervenant = excluded.intervenant, cote = excluded.cote, constat = excluded.constat,
    suite = excluded.suite, contenu = excluded.contenu, tenue_le = excluded.tenue_le, note_par = excluded.note_par, note_le = excluded.note_le
  where rencontre.constat is null and rencontre.personne = excluded.personne and rencontre.fil = excluded.fil`,
  params: ['acad', 'id', 'fil', 'piste', 'personne', 'intervenant', 'cote', 'tenueLe', 'constat', 'suite', 'contenu'],
}

export type NoteeRow = { note_par: string | null }
export const notee: Statement<{ acad: string; id: string; fil: string }, NoteeRow> = {
  name: 'dossier.piste.rencontre.notee',
  text: `select note_par from confidentiel.rencontre where acad = $1 and id = $2 and fil = $3 and constat is not null`,
  params: ['acad', 'id', 'fil'],
}

export type AnnulerPrevuesRow = {}
export const annulerPrevues: Statement<{ jour: string; acad: string; fil: string; piste: string }, AnnulerPrevuesRow> = {
  name: 'dossier.piste.rencontre.annulerPrevues',
  text: `update confidentiel.rencontre set constat = 'annulee', tenue_le = $1, note_par = acces.moi(), note_le = acces.maintenant()
  where acad = $2 and fil = $3 and piste = $4 and constat is null`,
  params: ['jour', 'acad', 'fil', 'piste'],
}

/** The next talk of a track. */
export type ProchaineRow = { jour: string }
export const prochaine: Statement<{ acad: string; piste: string }, ProchaineRow> = {
  name: 'dossier.piste.rencontre.prochaine',
  text: `select jour from confidentiel.rencontre where acad = $1 and piste = $2 and constat is null order by jour limit 1`,
  params: ['acad', 'piste'],
}
