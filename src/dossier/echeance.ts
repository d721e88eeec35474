import { clock, HEURE, JOUR, plus } from '#platform'
import { jourDe } from '#signalement'
import { DELAIS, type CodeDelai } from './protocole/delais.ts'
import type { ReglagesAcad } from './protocole/reglages.ts'

/** Is there school on this day (`2026-11-22`)? */
export type Classe = (jour: string) => boolean

/** Monday to Friday: where no calendar says better. */
export const semaine: Classe = (jour) => ![0, 6].includes(new Date(`${jour}T12:00:00Z`).getUTCDay())

const suivant = (jour: string, n = 1): string => new Date(Date.parse(`${jour}T12:00:00Z`) + n * JOUR).toISOString().slice(0, 10)

/** The end of a school day: 18:00 in France. */
export function finDeJournee(jour: string): Date {
  const utc = new Date(`${jour}T18:00:00Z`)
  const h = Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' }).format(utc))
  return plus(utc, (18 - h) * HEURE)
}

/** The nth school day from this one on (0: this one, or the first one after it). */
function jourDeClasse(depuis: string, n: number, classe: Classe): string {
  let jour = depuis
  for (let garde = 0; garde < 400 && !classe(jour); garde++) jour = suivant(jour)
  for (let reste = n; reste > 0; reste--)
    do jour = suivant(jour)
    while (!classe(jour))
  return jour
}

/** When this clock, started at `de`, runs out. */
export function echeanceDe(code: CodeDelai, reglages: ReglagesAcad, classe: Classe, de = clock.now()): Date {
  const valeur = reglages.delai(code)
  const { unite } = DELAIS[code]
  if (unite === 'heures') return plus(de, valeur * HEURE)
  if (unite === 'jours') return finDeJournee(jourDeClasse(suivant(jourDe(de), valeur), 0, classe))
  const fin = finDeJournee(jourDeClasse(jourDe(de), valeur, classe))
  // After six in the evening « the same day » is the next school day.
  return fin > de ? fin : finDeJournee(jourDeClasse(suivant(jourDe(de)), valeur, classe))
}
