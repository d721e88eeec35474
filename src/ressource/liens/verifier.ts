import { setTimeout as attendre } from 'node:timers/promises'
import { clock, HEURE, JOUR, plus, transaction, type Maison } from '#platform'
import { demander, type Constat, type Manieres } from './demander.ts'
import * as sql from './liens.sql.ts'

type Lien = sql.PrendreRow

/** As much as is asked of other sites at a time: one request at a time to one site, and a pause between two. */
const PAR_PASSAGE = 60
const SITES_ENSEMBLE = 4
const PAUSE_MS = 1_000
/** Seen alive, looked at again in a week; dead, the next day. */
const PROCHAIN = { vivant: 7 * JOUR, ferme: 7 * JOUR, mort: JOUR }
/** Fewer answers than this say nothing of the machine's own network. */
const ASSEZ = 3

export interface BilanLiens {
  verifies: number
  morts: number
}

/** Looks at the links whose time has come. What is dead says since when. */
export async function verifierLiens(m: Maison, o: Partial<Manieres> & { pauseMs?: number } = {}): Promise<BilanLiens> {
  const maintenant = clock.now()
  const manieres: Manieres = { agent: `Preau (verification de liens; ${m.config.origine})`, ...o }
  const liens = await transaction(m.base, 'job', {}, async (db) => {
    await db.run(sql.semer, { maintenant })
    await db.run(sql.oublier)
    return db.all(sql.prendre, { maintenant, repris: plus(maintenant, HEURE), combien: PAR_PASSAGE })
  })
  const vus = await parSite(liens, manieres, o.pauseMs ?? PAUSE_MS)
  // Nothing answers, anywhere: it is this machine that is cut off, and no link is said to be dead for that.
  if (vus.length >= ASSEZ && vus.every(([, constat]) => constat.injoignable)) {
    m.journal.warn({ liens: vus.length }, 'no site answers: links are left as they were')
    return { verifies: 0, morts: 0 }
  }
  await transaction(m.base, 'job', {}, async (db) => {
    for (const [l, c] of vus) await db.run(sql.noter, { acad: l.acad, url: l.url, ...suite(l, c) })
  })
  return { verifies: vus.length, morts: vus.filter(([, c]) => c.etat === 'mort').length }
}

function suite(l: Lien, c: Constat) {
  const le = clock.now()
  const mortDepuis = c.etat === 'mort' ? (l.mort_depuis ?? le) : null
  return { etat: c.etat, constat: c.constat, le, mortDepuis, prochain: plus(le, PROCHAIN[c.etat]) }
}

async function parSite(liens: readonly Lien[], o: Manieres, pauseMs: number): Promise<[Lien, Constat][]> {
  const sites = [...Map.groupBy(liens, (l) => new URL(l.url).host).values()]
  const vus: [Lien, Constat][] = []
  const unSite = async (siens: readonly Lien[]): Promise<void> => {
    for (const [rang, l] of siens.entries()) {
      if (rang > 0) await attendre(pauseMs)
      const constat = await demander(l.url, o)
      // Cut short, it says nothing of the link.
      if (o.arret?.aborted) return
      vus.push([l, constat])
    }
  }
  const file = sites.values()
  const ouvrier = async (): Promise<void> => {
    for (const siens of file) await unSite(siens)
  }
  await Promise.all(Array.from({ length: SITES_ENSEMBLE }, ouvrier))
  return vus
}
