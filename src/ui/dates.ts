import type { Langue } from './textes/index.ts'

const formats = new Map<Langue, Intl.DateTimeFormat>()

/** « mardi 10 novembre à 09:00 », in the reader's language and Toulouse's time. */
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
  return f.format(date)
}
