import { clock, JOUR } from '#platform'

/**
 * Pages that somebody has closed for good. A browser keeps the forms that it sent and sends them again at its « back » arrow: without
 * this, whoever takes the telephone next would read everything, and the code. Known in memory, for the day that a draft lives;
 * a restart forgets them.
 */
const fermees = new Map<string, number>()
const AU_PLUS = 20_000

/** `id`: of a draft, or of a visit with a code. */
export function fermerPage(id: string): void {
  const [plusVieille] = fermees.keys()
  if (fermees.size >= AU_PLUS && plusVieille !== undefined) fermees.delete(plusVieille)
  fermees.delete(id)
  fermees.set(id, clock.now().getTime() + JOUR)
}

export const pageFermee = (id: string): boolean => (fermees.get(id) ?? 0) > clock.now().getTime()
