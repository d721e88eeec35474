// Generated from prevu.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** One thing of a kind about one object: planning it anew moves it. */
export type PoserRow = {}
export const poser: Statement<{ acad: string; id: string; fil: string; nature: string; objet: string | null; pour: string; contenu: Uint8Array | null; le: Date }, PoserRow> = {
  name: 'dossier.prevu.prevu.poser',
  text: `insert into confidentiel.prevu (acad, id, fil, nature, objet, pour, contenu, le, prevu_par, prevu_le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, acces.moi(), acces.maintenant())
  on conflict (acad, fil, nature, coalesce(objet, fil)) where issue is null and nature <> 'tache'
  do update set le = excluded.le, pour = excluded.pour`,
  params: ['acad', 'id', 'fil', 'nature', 'objet', 'pour', 'contenu', 'le'],
}

/** `objets`: every entry of the person that it is about, or the one row; nothing: the dossier itself. */
export type FinirRow = {}
export const finir: Statement<{ issue: string; acad: string; fil: string; nature: string; objets: readonly string[] | null }, FinirRow> = {
  name: 'dossier.prevu.prevu.finir',
  text: `update confidentiel.prevu set issue = $1, fini_par = acces.moi(), fini_le = acces.maintenant()
  where acad = $2 and fil = $3 and nature = $4 and coalesce(objet, fil) = any (coalesce($5::uuid[], array[fil])) and issue is null`,
  params: ['issue', 'acad', 'fil', 'nature', 'objets'],
}

/** A dossier that ends: nothing stays promised, but the outcome of what was transmitted, and what was read of it. */
export type FinirToutRow = {}
export const finirTout: Statement<{ acad: string; fil: string }, FinirToutRow> = {
  name: 'dossier.prevu.prevu.finirTout',
  text: `update confidentiel.prevu set issue = 'annule', fini_par = acces.moi(), fini_le = acces.maintenant()
  where acad = $1 and fil = $2 and issue is null and nature not in ('suite_transmission', 'transmission_relue')`,
  params: ['acad', 'fil'],
}

export type ConfierToutRow = {}
export const confierTout: Statement<{ vers: string; acad: string; fil: string; de: string }, ConfierToutRow> = {
  name: 'dossier.prevu.prevu.confierTout',
  text: `update confidentiel.prevu set pour = $1 where acad = $2 and fil = $3 and pour = $4 and issue is null`,
  params: ['vers', 'acad', 'fil', 'de'],
}

export type OuvertsRow = { id: string; nature: string; objet: string | null; pour: string; contenu: Buffer | null; le: Date; prenom: string; nom: string }
export const ouverts: Statement<{ acad: string; fil: string }, OuvertsRow> = {
  name: 'dossier.prevu.prevu.ouverts',
  text: `select p.id, p.nature, p.objet, p.pour, p.contenu, p.le, a.prenom, a.nom
  from confidentiel.prevu p join annuaire.agent a on a.acad = p.acad and a.id = p.pour
  where p.acad = $1 and p.fil = $2 and p.issue is null order by p.le, p.id`,
  params: ['acad', 'fil'],
}
