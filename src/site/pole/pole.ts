import { Hono } from 'hono'
import { chacunSonTour, octets, servir, type Env, type Maison } from '#platform'
import { chercherEtablissements, type EtablissementTrouve } from '#annuaire'
import { pageDuSite } from '#ui'
import { paru, tenir } from '../journee/donnees.ts'
import { pagePole } from './pole.page.ts'

const chercher = (m: Maison, texte: string): Promise<EtablissementTrouve[]> =>
  chacunSonTour(m.base, (db) => chercherEtablissements(db, { acad: m.config.academie, texte, limite: 8 }))

/** /le-pole: kept as it is, but for somebody who looks for a school. */
export const routesPole = new Hono<Env>().get('/', async (c) => {
  c.set('motif', '/le-pole')
  const q = (c.req.query('ecole') ?? '').trim().slice(0, 100)
  const m = c.get('maison')
  const [p, trouvees] = await Promise.all([paru(m), q === '' ? [] : chercher(m, q)])
  const faire = () =>
    octets(
      pageDuSite({
        titre: 'Le pôle académique',
        description: 'Les missions du pôle académique, sa composition et son comité de pilotage.',
        chemin: '/le-pole',
        contenu: pagePole(p, q, trouvees),
      }),
    )
  return servir(c, q === '' ? tenir(p, 'pole', faire) : faire())
})
