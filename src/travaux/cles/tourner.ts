import { setTimeout as attendre } from 'node:timers/promises'
import { ajouterEnveloppe, transaction, type Maison } from '#platform'
import { seul } from '../verrou.sql.ts'
import * as sql from './cles.sql.ts'

const PAR_LOT = 500
/** A server that serves looks at the key file once a second: after this it wraps under the new key. */
const GUET_DES_SERVEURS_MS = 1_500
const PREMIER = { acad: '', fil: '00000000-0000-0000-0000-000000000000' }

export interface Rotation {
  version: number
  /** A rotation had been interrupted: it was finished, and no other key was added. */
  reprise: boolean
  remballees: number
  restent: Versions
}
export type Versions = { version: number; cles: number }[]

export const versionsDesCles = (m: Maison): Promise<Versions> => transaction(m.base, 'job', {}, (db) => db.all(sql.versions))

/**
 * Adds an envelope key and wraps every data key anew under it, in small transactions, while others serve. Killed half way,
 * nothing is lost, both keys being in the file; run again, it finishes.
 */
export async function tournerCles(m: Maison, surAvance?: (faites: number, total: number) => void): Promise<Rotation> {
  const { avant, reprise, version } = await choisir(m)
  if (!reprise) await attendre(GUET_DES_SERVEURS_MS)
  const total = avant.filter((v) => v.version < version).reduce((n, v) => n + v.cles, 0)
  let remballees = 0
  for (let passage = 0; passage < 3; passage++) {
    const faites = await parcourir(m, version, (n) => surAvance?.(remballees + n, total))
    remballees += faites
    // What somebody wrapped under the old key during a pass waits for the next one.
    if (faites === 0) break
  }
  return { version, reprise, remballees, restent: await versionsDesCles(m) }
}

/** Two operators at once: the second one waits for the key of the first to be in the file. */
const choisir = (m: Maison): Promise<{ avant: Versions; reprise: boolean; version: number }> =>
  transaction(m.base, 'job', {}, async (db) => {
    await db.all(seul, { travail: 'cles' })
    const avant = await db.all(sql.versions)
    const reprise = avant.some((v) => v.version < m.trousseau.version)
    return { avant, reprise, version: reprise ? m.trousseau.version : ajouterEnveloppe(m.config.cles) }
  })

async function parcourir(m: Maison, version: number, surAvance: (faites: number) => void): Promise<number> {
  let repere = PREMIER
  let faites = 0
  for (;;) {
    const lot = await transaction(m.base, 'job', {}, (db) =>
      db.all(sql.aRemballer, { ...repere, nouvelle: version, combien: PAR_LOT }),
    )
    const dernier = lot.at(-1)
    if (dernier === undefined) return faites
    faites += await remballer(m, lot)
    surAvance(faites)
    repere = { acad: dernier.acad, fil: dernier.fil }
  }
}

function remballer(m: Maison, lot: readonly sql.ARemballerRow[]): Promise<number> {
  const { trousseau: t } = m
  const neuves = lot.map((k) => ({ k, ...t.emballer(k.acad, k.fil, t.deballer(k.acad, k.fil, k.version, k.emballee)) }))
  return transaction(m.base, 'job', {}, (db) =>
    db.run(sql.remballer, {
      nouvelle: neuves[0]!.version,
      acads: lot.map((k) => k.acad),
      fils: lot.map((k) => k.fil),
      anciennes: lot.map((k) => k.version),
      emballees: neuves.map((n) => n.emballee),
    }),
  )
}
