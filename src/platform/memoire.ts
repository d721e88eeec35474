import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Context } from 'hono'
import { clock } from './clock.ts'
import { formeFixe } from './http.ts'
import type { Journal } from './log.ts'
import { reponseDe } from './octets.ts'

/** A page that says the same to everybody, with the headers of the house, and how long it stays true. */
export type Memorable = {
  corps: Buffer
  fixes: Readonly<Record<string, string>>
} & (
  | { jusque: number /* milliseconds since 1970 */ }
  | {
      type: string
      marque: string
      vaut: () => Promise<boolean> /* asked at each visit; the mark is the browser's (see `servir`) */
    }
)
type Gardee = Memorable & { motif: string }

/** Questions that people really ask; beyond, everything is made anew. */
const VIVANTES = 500
const ADRESSE_MAX = 300

/**
 * Pages that say the same to everybody, whoever asks and however: kept as bytes with their headers, and answered before
 * anything of the request is taken apart. The first page is the one that a crowd, or a flood, asks for. One a server.
 */
export class Memoire {
  /** True until an hour. */
  readonly #fixes = new Map<string, Gardee>()
  /** True as long as nothing was published: the address with its question. */
  readonly #vivantes = new Map<string, Gardee>()
  readonly #journal: Journal

  constructor(journal: Journal) {
    this.#journal = journal
  }

  /** Keeps what a handler has answered with `pageFixe` or `servir`. Not where the clock is set: time passes otherwise there. */
  garder(c: Context): void {
    const page: Memorable | undefined = c.get('memorable')
    if (page === undefined || clock.isSet() || c.req.method !== 'GET') return
    const adresse = c.req.url.slice(c.req.url.indexOf('/', 'https://'.length))
    const gardee = { ...page, motif: c.get('motif') }
    if ('jusque' in page) {
      if (adresse === c.req.path) this.#fixes.set(adresse, gardee)
    } else if (adresse.length <= ADRESSE_MAX) {
      if (this.#vivantes.size >= VIVANTES) this.#vivantes.clear()
      this.#vivantes.set(adresse, gardee)
    }
  }

  devant(suite: RequestListener): RequestListener {
    return (demande, reponse) => {
      const adresse = demande.url!
      const page = demande.method === 'GET' ? (this.#fixes.get(adresse) ?? this.#vivantes.get(adresse)) : undefined
      if (page === undefined || clock.isSet()) return suite(demande, reponse)
      if ('jusque' in page)
        return page.jusque <= clock.now().getTime()
          ? suite(demande, reponse)
          : this.#dire(page, fixe(page, demande), demande, reponse)
      const autrement = (): void => {
        this.#vivantes.delete(adresse)
        suite(demande, reponse)
      }
      page.vaut().then((vaut) => (vaut ? this.#dire(page, vivante(page, demande), demande, reponse) : autrement()), autrement)
    }
  }

  #dire(page: Gardee, r: Dite, demande: IncomingMessage, reponse: ServerResponse): void {
    reponse.writeHead(r.statut, { ...page.fixes, ...r.entetes, ...(r.corps !== null && { 'Content-Length': r.corps.length }) })
    reponse.end(r.corps)
    this.#journal.info({ ref: '-', m: demande.method, r: page.motif, s: r.statut, ms: 0 })
  }
}

interface Dite {
  statut: 200 | 304
  corps: Buffer | null
  entetes: Readonly<Record<string, string>>
}

const accepte = (demande: IncomingMessage): string => String(demande.headers['accept-encoding'] ?? '')

const fixe = (page: Memorable, demande: IncomingMessage): Dite => ({ statut: 200, ...formeFixe(page.corps, accepte(demande)) })
const vivante = (page: Memorable & { type: string; marque: string }, demande: IncomingMessage): Dite =>
  reponseDe(page, accepte(demande), demande.headers['if-none-match'])
