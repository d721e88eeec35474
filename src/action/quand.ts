import { jourAParis } from '#platform'
import { premier } from '#ui'

/** Days of an action, as people say them. Dates have no hour: they are read at noon, so that no season moves them. */
const LONG = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
const COURT = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', day: 'numeric', month: 'long' })
const INSTANT = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'long', timeStyle: 'short' })

const midi = (iso: string): Date => new Date(`${iso}T12:00:00Z`)

export const jourLong = (iso: string): string => premier(LONG.format(midi(iso)))
export const jourCourt = (iso: string): string => premier(COURT.format(midi(iso)))

/** « le 7 novembre 2024 », « du 7 au 22 novembre 2024 », « du 28 novembre au 3 décembre 2024 ». */
export function periode(du: string, au: string): string {
  if (du === au) return `le ${jourLong(du)}`
  if (du.slice(0, 4) !== au.slice(0, 4)) return `du ${jourLong(du)} au ${jourLong(au)}`
  const debut = du.slice(0, 7) === au.slice(0, 7) ? jourCourt(du).split(' ')[0]! : jourCourt(du)
  return `du ${debut} au ${jourLong(au)}`
}

export const moment = (d: Date): { iso: string; libelle: string } => ({ iso: d.toISOString(), libelle: INSTANT.format(d) })

/** The day in Paris: `2026-11-10`. */
export const isoJour = jourAParis

/** A real day, as a date field sends it. */
export const estJour = (iso: string): boolean =>
  /^20\d{2}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(midi(iso).getTime()) && midi(iso).toISOString().startsWith(iso)
