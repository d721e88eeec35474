// Generated from verifier.sql by `preau sql`. Do not edit.
import type { Statement } from '#platform'

/** One picture of everything for the whole check, while others go on writing. */
export type FigerRow = {}
export const figer: Statement<{}, FigerRow> = {
  name: 'travaux.ancres.verifier.figer',
  text: `set transaction isolation level repeatable read, read only`,
  params: [],
}

export type CompterRow = { n: number }
export const compter: Statement<{}, CompterRow> = {
  name: 'travaux.ancres.verifier.compter',
  text: `select coalesce(sum(rang), 0)::bigint as n from confidentiel.chaine`,
  params: [],
}

/** Facts in the order of their chains, from just after the last one seen, each with the head of its chain. Microseconds and text: JavaScript has neither. */
export type FaitsSuivantsRow = { acad: string; fil: string; rang: number; verbe: string; par: string; qualite: string; le: string; detail: string; precedent: Buffer; empreinte: Buffer; rangtete: number | null; tete: Buffer | null }
export const faitsSuivants: Statement<{ acad: string; fil: string; rang: number; combien: number }, FaitsSuivantsRow> = {
  name: 'travaux.ancres.verifier.faitsSuivants',
  text: `select f.acad, f.fil, f.rang, f.verbe, coalesce(f.par::text, '') as par, f.qualite,
    (extract(epoch from f.le) * 1000000)::bigint::text as le, f.detail::text as detail, f.precedent, f.empreinte,
    c.rang as rangtete, c.tete
  from confidentiel.fait f left join confidentiel.chaine c on c.acad = f.acad and c.fil = f.fil
  where (f.acad, f.fil, f.rang) > ($1, $2::uuid, $3::int)
  order by f.acad, f.fil, f.rang
  limit $4::int`,
  params: ['acad', 'fil', 'rang', 'combien'],
}

/** What a receipt proves: the first fact of a report, found by its fingerprint. */
export type FaitDUnRecuRow = { acad: string; fil: string; le: Date }
export const faitDUnRecu: Statement<{ empreinte: string }, FaitDUnRecuRow> = {
  name: 'travaux.ancres.verifier.faitDUnRecu',
  text: `select acad, fil, le from confidentiel.fait
  where empreinte = decode($1, 'hex') and rang = 1 and verbe in ('signalement.deposer', 'signalement.saisir')`,
  params: ['empreinte'],
}

export type ChainesVidesRow = { acad: string; fil: string; rang: number }
export const chainesVides: Statement<{}, ChainesVidesRow> = {
  name: 'travaux.ancres.verifier.chainesVides',
  text: `select c.acad, c.fil, c.rang from confidentiel.chaine c
  where not exists (select from confidentiel.fait f where f.acad = c.acad and f.fil = c.fil)
  order by c.acad, c.fil`,
  params: [],
}

/** A thread has a key from its first moment, and its first fact in the same transaction. */
export type FilsSansChaineRow = { acad: string; fil: string }
export const filsSansChaine: Statement<{}, FilsSansChaineRow> = {
  name: 'travaux.ancres.verifier.filsSansChaine',
  text: `select k.acad, k.fil from confidentiel.cle k
  where not exists (select from confidentiel.chaine c where c.acad = k.acad and c.fil = k.fil)
  order by k.acad, k.fil`,
  params: [],
}

export type AncresRow = { acad: string; rang: number; le: Date; empreinte: Buffer; signature: Buffer; cle: string }
export const ancres: Statement<{}, AncresRow> = {
  name: 'travaux.ancres.verifier.ancres',
  text: `select acad, rang, le, empreinte, signature, cle from machine.ancre order by acad, rang`,
  params: [],
}

export type TetesAncreesRow = { fil: string; rang_fait: number; tete: Buffer }
export const tetesAncrees: Statement<{ acad: string; rang: number }, TetesAncreesRow> = {
  name: 'travaux.ancres.verifier.tetesAncrees',
  text: `select fil, rang_fait, tete from machine.ancre_tete where acad = $1 and rang = $2 order by fil`,
  params: ['acad', 'rang'],
}

/** Anchored heads that the facts do not bear out any more. */
export type TetesDementiesRow = { acad: string; fil: string; rang: number; rang_fait: number; disparu: boolean }
export const tetesDementies: Statement<{}, TetesDementiesRow> = {
  name: 'travaux.ancres.verifier.tetesDementies',
  text: `select t.acad, t.fil, t.rang, t.rang_fait, f.fil is null as disparu
  from machine.ancre_tete t left join confidentiel.fait f on f.acad = t.acad and f.fil = t.fil and f.rang = t.rang_fait
  where f.empreinte is distinct from t.tete
  order by t.acad, t.fil, t.rang`,
  params: [],
}
