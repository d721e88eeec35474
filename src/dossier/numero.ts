import { randomInt } from 'node:crypto'
import { clock } from '#platform'
import { jourDe } from '#signalement'

/** 32 signs that are not taken for one another: no I, L, O or U. */
const SIGNES = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The school year begins on 1 September, in France's own time: on 31 August 2026 it is still 2025. */
export function anneeScolaire(le = clock.now()): number {
  const [annee, mois] = jourDe(le).split('-').map(Number) as [number, number]
  return mois >= 9 ? annee : annee - 1
}

/** `031` is written 31, `02A` 2A, `971` stays. */
const deptCourt = (dept: string): string => dept.replace(/^0/, '')

/** `31-2026-K7Q2XM`: a number to say on the phone, that tells how many there are to nobody. */
export const tirerNumero = (dept: string, le = clock.now()): string =>
  `${deptCourt(dept)}-${anneeScolaire(le)}-${Array.from({ length: 6 }, () => SIGNES[randomInt(32)]).join('')}`

/** A number as people type it: lower case, spaces, and the letters that it never has taken for those it has. Null: not a number. */
export function lireNumero(texte: string): string | null {
  const m = /^(?<dept>[0-9]{2,3}|2[AB])[\s-]*(?<annee>20\d{2})[\s-]*(?<fin>[0-9A-Z]{6})$/.exec(texte.trim().toUpperCase())?.groups
  if (m === undefined) return null
  return `${m.dept}-${m.annee}-${m.fin!.replace(/[IL]/g, '1').replace(/O/g, '0').replace(/U/g, 'V')}`
}
