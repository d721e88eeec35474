import { Hono } from 'hono'
import { horsService, prochaineOuverture } from '#annuaire'
import { clock, HEURE, page, type Env } from '#platform'
import { dateLongue, type Langue } from '#ui'
import { pageAccueil, pageNormal } from './accueil.page.ts'

/**
 * The first page has two faces in each language: somebody is reading now, or not. Each is made once, and served as bytes.
 * Which one it is changes at full hours only, and is not asked again within one.
 */
const faites = new Map<string, Buffer>()

function accueil(langue: Langue, maintenant: Date): Buffer {
  const cle = `${langue} ${Math.floor(maintenant.getTime() / HEURE)}`
  const deja = faites.get(cle)
  if (deja !== undefined) return deja
  if (faites.size > 50) faites.clear()
  const ouverture = horsService(maintenant) ? prochaineOuverture(maintenant) : null
  const corps = Buffer.from(pageAccueil(langue, ouverture === null ? null : dateLongue(langue, ouverture)).toString())
  faites.set(cle, corps)
  return corps
}

export const routesAccueil = (langue: Langue): Hono<Env> =>
  new Hono<Env>().get('/', (c) => {
    c.set('motif', '/')
    return page(c, accueil(langue, clock.now()))
  })

export function routesNormal(langue: Langue): Hono<Env> {
  const corps = Buffer.from(pageNormal(langue).toString())
  return new Hono<Env>().get('/', (c) => {
    c.set('motif', '/questions')
    return page(c, corps)
  })
}
