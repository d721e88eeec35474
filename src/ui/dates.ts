import type { Langue } from './textes/index.ts'

/** « 1er décembre »: the first of a month is an ordinal in French, alone of its days. */
export const premier = (date: string): string => date.replace(/^1 /, '1er ')

/** « 45 min », « 6 h », « 1 h 30 ». */
export const minutes = (n: number): string =>
  n < 60 ? `${n}\u00a0min` : `${Math.floor(n / 60)}\u00a0h${n % 60 === 0 ? '' : `\u00a0${String(n % 60).padStart(2, '0')}`}`

const formats = new Map<Langue, Intl.DateTimeFormat>()

/** « mardi 10 novembre à 9 h 05 », in the reader's language and Toulouse's time. */
export function dateLongue(langue: Langue, date: Date): string {
  let f = formats.get(langue)
  if (f === undefined) {
    const locale = { fr: 'fr-FR', en: 'en-GB', ar: 'ar-u-nu-latn' }[langue]
    f = new Intl.DateTimeFormat(locale, {
      timeZone: 'Europe/Paris',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(langue, f)
  }
  if (langue !== 'fr') return f.format(date)
  // French hours are written « 9 h » and « 9 h 05 ».
  const p = Object.fromEntries(f.formatToParts(date).map((x) => [x.type, x.value]))
  const minutes = p.minute === '00' ? '' : `\u00a0${p.minute}`
  return `${p.weekday} ${p.day === '1' ? '1er' : p.day} ${p.month} à ${Number(p.hour)}\u00a0h${minutes}`
}

const jours = new Map<Langue, Intl.DateTimeFormat>()

/** « mardi 10 novembre »: when the hour says nothing. */
export function jourLong(langue: Langue, date: Date): string {
  const locale = { fr: 'fr-FR', en: 'en-GB', ar: 'ar-u-nu-latn' }[langue]
  const f =
    jours.get(langue) ??
    new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Paris', weekday: 'long', day: 'numeric', month: 'long' })
  jours.set(langue, f)
  return f.format(date).replace(/ 1 (?=\p{L})/u, langue === 'fr' ? ' 1er ' : ' 1 ')
}
