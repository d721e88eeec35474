import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { entetes, memeOrigine, type Env, type Maison } from '#platform'
import { porteAgents } from '#acces'
import { enCasDErreur, introuvable } from './erreurs.ts'
import { machine } from './machine.ts'
import { PUBLIQUES, AGENTS } from './portes.ts'

/**
 * The two doors and the rooms behind them. The order is: headers, the house, the machine's own pages, the public door
 * (no account, no cookie), then the agents' door: without a session, nothing behind it runs.
 */
export function createApp(maison: Maison): Hono<Env> {
  const app = new Hono<Env>()
  const { config } = maison
  app.use(entetes(config.oidc === undefined ? [] : [new URL(config.oidc.emetteur).origin], config.origine.startsWith('https:')))
  app.use(async (c, next) => {
    const debut = performance.now()
    c.set('maison', maison)
    c.set('reference', crypto.randomUUID().slice(0, 8))
    await next()
    // The pattern of the route, never the path: an address typed by somebody may hold anything.
    maison.journal.info({
      ref: c.get('reference'),
      m: c.req.method,
      r: c.get('motif') ?? '-',
      s: c.res.status,
      ms: Math.round(performance.now() - debut),
    })
  })
  // No address of ours holds a NUL, and the database refuses one: such a page does not exist.
  app.use((c, next) => (/%00/.test(c.req.url) ? introuvable(c) : next()) as Promise<void>)
  app.use(memeOrigine(config.origine))
  app.route('/', machine())
  for (const { chemin, routes, corpsMax } of PUBLIQUES) {
    app.use(chemin === '/' ? '/' : `${chemin}/*`, limiterCorps(corpsMax))
    app.route(chemin, routes)
  }
  for (const { chemin, routes, corpsMax } of AGENTS) {
    app.use(`${chemin}/*`, porteAgents as never, limiterCorps(corpsMax))
    app.route(chemin, routes as never)
  }
  app.notFound(introuvable)
  app.onError(enCasDErreur)
  return app
}

function limiterCorps(octets: number | 'soi' = 256 * 1024): MiddlewareHandler {
  if (octets === 'soi') return (_, next) => next()
  const limiter = bodyLimit({ maxSize: octets, onError: (c) => c.text('Cet envoi est trop gros.', 413) })
  // Asking a GET whether it has a body builds a whole Request first, which costs more than the page.
  return (c, next) => (c.req.method === 'GET' ? next() : limiter(c, next))
}
