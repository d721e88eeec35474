import { Readable, Transform } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Context } from 'hono'
import { Refus } from './errors.ts'

export const SILENCE_MAX_MS = 60_000

/** The body of a request, as it comes. */
export function source(c: Context): Readable {
  const corps = c.req.raw.body
  return corps === null ? Readable.from([]) : Readable.fromWeb(corps as ReadableStream)
}

/** Lets bytes through, up to a total, and never waits for ever for the next one. */
export function surveiller(max: number, tropGros: () => Refus): Transform {
  let total = 0
  let minuterie: NodeJS.Timeout
  const attendre = (): void => {
    clearTimeout(minuterie)
    minuterie = setTimeout(() => passage.destroy(interrompu()), SILENCE_MAX_MS)
  }
  const passage = new Transform({
    transform(morceau: Buffer, _, suite) {
      attendre()
      total += morceau.length
      suite(total > max ? tropGros() : null, morceau)
    },
    destroy(erreur, suite) {
      clearTimeout(minuterie)
      suite(erreur)
    },
  })
  attendre()
  return passage
}

/** Whatever goes wrong while reading is a sentence: our own, or that the sending was cut or damaged. */
export async function menerABien<T>(lire: () => Promise<T>): Promise<T> {
  try {
    return await lire()
  } catch (erreur) {
    throw erreur instanceof Refus ? erreur : interrompu()
  }
}

const interrompu = (): Refus => new Refus('L’envoi s’est interrompu avant la fin : il faut envoyer de nouveau.', 422)
