import type { Refus } from '#platform'
import type { ParNumeroRow } from '../dossier.sql.ts'

/** This agent sees that the dossier exists and has no part in it: why they read it comes first. Answered by its cover. */
export class SansMotif extends Error {
  readonly d: ParNumeroRow
  /** Why what was sent could not be done, which is said all the same. */
  refus: Refus | undefined
  constructor(d: ParNumeroRow) {
    super('a motive is asked before reading')
    this.d = d
  }
}

/** For an act that lets something of the dossier out. */
export function exigerMotif({ d }: { d: ParNumeroRow }): void {
  if (d.a_motiver) throw new SansMotif(d)
}
