import { alone, ensemble, transaction, type Base, type Maison, type Octets, type PublicDb } from '#platform'
import { listeDepartements, type Departement } from '#annuaire'
import { lirePole, type Pole } from '../pole/donnees.ts'
import * as sql from './journee.sql.ts'

export type Photo = sql.PhotosRow
export type Action = sql.ActionsRow & { photos: readonly Photo[] }
export type Edition = sql.EditionsRow & { actions: readonly Action[]; creneaux: readonly sql.CreneauxRow[] }

/** All that is published, and the pages made from it: one does not outlive the other. */
export interface Paru {
  academie: string
  departements: readonly Departement[]
  pole: Pole
  /** Of every temps fort, the newest first. */
  editions: readonly Edition[]
  pages: Map<string, Octets>
}

/** Names of schools, mandates that begin or end, do not move the counter: read anew within a minute. */
const RELECTURE = 60_000

interface Tenu {
  luLe: number
  version: number
  paru: Paru
}

async function charger(db: PublicDb, acad: string): Promise<Paru> {
  const [noms, departements, pole, editions, lues, photos, creneaux] = await Promise.all([
    db.maybe(sql.academie, { acad }),
    listeDepartements(db, acad),
    lirePole(db, acad),
    db.all(sql.editions, { acad }),
    db.all(sql.actions, { acad }),
    db.all(sql.photos, { acad }),
    db.all(sql.creneaux, { acad }),
  ])
  const parAction = Map.groupBy(photos, (p) => p.action)
  const actions = lues.map((a) => ({ ...a, photos: parAction.get(a.id) ?? [] }))
  return {
    academie: noms?.nom ?? '',
    departements,
    pole,
    editions: editions.map((e) => ({
      ...e,
      creneaux: creneaux.filter((c) => c.annee === e.annee && c.code === e.code),
      actions: actions.filter((a) => a.annee === e.annee && a.temps_fort === e.code),
    })),
    pages: new Map(),
  }
}

/** The counter is read first: what is published while the rest is read shows at the next question. */
async function relire(m: Maison, avant: Tenu | undefined): Promise<Tenu> {
  const acad = m.config.academie
  const luLe = performance.now()
  const [compteur] = await alone(m.base, 'public', sql.parution, { acad })
  const version = compteur?.version ?? 0
  if (avant !== undefined && avant.version === version && luLe - avant.luLe < RELECTURE) return avant
  return { luLe, version, paru: await transaction(m.base, 'public', {}, (db) => charger(db, acad)) }
}

const guichets = new WeakMap<Base, () => Promise<Paru>>()

/**
 * What is published at this instant: asked again at each visit, together with all those who come meanwhile. What was withdrawn
 * before somebody came is never given to them, on any process.
 */
export function paru(m: Maison): Promise<Paru> {
  let guichet = guichets.get(m.base)
  if (guichet === undefined) {
    let tenu: Tenu | undefined
    guichet = ensemble(async () => (tenu = await relire(m, tenu)).paru)
    guichets.set(m.base, guichet)
  }
  return guichet()
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
