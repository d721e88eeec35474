import { HEURE, plus } from '#platform'

const OUVRE = 8
const FERME = 18

// Made once: making one costs a hundred times what using it does.
const HEURE_DE_TOULOUSE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** Weekday (0 = Sunday) and hour in Toulouse. */
function moment(date: Date): { jour: number; heure: number } {
  const parties = HEURE_DE_TOULOUSE.formatToParts(date)
  const valeur = (type: string): string => parties.find((p) => p.type === type)!.value
  return { jour: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(valeur('weekday')), heure: Number(valeur('hour')) }
}

/**
 * Outside duty hours nobody reads: nights and week-ends, in Toulouse's time.
 * Proposition: 8 h to 18 h, Monday to Friday. Holidays need the dated calendar, which is not here yet: the pages say
 * « pas pendant les vacances » in words.
 */
export function horsService(date: Date): boolean {
  const { jour, heure } = moment(date)
  return jour === 0 || jour === 6 || heure < OUVRE || heure >= FERME
}

/** The first full hour from which somebody reads again. */
export function prochaineOuverture(date: Date): Date {
  let d = new Date(Math.ceil(date.getTime() / HEURE) * HEURE)
  while (horsService(d)) d = plus(d, HEURE)
  return d
}
