import type { IncomingMessage } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/** Node's own request, when it told how long its body is: Node then reads no more than that. Else the body is a web stream. */
export function annonce(c: Context): { demande: IncomingMessage; octets: number } | undefined {
  const demande = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  const octets = Number(demande?.headers['content-length'] ?? Number.NaN)
  if (demande === undefined || Number.isNaN(octets) || demande.headers['transfer-encoding'] !== undefined) return undefined
  return { demande, octets }
}

/**
 * The bytes of a body whose length was told: without a web stream, which costs more than the form that it carries.
 * @throws when the sending is cut, or says nothing for `silenceMs`.
 */
export function lireAnnonce(demande: IncomingMessage, silenceMs: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const morceaux: Buffer[] = []
  const recevoir = (morceau: Buffer): void => {
    minuterie.refresh()
    morceaux.push(morceau)
  }
  // At once, and not when the promise is heard: « close » comes before that, and would make an error for nothing.
  const lacher = (): void => {
    clearTimeout(minuterie)
    demande.off('data', recevoir).off('end', finir).off('error', coupe).off('close', coupe)
  }
  const finir = (): void => {
    lacher()
    resolve(morceaux.length === 1 ? morceaux[0]! : Buffer.concat(morceaux))
  }
  const coupe = (): void => {
    lacher()
    reject(new Error('the sending was cut'))
  }
  const minuterie = setTimeout(coupe, silenceMs)
  demande.on('data', recevoir).once('end', finir).once('error', coupe).once('close', coupe)
  if (demande.destroyed) coupe()
  return promise
}

/** Refuses a body of more than so many bytes before anything reads it. */
export function limiterCorps(octets: number): MiddlewareHandler {
  const trop = (c: Context): Response => c.text('Cet envoi est trop gros.', 413)
  const compter = bodyLimit({ maxSize: octets, onError: trop })
  return async (c, next) => {
    // Asking a GET whether it has a body builds a whole Request first, which costs more than the page.
    if (c.req.method === 'GET') return next()
    const dite = annonce(c)
    if (dite === undefined) return compter(c, next)
    return dite.octets > octets ? trop(c) : next()
  }
}
