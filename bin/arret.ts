/** What to undo when the command ends, last come first served. */
export type Arrets = (() => Promise<void> | void)[]

const PATIENCE_MS = 5000
/** npm, the terminal and the launcher may each pass on one Ctrl-C: within this time it is the same one. */
const MEME_SIGNAL_MS = 500

/** Ends everything cleanly at the first signal, or when nothing is left to do; at once at the second signal.
 *  The returned signal is aborted from the first one on: what the end interrupts is no error. */
export function surveillerSignaux(arrets: Arrets, code = 0): AbortSignal {
  const fin = new AbortController()
  let premier: number | undefined
  const recevoir = () => {
    if (premier === undefined) {
      premier = performance.now()
      fin.abort()
      void terminer(arrets, code)
    } else if (performance.now() - premier > MEME_SIGNAL_MS) process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, recevoir)
  process.once('beforeExit', () => void toutArreter(arrets))
  return fin.signal
}

async function terminer(arrets: Arrets, code: number) {
  process.stderr.write('\nArrêt en cours…\n')
  setTimeout(() => process.exit(1), PATIENCE_MS).unref()
  await toutArreter(arrets)
  process.exit(code)
}

/** What is still starting when the signal comes is waited for, then stopped: nothing is left running behind. */
export async function tenir<T extends { arreter: () => Promise<void> }>(arrets: Arrets, naissant: Promise<T>): Promise<T> {
  arrets.push(async () => {
    const ne = await naissant.catch(() => undefined)
    await ne?.arreter()
  })
  return await naissant
}

/** One that fails does not keep the others from ending. */
export async function toutArreter(arrets: Arrets) {
  for (const arreter of arrets.splice(0).reverse())
    try {
      await arreter()
    } catch (erreur) {
      process.stderr.write(`${(erreur as Error).message}\n`)
    }
}
