import { Hono } from 'hono'
import { octets, servir, transaction, type Base, type Env, type Maison } from '#platform'
import { chercherEtablissements, listeDepartements, type Departement, type EtablissementTrouve } from '#annuaire'
import { pageDuSite } from '#ui'
import { pagePole } from './pole.page.ts'
import * as sql from './pole.sql.ts'

export interface Pole {
  composition: readonly sql.CompositionRow[]
  departements: readonly Departement[]
}

/** A mandate that begins or ends shows within a minute. */
const FRAICHEUR = 60_000
const tenus = new WeakMap<Base, { luLe: number; pole: Promise<Pole> }>()

function poleDe(m: Maison): Promise<Pole> {
  const maintenant = performance.now()
  const tenu = tenus.get(m.base)
  if (tenu !== undefined && maintenant - tenu.luLe < FRAICHEUR) return tenu.pole
  const acad = m.config.academie
  const pole = transaction(m.base, 'public', {}, async (db) => {
    const [composition, departements] = await Promise.all([db.all(sql.composition, { acad }), listeDepartements(db, acad)])
    return { composition, departements }
  })
  tenus.set(m.base, { luLe: maintenant, pole })
  pole.catch(() => tenus.delete(m.base))
  return pole
}

const chercher = (m: Maison, texte: string): Promise<EtablissementTrouve[]> =>
  texte === ''
    ? Promise.resolve([])
    : transaction(m.base, 'public', {}, (db) => chercherEtablissements(db, { acad: m.config.academie, texte, limite: 8 }))

/** /le-pole */
export const routesPole = new Hono<Env>().get('/', async (c) => {
  c.set('motif', '/le-pole')
  const q = (c.req.query('ecole') ?? '').trim().slice(0, 100)
  const m = c.get('maison')
  const [pole, trouvees] = await Promise.all([poleDe(m), chercher(m, q)])
  const page = pageDuSite({
    titre: 'Le pôle académique',
    description: 'Les missions du pôle académique, sa composition et son comité de pilotage.',
    chemin: '/le-pole',
    contenu: pagePole(pole, q, trouvees),
  })
  return servir(c, octets(page))
})
