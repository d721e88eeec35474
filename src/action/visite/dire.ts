import { typo } from '#ui'

const QUAND = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
})

/** « Mardi 10 novembre à 10 h 30 (45 min) ». */
export const quandVisite = (c: { debut: Date; minutes: number }): string => {
  const dit = typo(
    `${QUAND.format(c.debut).replace(/(\d+):(\d\d)/, (_, h, m) => `${h} h${m === '00' ? '' : ` ${m}`}`)} (${c.minutes} min)`,
  )
  return dit.slice(0, 1).toUpperCase() + dit.slice(1)
}

/** « 12 places libres », « Complet ». */
export const placesLibres = (c: { places: number; pris: number; ferme_le: Date | null }): string => {
  const n = c.places - c.pris
  if (c.ferme_le !== null) return 'Fermé'
  return n === 0 ? 'Complet' : typo(`${n} place${n > 1 ? 's libres' : ' libre'} sur ${c.places}`)
}

/** The slot was moved since the school chose, or accepted, its moment. */
export const aChange = (r: { pour: Date; debut: Date }): boolean => r.pour.getTime() !== r.debut.getTime()
