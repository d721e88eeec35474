import { horsService, plusJoursOuvres, prochaineOuverture, type Calendrier } from '#annuaire'
import { JOUR } from '#platform'
import type { Niveau } from '../vocabulaire.ts'
import type { MonSignalementRow } from './suivi.sql.ts'

/** What the person who told was promised, and what came of it. */
export interface Promis {
  le: Date
  enRetard: boolean
  /** The highest level that a reminder has reached for this date; null when none has left yet. */
  prevenu: Niveau | null
}

type Attendu = Pick<MonSignalementRow, 'echeance' | 'rappel_le' | 'urgences' | 'niveau' | 'circo'>

/** The level that holds it, and those above that are told in turn, as the reminders climb (travaux/rappels.sql). */
function montee({ niveau, circo }: Attendu): readonly Niveau[] {
  if (niveau === 'etablissement') return circo === null ? [niveau, 'departement'] : [niveau, 'circonscription', 'departement']
  return niveau === 'circonscription' ? [niveau, 'departement'] : [niveau as Niveau, 'academie']
}

/**
 * Agents owe their answer in real hours, and are reminded in real hours. The person who told is promised what the first page says:
 * a day on which nobody reads does not count (proposition). A danger is announced at its own hour, or when somebody reads again.
 */
export function promisDe(s: Attendu, cal: Calendrier, maintenant: Date): Promis | null {
  if (s.echeance === null) return null
  const rouvre = (d: Date): Date => (horsService(cal, d) ? prochaineOuverture(cal, d) : d)
  const le = s.urgences.length > 0 ? rouvre(s.echeance) : plusJoursOuvres(cal, s.echeance, 0)
  const rappel = s.rappel_le !== null && s.rappel_le >= s.echeance ? s.rappel_le : null
  const pas = rappel === null ? -1 : Math.floor((rappel.getTime() - s.echeance.getTime()) / JOUR)
  return { le, enRetard: le < maintenant, prevenu: montee(s)[pas] ?? null }
}
