import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Context } from 'hono'
import { clock } from './clock.ts'
import type { Journal } from './log.ts'

/** A page with all its headers, and until when it stays true (milliseconds since 1970). */
export interface Memorable {
  corps: Uint8Array
  entetes: Readonly<Record<string, string>>
  jusque: number
}

/**
 * Pages that say the same to everybody, whoever asks and however: kept as bytes with their headers, and answered before
 * anything of the request is taken apart. The first page is the one that a crowd, or a flood, asks for. One a server.
 */
export class Memoire {
  readonly #pages = new Map<string, Memorable & { motif: string }>()
  readonly #journal: Journal

  constructor(journal: Journal) {
    this.#journal = journal
  }

  /** Keeps what a handler has answered with `pageFixe`. Not where the clock is set: time passes otherwise there. */
  garder(c: Context): void {
    const page: Memorable | undefined = c.get('memorable')
    if (page === undefined || clock.isSet()) return
    const adresse = c.req.url.slice(c.req.url.indexOf('/', 'https://'.length))
    if (c.req.method === 'GET' && adresse === c.req.path) this.#pages.set(adresse, { ...page, motif: c.get('motif') })
  }

  devant(suite: RequestListener): RequestListener {
    return (demande, reponse) => {
      const page = demande.method === 'GET' ? this.#pages.get(demande.url!) : undefined
      if (page === undefined || clock.isSet() || page.jusque <= clock.now().getTime()) return suite(demande, reponse)
      this.#repondre(page, demande, reponse)
    }
  }

  #repondre(page: Memorable & { motif: string }, demande: IncomingMessage, reponse: ServerResponse): void {
    reponse.writeHead(200, page.entetes)
    reponse.end(page.corps)
    this.#journal.info({ ref: '-', m: demande.method, r: page.motif, s: 200, ms: 0 })
  }
}
