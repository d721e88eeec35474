/** The outcomes that a page knows. Anything else is a 500 with a reference number. */

/** Unknown, or not for this person: never told apart. */
export class Introuvable extends Error {
  readonly statut = 404
}

/** It was there, and its key was destroyed: said only to those who may see that it existed. */
export class Efface extends Introuvable {
  readonly le: Date
  constructor(le: Date) {
    super('erased')
    this.le = le
  }
}

/** The rules say no; the message is the French sentence that the person reads. */
export class Refus extends Error {
  readonly statut: 409 | 413 | 422 | 503
  constructor(phrase: string, statut: 409 | 413 | 422 | 503 = 409) {
    super(phrase)
    this.statut = statut
  }
}

/** Too many requests from one place; `secondes` before the next try. */
export class TropDeDemandes extends Error {
  readonly statut = 429
  readonly secondes: number
  constructor(secondes: number) {
    super(`retry after ${secondes} s`)
    this.secondes = secondes
  }
}

/** No session, or it has ended. */
export class SansSession extends Error {
  readonly statut = 401
}

/** Somebody else changed it first: both versions are kept and shown. */
export class Conflit extends Refus {}

/** The database cannot be reached, or has just gone: it comes back, and the request may be sent again. */
export function baseAbsente(erreur: unknown): boolean {
  if (!(erreur instanceof Error)) return false
  const { code = '' } = erreur as { code?: string }
  // 57P01 to 57P03: shutdown, crash, starting up; 08…: connection; 53300: too many connections.
  return (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[123]|08\d{3}|53300)$/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(erreur.message)
  )
}
