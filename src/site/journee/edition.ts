import type { Edition } from './donnees.ts'

/** Where each temps fort has its pages, and what it is called. The year of the address is that of its day. */
const PLACES: Record<string, { chemin: string; titre: string }> = {
  journee_nationale: { chemin: '/journee-nationale', titre: 'Journée nationale Non au harcèlement' },
  safer_internet_day: { chemin: '/temps-forts/safer-internet-day', titre: 'Safer Internet Day' },
  prix: { chemin: '/temps-forts/prix', titre: 'Prix Non au harcèlement' },
}

export const CODES = Object.keys(PLACES)
export const cheminDe = (code: string): string => PLACES[code]!.chemin
export const nomDe = (code: string): string => PLACES[code]!.titre

export const anneeDe = (e: Edition): string => e.jour.slice(0, 4)
export const adresse = (e: Edition): string => `${cheminDe(e.code)}/${anneeDe(e)}`
export const titreDe = (e: Edition): string => `${nomDe(e.code)} ${anneeDe(e)}`
/** For the tab, which is read over the shoulder: the day and its year, not its subject. */
export const ongletDe = (e: Edition): string => titreDe(e).replace(' Non au harcèlement', '')
