import pino from 'pino'

/**
 * The log says what the machine does, never what people said: no body, no query string, no header, no name. A request is
 * known by its method, the pattern of its route, its status and a reference.
 */
export type Journal = pino.Logger

export const ouvrirJournal = (niveau: string): Journal => {
  const sortie = ouvrirSortie()
  return pino(
    {
      level: niveau,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: resumerErreur },
      hooks: {
        logMethod(args, ecrire, gravite) {
          ecrire.apply(this, args)
          if (gravite >= GRAVE) sortie.flushSync()
        },
      },
    },
    sortie,
  )
}

/** Errors are written at once. */
const GRAVE = pino.levels.values.error!

/**
 * Lines leave together, at the latest a second after, and all of them when the process ends: a call to the system for each
 * took a fifth of the time of a page. One outlet for the whole process.
 */
const ouvrirSortie = (): Sortie => {
  if (sortie === undefined) {
    sortie = pino.destination({ minLength: 4096, periodicFlush: 1000, sync: true })
    process.once('exit', () => sortie?.flushSync())
  }
  return sortie
}
type Sortie = ReturnType<typeof pino.destination>
let sortie: Sortie | undefined

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
    stack: traceDe(e),
  }
}

/** Where it happened, never what it said: a message of several lines stands in the stack whole, and may quote what was typed. */
const traceDe = (e: Error): string[] => {
  const pile = e.stack ?? ''
  const debut = pile.indexOf(e.message)
  return pile
    .slice(debut < 0 ? 0 : debut + e.message.length)
    .split('\n')
    .filter((l) => /^\s+at /.test(l))
    .slice(0, 7)
}
