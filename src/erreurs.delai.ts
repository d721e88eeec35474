import type { Langue } from '#ui'

type Formes = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
interface Delais {
  instant: string
  minutes: Formes
  heures: Formes
}

const DELAIS: Record<Langue, Delais> = {
  fr: {
    instant: 'dans quelques secondes',
    minutes: { one: 'dans une minute', other: 'dans #\u00a0minutes' },
    heures: { one: 'dans une heure', other: 'dans #\u00a0heures' },
  },
  en: {
    instant: 'in a few seconds',
    minutes: { one: 'in a minute', other: 'in #\u00a0minutes' },
    heures: { one: 'in an hour', other: 'in #\u00a0hours' },
  },
  ar: {
    instant: 'بعد بضع ثوانٍ',
    minutes: { one: 'بعد دقيقة', two: 'بعد دقيقتين', few: 'بعد #\u00a0دقائق', other: 'بعد #\u00a0دقيقة' },
    heures: { one: 'بعد ساعة', two: 'بعد ساعتين', few: 'بعد #\u00a0ساعات', other: 'بعد #\u00a0ساعة' },
  },
}

/** A wait in seconds, never said shorter than it is, in what a person counts in: « dans 12 minutes », « dans une heure ». */
export function delai(langue: Langue, secondes: number): string {
  const d = DELAIS[langue]
  if (secondes <= 15) return d.instant
  const minutes = Math.ceil(secondes / 60)
  const [n, formes] = minutes <= 50 ? [minutes, d.minutes] : [Math.ceil(minutes / 60), d.heures]
  return (formes[new Intl.PluralRules(langue).select(n)] ?? formes.other).replace('#', String(n))
}
