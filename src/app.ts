import { Hono, type MiddlewareHandler } from 'hono'
import { entetes, entetesFixes, limiterCorps, memeOrigine, Memoire, type Env, type Maison } from '#platform'
import { porteAgents } from '#acces'
import { enCasDErreur, introuvable, venuDAilleurs } from './erreurs.ts'
import { machine } from './machine.ts'
import { PUBLIQUES, AGENTS, type Piece } from './portes.ts'

/**
 * The two doors and the rooms behind them: the threshold that every request passes, the machine's own pages, the public door
 * (no account, no cookie), then the agents' door: without a session, nothing behind it runs.
 */
export function createApp(maison: Maison, memoire = new Memoire(maison.journal)): Hono<Env> {
  const app = new Hono<Env>()
  app.use(seuil(maison, memoire))
  app.route('/', machine())
  for (const { chemin, routes, corpsMax } of PUBLIQUES) {
    app.use(chemin === '/' ? '/' : `${chemin}/*`, borner(corpsMax))
    app.route(chemin, routes)
  }
  const agents = porteAgents((c) => app.fetch(c.req.raw, c.env))
  for (const { chemin, routes, corpsMax } of AGENTS) {
    app.use(`${chemin}/*`, agents as never, borner(corpsMax))
    app.route(chemin, routes as never)
  }
  app.notFound(introuvable)
  app.onError(enCasDErreur)
  return app
}

/** 256 kB of text when the room says nothing; a room that bounds what it reads itself is left alone. */
const borner = (octets: Piece['corpsMax'] = 256 * 1024): MiddlewareHandler =>
  octets === 'soi' ? (_, next) => next() : limiterCorps(octets)

/** Headers, the house, what is refused at once, and a line in the log. One step and not five: each costs every page. */
function seuil(maison: Maison, memoire: Memoire): MiddlewareHandler<Env> {
  const { origine } = maison.config
  const { preparer, completer } = entetes(entetesFixes(maison.config))
  return async (c, next) => {
    const debut = performance.now()
    preparer(c)
    c.set('maison', maison)
    c.set('reference', crypto.randomUUID().slice(0, 8))
    // No address of ours holds a NUL, and the database refuses one: such a page does not exist.
    if (c.req.url.includes('%00')) c.res = introuvable(c)
    else if (!memeOrigine(c, origine)) c.res = venuDAilleurs(c)
    else await next()
    completer(c)
    memoire.garder(c)
    // The pattern of the route, never the path: an address typed by somebody may hold anything.
    maison.journal.info({
      ref: c.get('reference'),
      m: c.req.method,
      r: c.get('motif') ?? '-',
      s: c.res.status,
      ms: Math.round(performance.now() - debut),
    })
  }
}
