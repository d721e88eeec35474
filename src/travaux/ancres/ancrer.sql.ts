// Generated from ancrer.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** One process at a time does this; the others pass. */
export type SeulRow = { pris: boolean }
export const seul: Statement<{}, SeulRow> = {
  name: 'travaux.ancres.ancrer.seul',
  text: `select pg_try_advisory_xact_lock(hashtext('preau ancres')) as pris`,
  params: [],
}

export type DerniereRow = { rang: number; le: Date; empreinte: Buffer }
export const derniere: Statement<{ acad: string }, DerniereRow> = {
  name: 'travaux.ancres.ancrer.derniere',
  text: `select rang, le, empreinte from machine.ancre where acad = $1 order by rang desc limit 1`,
  params: ['acad'],
}

/** The heads that are not where the last anchor that holds them left them. */
export type TetesBougeesRow = { fil: string; rang_fait: number; tete: Buffer }
export const tetesBougees: Statement<{ acad: string }, TetesBougeesRow> = {
  name: 'travaux.ancres.ancrer.tetesBougees',
  text: `select c.fil, c.rang as rang_fait, c.tete
  from confidentiel.chaine c
  left join lateral (
    select t.tete from machine.ancre_tete t where t.acad = c.acad and t.fil = c.fil order by t.rang desc limit 1) a on true
  where c.acad = $1 and c.tete is distinct from a.tete
  order by c.fil`,
  params: ['acad'],
}

export type PoserAncreRow = {}
export const poserAncre: Statement<{ acad: string; rang: number; le: Date; empreinte: Uint8Array; signature: Uint8Array; cle: string }, PoserAncreRow> = {
  name: 'travaux.ancres.ancrer.poserAncre',
  text: `insert into machine.ancre (acad, rang, le, empreinte, signature, cle) values ($1, $2, $3, $4, $5, $6)`,
  params: ['acad', 'rang', 'le', 'empreinte', 'signature', 'cle'],
}

export type PoserTetesRow = {}
export const poserTetes: Statement<{ acad: string; rang: number; fils: readonly string[]; rangs: readonly number[]; tetes: readonly Uint8Array[] }, PoserTetesRow> = {
  name: 'travaux.ancres.ancrer.poserTetes',
  text: `insert into machine.ancre_tete (acad, rang, fil, rang_fait, tete)
  select $1, $2, t.fil, t.rang_fait, t.tete
  from unnest($3::uuid[], $4::int[], $5::bytea[]) as t (fil, rang_fait, tete)`,
  params: ['acad', 'rang', 'fils', 'rangs', 'tetes'],
}

export type AncresDepuisRow = { acad: string; rang: number; le: Date; empreinte: Buffer; signature: Buffer; cle: string }
export const ancresDepuis: Statement<{ acad: string; rang: number }, AncresDepuisRow> = {
  name: 'travaux.ancres.ancrer.ancresDepuis',
  text: `select acad, rang, le, empreinte, signature, cle from machine.ancre where acad = $1 and rang > $2 order by rang`,
  params: ['acad', 'rang'],
}
