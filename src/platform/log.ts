import pino from 'pino'

/**
 * The log says what the machine does, never what people said: no body, no query string, no header, no name. A request is
 * known by its method, the pattern of its route, its status and a reference.
 */
export type Journal = pino.Logger

export const ouvrirJournal = (niveau: string): Journal =>
  pino({ level: niveau, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: resumerErreur } })

/** An error without its values: PostgreSQL's `detail` and `where` quote rows. */
function resumerErreur(e: unknown): object {
  if (!(e instanceof Error)) return { type: typeof e }
  const { code, constraint, routine } = e as Error & Record<string, unknown>
  return {
    type: e.name,
    message: code === undefined ? e.message : `SQLSTATE ${String(code)}`,
    code,
    constraint,
    routine,
    stack: e.stack?.split('\n').slice(1, 8),
  }
}
