// Generated from etagere.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Moves with whatever may change what is online; no row before the first publication. */
export type EtatRow = { version: number }
export const etat: Statement<{ acad: string }, EtatRow> = {
  name: 'ressource.etagere.etagere.etat',
  text: `select coalesce((select version from prevention.etagere where acad = $1), 0) as version`,
  params: ['acad'],
}

export type ProchainRow = { le: Date | null }
export const prochain: Statement<{ acad: string }, ProchainRow> = {
  name: 'ressource.etagere.etagere.prochain',
  text: `select prevention.prochain($1) as le`,
  params: ['acad'],
}

/** What is online for whoever asks: the policies choose, the newest first. */
export type EnLigneRow = { id: string; ressource: string; genre: string; adresse: string; rang: number; titre: string; resume: string; acces: string; forme: string; publics: string[]; niveaux: string[]; themes: string[]; piliers: number[]; duree: number | null; falc: boolean; licence: string; origine: string; lien: string; remplace: string | null; du: Date; au: Date | null; a_revoir_le: string; lectures: number }
export const enLigne: Statement<{ depuis: string; acad: string }, EnLigneRow> = {
  name: 'ressource.etagere.etagere.enLigne',
  text: `select v.id, v.ressource, r.genre, r.adresse, v.rang, v.titre, v.resume, v.acces, v.forme, v.publics, v.niveaux, v.themes, v.piliers,
    v.duree, v.falc, v.licence, v.origine, v.lien, v.remplace, e.du, e.au, r.a_revoir_le::text as a_revoir_le,
    coalesce((select sum(l.nombre)::int from prevention.lecture l where l.acad = v.acad and l.ressource = v.ressource
      and l.jour > $1::date), 0) as lectures
  from prevention.en_ligne() e
  join prevention.version v on v.acad = e.acad and v.id = e.version
  join prevention.ressource r on r.acad = v.acad and r.id = v.ressource
  where v.acad = $2
  order by e.du desc, v.id`,
  params: ['depuis', 'acad'],
}

export type ChercherRow = { version: string }
export const chercher: Statement<{ acad: string; requete: string }, ChercherRow> = {
  name: 'ressource.etagere.etagere.chercher',
  text: `select version from prevention.chercher($1, $2)`,
  params: ['acad', 'requete'],
}

export type CompterRow = { compter_lectures: null | null }
export const compter: Statement<{ acad: string; ressources: readonly string[]; nombres: readonly number[] }, CompterRow> = {
  name: 'ressource.etagere.etagere.compter',
  text: `select prevention.compter_lectures($1, $2::uuid[], $3::integer[])`,
  params: ['acad', 'ressources', 'nombres'],
}
