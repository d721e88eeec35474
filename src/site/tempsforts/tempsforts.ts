import { Hono } from 'hono'
import { octets, servir, type Env } from '#platform'
import { pageDuSite } from '#ui'
import { paru, tenir } from '../journee/donnees.ts'
import { calendrierDesJours } from '../journee/fils.ts'
import { pageTempsForts } from './tempsforts.page.ts'

/** /temps-forts: all of them, with their archive, and their calendar. */
export const routesTempsForts = new Hono<Env>()
  .get('/', async (c) => {
    c.set('motif', '/temps-forts')
    const p = await paru(c.get('maison'))
    return servir(
      c,
      tenir(p, 'temps-forts', () =>
        octets(
          pageDuSite({
            titre: 'Les temps forts',
            description: 'La journée nationale, le Safer Internet Day et le prix Non au harcèlement dans l’académie.',
            chemin: '/temps-forts',
            contenu: pageTempsForts(p),
          }),
        ),
      ),
    )
  })
  .get('/calendrier.ics', async (c) => {
    c.set('motif', '/temps-forts/calendrier.ics')
    const p = await paru(c.get('maison'))
    return servir(
      c,
      tenir(p, 'temps-forts ics', () => octets(calendrierDesJours(p.editions), 'text/calendar; charset=utf-8')),
    )
  })
