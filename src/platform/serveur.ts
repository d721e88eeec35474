import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { MINUTE } from './clock.ts'
import { entetesFixes, type Maison } from './http.ts'
import type { Memoire } from './memoire.ts'

type Fetch = Parameters<typeof getRequestListener>[0]

/** The application behind a port that is not open yet: every answer has the headers of the house, those to no request at all too. */
export function creerServeur({ config, journal }: Maison, fetch: Fetch, memoire: Memoire): Server {
  const headers = entetesFixes(config)
  const errorHandler = (err: unknown): Response => {
    // A host that cannot be one: no page is asked for.
    const impossible = err instanceof Error && err.name === 'RequestError'
    if (!impossible) journal.error({ err }, 'unanswered')
    return new Response(null, { status: impossible ? 400 : 500, headers })
  }
  const ecouter = memoire.devant(getRequestListener(fetch, { overrideGlobalObjects: true, errorHandler }))
  // A picture of 10 MB on a slow phone line takes minutes; an upload that says nothing for a minute is cut elsewhere.
  const serveur = createServer({ requestTimeout: 15 * MINUTE, requireHostHeader: false }, ecouter).on('checkExpectation', ecouter)
  const lignes = Object.entries({ ...headers, 'Content-Length': '0', Connection: 'close' }).map(([nom, x]) => `${nom}: ${x}\r\n`)
  return serveur.on('clientError', (erreur: NodeJS.ErrnoException, prise) => {
    const code = erreur.code ?? ''
    if (muette(prise, code)) prise.destroy(erreur)
    else prise.end(`HTTP/1.1 ${STATUTS[code] ?? '400 Bad Request'}\r\n${lignes.join('')}\r\n`)
  })
}

const STATUTS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** In the middle of an answer, or with nobody left at the other end, nothing more can be said. */
const muette = (prise: Duplex & { _httpMessage?: { _headerSent: boolean } }, code: string): boolean =>
  code === 'ECONNRESET' || !prise.writable || prise._httpMessage?._headerSent === true
