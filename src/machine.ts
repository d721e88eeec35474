import { Hono } from 'hono'
import { chargerStatique } from '#ui'
import { repondre, type Env } from '#platform'

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
      const accepte = c.req.header('Accept-Encoding') ?? ''
      const [codage, corps] =
        /\bbr\b/.test(accepte) && f.br ? ['br', f.br] : /\bgzip\b/.test(accepte) && f.gzip ? ['gzip', f.gzip] : ['', f.corps]
      const fige = c.req.query('v') === f.empreinte.slice(0, 8)
      return repondre(c, corps, 200, {
        'Content-Type': f.type,
        'Cache-Control': fige ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
        Vary: 'Accept-Encoding',
        ...(codage === '' ? {} : { 'Content-Encoding': codage }),
      })
    })
}
