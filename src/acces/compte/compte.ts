import { Hono } from 'hono'
import { page } from '#platform'
import { cadre } from '../menu.ts'
import type { CtxAgent, EnvAgent } from '../session.ts'
import { pageCompte } from './compte.page.ts'

/** GET /compte: what the agent holds, and until when this session lasts. */
function monCompte(c: CtxAgent): Response {
  c.set('motif', '/compte')
  return page(c, cadre(c, { titre: 'Mon compte', courant: '/compte', contenu: pageCompte(c.get('moi')) }))
}

export const compte = new Hono<EnvAgent>().get('/', monCompte)

/** GET /session/prolonger: coming through the door was the touch. */
export const session = new Hono<EnvAgent>().get('/prolonger', (c) => {
  c.set('motif', '/session/prolonger')
  return c.body(null, 204)
})
