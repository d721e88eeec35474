import { jourDe } from '#signalement'
import { clock } from '#platform'
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
