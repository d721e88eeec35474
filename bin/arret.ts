/** What to undo when the command ends, last come first served. */
export type Arrets = (() => Promise<void> | void)[]

const PATIENCE_MS = 5000
/** npm, the terminal and the launcher may each pass on one Ctrl-C: within this time it is the same one. */
const MEME_SIGNAL_MS = 500

/** Ends everything cleanly at the first signal, or when nothing is left to do; at once at the second signal. */
export function surveillerSignaux(arrets: Arrets) {
  let premier: number | undefined
  const recevoir = () => {
    if (premier === undefined) {
      premier = performance.now()
      void terminer(arrets)
    } else if (performance.now() - premier > MEME_SIGNAL_MS) process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, recevoir)
  process.once('beforeExit', () => void toutArreter(arrets))
}

async function terminer(arrets: Arrets) {
  process.stderr.write('\nArrêt en cours…\n')
  setTimeout(() => process.exit(1), PATIENCE_MS).unref()
  await toutArreter(arrets)
  process.exit(0)
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
