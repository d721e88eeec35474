import { jourOuvreApres, lireCalendrier, plusJours, premierJourApresVacances, type Calendrier } from '#annuaire'
import { chiffrer, dechiffrer } from '#acces'
import { clock, jourAParis, uuidv7, type AgentDb } from '#platform'
import type { Dossier } from '../dossier.ts'
import { echeanceDe, finDeJournee } from '../echeance.ts'
import { prevoir, type Prevu } from '../prevu/prevu.ts'
import type { Rang } from './vocabulaire.ts'

export interface Jalon {
  rang: Rang
  le: Date
}

/**
 * The end of the first school week after the next holidays: what was quiet may begin anew when everybody comes back (proposition,
 * situations § 8). Null when the calendar does not go so far, or when another checkpoint falls in that very week.
 */
export function jalonDeRentree(cal: Calendrier, autres: readonly Date[], de = clock.now()): Jalon | null {
  const retour = premierJourApresVacances(cal, de)
  if (retour === null) return null
  const dernier = jourOuvreApres(cal, retour, 4)
  const dedans = autres.some((d) => jourAParis(d) >= retour && jourAParis(d) <= plusJours(dernier, 2))
  return dedans ? null : { rang: 'rentree', le: finDeJournee(dernier) }
}

/** One week, one month, three months (as the académie settled), and the first week back: soonest first. */
export async function jalonsDe(db: AgentDb, o: Dossier): Promise<Jalon[]> {
  const trois = (['suivi_1', 'suivi_2', 'suivi_3'] as const).map((rang) => ({ rang, le: echeanceDe(rang, o.reglages, o.classe) }))
  const retour = jalonDeRentree(
    await lireCalendrier(db, o.acad),
    trois.map((j) => j.le),
  )
  return [...trois, ...(retour === null ? [] : [retour])].sort((a, b) => a.le.getTime() - b.le.getTime())
}

/** Each checkpoint is its own promise: it is its own object. */
export async function prevoirJalon(db: AgentDb, o: Dossier, j: Jalon): Promise<void> {
  const id = uuidv7()
  const contenu = chiffrer(o.fil, 'prevu.contenu', id, { rang: j.rang })
  await prevoir(db, o, { nature: 'point_suivi', le: j.le, id, objet: id, contenu })
}

/** The checkpoints that are still promised, soonest first. */
export const jalonsPrevus = (o: Dossier): (Prevu & { rang: Rang })[] =>
  o.prevus
    .filter((p) => p.nature === 'point_suivi')
    .map((p) => ({
      ...p,
      rang: p.contenu === null ? 'ajoute' : dechiffrer<{ rang: Rang }>(o.fil, 'prevu.contenu', p.id, p.contenu).rang,
    }))
