import { jourDe } from '#signalement'
import { clock, instantAParis, MINUTE } from '#platform'
import { Incomplet } from './dossier.ts'
import type { Envoi } from './agir.ts'

/** Small readers of a form's fields, each with its sentence. */
export function texte(envoi: Envoi, champ: string, max: number, vide?: string): string {
  const t = envoi[champ] ?? ''
  if (t === '' && vide !== undefined) throw new Incomplet({ champ, message: vide })
  if (t.length > max) throw new Incomplet({ champ, message: `Ce texte est trop long : ${t.length} signes, pour ${max} au plus.` })
  return t
}

export function parmi<T extends string>(envoi: Envoi, champ: string, liste: Readonly<Record<T, unknown>>, vide: string): T {
  const code = envoi[champ] ?? ''
  if (!Object.hasOwn(liste, code)) throw new Incomplet({ champ, message: vide })
  return code as T
}

/** The boxes ticked under this name, those of the list only. */
export const coches = <T extends string>(envoi: Envoi, champ: string, liste: Readonly<Record<T, unknown>>): T[] =>
  [...new Set((envoi[champ] ?? '').split(','))].filter((code): code is T => Object.hasOwn(liste, code))

/** A real day, as `2026-11-22`; today when the field is empty and `defaut` is true. */
export function jourSaisi(envoi: Envoi, champ: string, defaut: true): string
export function jourSaisi(envoi: Envoi, champ: string, defaut: false): string | null
export function jourSaisi(envoi: Envoi, champ: string, defaut: boolean): string | null {
  const t = envoi[champ] ?? ''
  if (t === '') return defaut ? jourDe(clock.now()) : null
  const d = new Date(`${t}T12:00:00Z`)
  const vrai = /^(19|20)\d{2}-\d{2}-\d{2}$/.test(t) && !Number.isNaN(d.getTime()) && d.toISOString().startsWith(t)
  if (!vrai) throw new Incomplet({ champ, message: 'Cette date n’existe pas. Écrivez-la comme 2026-11-22.' })
  return t
}

/** A moment on the clocks of France, as a browser sends it (`2026-11-22T14:30`). */
export function momentAVenir(envoi: Envoi, champ: string): Date {
  const [, jour, h, m] = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(envoi[champ] ?? '') ?? []
  if (jour === undefined) throw new Incomplet({ champ, message: 'Écrivez le jour et l’heure.' })
  return instantAParis(jourSaisi({ [champ]: jour }, champ, true), (Number(h) * 60 + Number(m)) * MINUTE)
}

/** The same, of what has happened. */
export function momentSaisi(envoi: Envoi, champ: string): Date {
  const le = momentAVenir(envoi, champ)
  // A phone whose clock is a little ahead is no mistake.
  if (le.getTime() > clock.now().getTime() + 10 * MINUTE)
    throw new Incomplet({ champ, message: 'Ce moment n’est pas encore venu.' })
  return le
}

/** Now, on the clocks of France, for such a field. */
export const maintenantSaisi = (): string => {
  const [jour, heure] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' })
    .format(clock.now())
    .split(' ')
  return `${jour}T${heure}`
}
