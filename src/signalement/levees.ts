import type { Fait } from '#acces'
import { URGENCES, type Urgence } from './vocabulaire.ts'

/** Lifted by this verb since, and not said again: the urgencies of a report, or of a dossier, that may be put back. */
export const urgencesLevees = (
  dites: readonly string[],
  faits: readonly Pick<Fait, 'verbe' | 'detail'>[],
  verbe: string,
): Urgence[] => [
  ...new Set(
    faits
      .filter((f) => f.verbe === verbe)
      .map((f) => (f.detail as { urgence: string }).urgence)
      .filter((u): u is Urgence => Object.hasOwn(URGENCES, u) && !dites.includes(u)),
  ),
]
