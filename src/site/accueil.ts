import { Hono } from 'hono'
import { calendrierVide, horsService, lireCalendrier, prochaineOuverture, type Calendrier } from '#annuaire'
import { clock, HEURE, page, pageFixe, transaction, type Env, type Maison } from '#platform'
import { dateLongue, type Html, type Langue } from '#ui'
import { pageAccueil, pageDuPublic, pageNormal, pageVie, type NomPublic } from './accueil.page.ts'

/**
 * The first page has two faces in each language: somebody is reading now, or not. Each is made once, and served as bytes.
 * Which one it is changes at full hours only, and is not asked again within one.
 */
const faites = new Map<string, Buffer>()

const heureDe = (d: Date): number => Math.floor(d.getTime() / HEURE)
const cleDe = (langue: Langue, d: Date): string => `${langue} ${heureDe(d)}`

async function accueil(m: Maison, langue: Langue, maintenant: Date): Promise<Buffer> {
  const cle = cleDe(langue, maintenant)
  const deja = faites.get(cle)
  if (deja !== undefined) return deja
  if (faites.size > 50) faites.clear()
  const connu = await calendrier(m)
  const cal = connu ?? calendrierVide(m.config.academie)
  const ouverture = horsService(cal, maintenant) ? prochaineOuverture(cal, maintenant) : null
  const corps = Buffer.from(pageAccueil(langue, ouverture === null ? null : dateLongue(langue, ouverture)).toString())
  if (connu !== null) faites.set(cle, corps)
  return corps
}

/** Null when the database does not answer: the first page, with its emergency numbers, must come all the same. */
const calendrier = (m: Maison): Promise<Calendrier | null> =>
  transaction(m.base, 'public', {}, (db) => lireCalendrier(db, m.config.academie)).catch(() => null)

export const routesAccueil = (langue: Langue): Hono<Env> =>
  new Hono<Env>().get('/', async (c) => {
    c.set('motif', '/')
    const maintenant = clock.now()
    const corps = await accueil(c.get('maison'), langue, maintenant)
    return faites.has(cleDe(langue, maintenant)) ? pageFixe(c, corps, (heureDe(maintenant) + 1) * HEURE) : page(c, corps)
  })

/** A page of text that never changes: made once, served as bytes. */
function fixe(motif: string, html: Html): Hono<Env> {
  const corps = Buffer.from(html.toString())
  return new Hono<Env>().get('/', (c) => {
    c.set('motif', motif)
    return pageFixe(c, corps)
  })
}

export const routesNormal = (langue: Langue): Hono<Env> => fixe('/questions', pageNormal(langue))
export const routesVie = (langue: Langue): Hono<Env> => fixe('/donnees-personnelles', pageVie(langue))
export const routesDuPublic = (langue: Langue, nom: NomPublic): Hono<Env> => fixe(`/${nom}`, pageDuPublic(langue, nom))
