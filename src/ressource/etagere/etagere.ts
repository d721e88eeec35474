import { alone, clock, ensemble, JOUR, plus, transaction, type Base, type Db, type Maison, type Octets } from '#platform'
import { isoJour } from '#acces'
import * as sql from './etagere.sql.ts'
import { lexiqueDe, type LexiqueEtagere } from './recherche.lexique.ts'

export type Livre = sql.EnLigneRow

/** All that is online for one audience, and what was made from it: one does not outlive the other. */
export interface Etagere {
  version: number
  luLe: Date
  /** When something appears or ends by itself. */
  prochain: Date | null
  /** Resources that nothing replaces, the newest first: what search and facets count. */
  rayon: readonly Livre[]
  /** Resources by address, the replaced ones too. */
  ressources: ReadonlyMap<string, Livre>
  pages: ReadonlyMap<string, Livre>
  /** What replaces a resource, by its id. */
  relais: ReadonlyMap<string, Livre>
  /** What a resource replaces, when it is still online. */
  parId: ReadonlyMap<string, Livre>
  lexique: LexiqueEtagere
  /** Pages made once, served as bytes; questions already put to the index. */
  faites: Map<string, Octets>
  questions: Map<string, Promise<Reponse>>
}
export interface Reponse {
  ids: readonly string[]
  /** The words that were really looked for, when none was found as typed. */
  corrige: string | null
}

/** Reading counts move without the shelf moving. */
const RELECTURE_MS = 10 * 60_000
const LECTURES_SUR_JOURS = 90

async function charger(db: Db, acad: string, version: number): Promise<Etagere> {
  const luLe = clock.now()
  const [prochain, lignes] = await Promise.all([
    db.one(sql.prochain, { acad }),
    db.all(sql.enLigne, { acad, depuis: isoJour(plus(luLe, -LECTURES_SUR_JOURS * JOUR)) }),
  ])
  const ressources = lignes.filter((l) => l.genre === 'ressource')
  const relais = new Map(ressources.flatMap((l) => (l.remplace === null ? [] : [[l.remplace, l] as const])))
  const rayon = ressources.filter((l) => !relais.has(l.ressource))
  return {
    version,
    luLe,
    prochain: prochain.le,
    rayon,
    ressources: new Map(ressources.map((l) => [l.adresse, l])),
    pages: new Map(lignes.filter((l) => l.genre === 'page').map((l) => [l.adresse, l])),
    relais,
    parId: new Map(ressources.map((l) => [l.ressource, l])),
    lexique: lexiqueDe(rayon),
    faites: new Map(),
    questions: new Map(),
  }
}

function vautEncore(e: Etagere, version: number): boolean {
  const maintenant = clock.now()
  const age = maintenant.getTime() - e.luLe.getTime()
  return e.version === version && age >= 0 && age < RELECTURE_MS && (e.prochain === null || maintenant < e.prochain)
}

/** The counter is read first: what is published while the rest is read shows at the next question. */
async function tenir(db: Db, acad: string, avant: Etagere | undefined): Promise<Etagere> {
  const { version } = await db.one(sql.etat, { acad })
  return avant !== undefined && vautEncore(avant, version) ? avant : charger(db, acad, version)
}

const guichets = new WeakMap<Base, () => Promise<Etagere>>()

/** What is online for everybody at this instant: asked again at each visit, together with all those who come meanwhile. */
export function etagerePublique(m: Maison): Promise<Etagere> {
  let guichet = guichets.get(m.base)
  if (guichet === undefined) {
    let tenue: Etagere | undefined
    guichet = ensemble(async () => {
      const acad = m.config.academie
      const [compteur] = await alone(m.base, 'public', sql.etat, { acad })
      const { version } = compteur!
      if (tenue !== undefined && vautEncore(tenue, version)) return tenue
      return (tenue = await transaction(m.base, 'public', {}, (db) => charger(db, acad, version)))
    })
    guichets.set(m.base, guichet)
  }
  return guichet()
}

const reserves = new WeakMap<Base, Map<string, Etagere>>()

/** What is online for the agents of an académie, the staff part included; the same for all of them. */
export async function etagereDesAgents(db: Db<'agent'>, m: Maison, acad: string): Promise<Etagere> {
  const parAcad = reserves.get(m.base) ?? new Map<string, Etagere>()
  reserves.set(m.base, parAcad)
  const tenue = await tenir(db, acad, parAcad.get(acad))
  parAcad.set(acad, tenue)
  return tenue
}

/** More pages than people ask for: beyond, they are made anew. */
const PAGES_TENUES = 400

export async function tenirPage(e: Etagere, cle: string, faire: () => Octets | Promise<Octets>): Promise<Octets> {
  const deja = e.faites.get(cle)
  if (deja !== undefined) return deja
  const faite = await faire()
  if (e.faites.size >= PAGES_TENUES) e.faites.clear()
  e.faites.set(cle, faite)
  return faite
}
