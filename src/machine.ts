import { Hono } from 'hono'
import { chargerStatique } from '#ui'
import { codageDe, repondre, type Env } from '#platform'

/** What the machine answers for itself: alive, able to serve, static files. */
export function machine(): Hono<Env> {
  const fichiers = chargerStatique()
  return new Hono<Env>()
    .get('/healthz', (c) => c.text('vivant'))
    .get('/readyz', async (c) => {
      const { base } = c.get('maison')
      const essai = Promise.all([base.public.query('select 1'), base.agent.query('select 1')])
      return essai.then(() => c.text('prêt')).catch(() => c.text('la base de données ne répond pas', 503))
    })
    .get('/statique/:nom', (c) => {
      const f = fichiers.get(c.req.param('nom'))
      if (f === undefined) return c.notFound()
      const codage = codageDe(c.req.header('Accept-Encoding') ?? '')
      const comprime = codage === null ? undefined : f[codage]
      const fige = c.req.query('v') === f.empreinte.slice(0, 8)
      return repondre(c, comprime ?? f.corps, 200, {
        'Content-Type': f.type,
        'Cache-Control': fige ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
        Vary: 'Accept-Encoding',
        ...(comprime !== undefined && { 'Content-Encoding': codage! }),
      })
    })
}
