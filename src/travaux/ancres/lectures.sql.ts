// Generated from lectures.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** Readings from just after one, up to an instant, in their order. Microseconds as text: JavaScript has none. */
export type LecturesSuivantesRow = { id: string; fil: string; agent: string; nature: string; le: string; motif: string; mots: string }
export const lecturesSuivantes: Statement<{ acad: string; le: number; id: string; jusque: Date; combien: number }, LecturesSuivantesRow> = {
  name: 'travaux.ancres.lectures.lecturesSuivantes',
  text: `select id, fil, agent, nature, (extract(epoch from le) * 1000000)::bigint::text as le,
    coalesce(motif, '') as motif, coalesce(encode(mots, 'hex'), '') as mots
  from confidentiel.consultation
  where acad = $1 and (le, id) > ('epoch'::timestamptz + $2::bigint * interval '1 microsecond', $3::uuid) and le <= $4
  order by le, id
  limit $5::int`,
  params: ['acad', 'le', 'id', 'jusque', 'combien'],
}

export type PoserLecturesRow = {}
export const poserLectures: Statement<{ acad: string; rang: number; jusque: Date; nombre: number; empreinte: Uint8Array }, PoserLecturesRow> = {
  name: 'travaux.ancres.lectures.poserLectures',
  text: `insert into machine.ancre_lectures (acad, rang, jusque, nombre, empreinte) values ($1, $2, $3, $4, $5)`,
  params: ['acad', 'rang', 'jusque', 'nombre', 'empreinte'],
}

export type DernieresLecturesRow = { jusque: Date }
export const dernieresLectures: Statement<{ acad: string }, DernieresLecturesRow> = {
  name: 'travaux.ancres.lectures.dernieresLectures',
  text: `select jusque from machine.ancre_lectures where acad = $1 order by rang desc limit 1`,
  params: ['acad'],
}

export type LecturesAncreesRow = { acad: string; rang: number; jusque: Date; nombre: number; empreinte: Buffer }
export const lecturesAncrees: Statement<{}, LecturesAncreesRow> = {
  name: 'travaux.ancres.lectures.lecturesAncrees',
  text: `select acad, rang, jusque, nombre, empreinte from machine.ancre_lectures order by acad, rang`,
  params: [],
}
