import { transaction, type Base, type Maison, type Octets, type PublicDb } from '#platform'
import { listeDepartements, type Departement } from '#annuaire'
import { lirePole, type Pole } from '../pole/donnees.ts'
import * as sql from './journee.sql.ts'

export type Photo = sql.PhotosRow
export type Action = sql.ActionsRow & { photos: readonly Photo[] }
export type Edition = sql.EditionsRow & { actions: readonly Action[] }

/** All that is published, and the pages made from it: one does not outlive the other. */
export interface Paru {
  academie: string
  departements: readonly Departement[]
  pole: Pole
  /** Of every temps fort, the newest first. */
  editions: readonly Edition[]
  pages: Map<string, Octets>
}

/** How long a page may lag behind a publication, in milliseconds: seven questions a second, whatever the traffic. */
const FRAICHEUR = 150
/** Names of schools, mandates that begin or end, do not move the counter: read anew within a minute. */
const RELECTURE = 60_000

interface Tenu {
  demandeLe: number
  luLe: number
  version: number
  paru: Paru
}
const tenus = new WeakMap<Base, { demandeLe: number; suite: Promise<Tenu> }>()

async function charger(db: PublicDb, acad: string): Promise<Paru> {
  const [noms, departements, pole, editions, lues, photos] = await Promise.all([
    db.maybe(sql.academie, { acad }),
    listeDepartements(db, acad),
    lirePole(db, acad),
    db.all(sql.editions, { acad }),
    db.all(sql.actions, { acad }),
    db.all(sql.photos, { acad }),
  ])
  const parAction = Map.groupBy(photos, (p) => p.action)
  const actions = lues.map((a) => ({ ...a, photos: parAction.get(a.id) ?? [] }))
  return {
    academie: noms?.nom ?? '',
    departements,
    pole,
    editions: editions.map((e) => ({
      ...e,
      actions: actions.filter((a) => a.annee === e.annee && a.temps_fort === e.code),
    })),
    pages: new Map(),
  }
}

/** The counter is read first: what is published while the rest is read shows at the next question. */
const relire = (m: Maison, avant: Tenu | null, demandeLe: number): Promise<Tenu> =>
  transaction(m.base, 'public', {}, async (db) => {
    const acad = m.config.academie
    const version = (await db.maybe(sql.parution, { acad }))?.version ?? 0
    if (avant !== null && avant.version === version && demandeLe - avant.luLe < RELECTURE) return { ...avant, demandeLe }
    return { demandeLe, luLe: demandeLe, version, paru: await charger(db, acad) }
  })

/** What is published now, to within a second. However many ask at once, the database is asked once. */
export async function paru(m: Maison): Promise<Paru> {
  const maintenant = performance.now()
  const tenu = tenus.get(m.base)
  if (tenu !== undefined && maintenant - tenu.demandeLe < FRAICHEUR) return (await tenu.suite).paru
  const avant = tenu?.suite ?? Promise.resolve(null)
  const suite = avant.catch(() => null).then((a) => relire(m, a, maintenant))
  tenus.set(m.base, { demandeLe: maintenant, suite })
  // A failure is not kept: the next visitor asks again.
  suite.catch(() => tenus.get(m.base)?.suite === suite && tenus.delete(m.base))
  return (await suite).paru
}

/** More questions than people ask: beyond, they are made anew. */
const PAGES_TENUES = 300

/** Made once a publication, then served as bytes: a page does not outlive what it was made from. */
export function tenir(p: Paru, cle: string, faire: () => Octets): Octets {
  const deja = p.pages.get(cle)
  if (deja !== undefined) return deja
  if (p.pages.size >= PAGES_TENUES) p.pages.clear()
  const fait = faire()
  p.pages.set(cle, fait)
  return fait
}
