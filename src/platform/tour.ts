import { transaction, type Base, type PublicDb } from './db.ts'
import { TropDeDemandes } from './errors.ts'

/** Seconds before the next try, for whoever found the line full. */
const REVENIR_S = 5

/** A few at once, each in turn; past `attente` who wait, the next is sent away. */
export function tour(o: { aLaFois: number; attente: number }): <T>(work: () => Promise<T>) => Promise<T> {
  const file: (() => void)[] = []
  let enCours = 0
  return async (work) => {
    if (enCours < o.aLaFois) enCours += 1
    else if (file.length >= o.attente) throw new TropDeDemandes(REVENIR_S)
    else await new Promise<void>((monTour) => file.push(monTour))
    try {
      return await work()
    } finally {
      const suivant = file.shift()
      // The place passes from one to the next: the count does not move.
      if (suivant === undefined) enCours -= 1
      else suivant()
    }
  }
}

const tours = new WeakMap<Base, ReturnType<typeof tour>>()

/**
 * What is asked of the public door out of interest: two at a time of its eight connections (proposition), so that a flood of
 * words never searched before makes those who search wait, and never those who tell.
 */
export function chacunSonTour<T>(base: Base, work: (db: PublicDb) => Promise<T>): Promise<T> {
  const passer = tours.get(base) ?? tour({ aLaFois: 2, attente: 100 })
  tours.set(base, passer)
  return passer(() => transaction(base, 'public', {}, work))
}
