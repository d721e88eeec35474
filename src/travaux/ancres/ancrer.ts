import { clock, transaction, type JobDb, type Maison, type Trousseau } from '#platform'
import * as sql from './ancrer.sql.ts'
import { empreinteAncre, PREMIERE, type Tete } from './empreintes.ts'
import { copierAncres } from './journal.ts'
import { dernieresLectures, poserLectures } from './lectures.sql.ts'
import { finDesLectures, resumerLectures } from './lectures.ts'
import { academies } from '../rappels.sql.ts'

const PAR_LOT = 5_000
const jourDe = (le: Date): string => le.toISOString().slice(0, 10)

/**
 * Once a day and académie: a signature over the heads that moved, what was read, and the anchor before. Made even when nothing moved:
 * a day without an anchor then means that the work did not run, or that somebody took it away.
 * @returns how many anchors were made.
 */
export async function ancrer(m: Maison): Promise<number> {
  const faites = await transaction(m.base, 'job', {}, async (db) => {
    if (!(await db.one(sql.seul)).pris) return 0
    let n = 0
    for (const { acad } of await db.all(academies)) if (await ancrerAcademie(db, m.trousseau, acad)) n += 1
    return n
  })
  await copierAncres(m)
  return faites
}

async function ancrerAcademie(db: JobDb, t: Trousseau, acad: string): Promise<boolean> {
  const le = clock.now()
  const avant = await db.maybe(sql.derniere, { acad })
  if (avant !== null && jourDe(avant.le) >= jourDe(le)) return false
  const tetes = await db.all(sql.tetesBougees, { acad })
  const rang = (avant?.rang ?? 0) + 1
  const depuis = await db.maybe(dernieresLectures, { acad })
  const lectures = await resumerLectures(db, acad, depuis?.jusque ?? null, finDesLectures(le))
  const empreinte = empreinteAncre({ acad, rang, le }, avant?.empreinte ?? PREMIERE, tetes, lectures)
  const { signature, cle } = t.signer(empreinte)
  await db.run(sql.poserAncre, { acad, rang, le, empreinte, signature, cle })
  await db.run(poserLectures, { acad, rang, ...lectures })
  for (let i = 0; i < tetes.length; i += PAR_LOT) await poser(db, acad, rang, tetes.slice(i, i + PAR_LOT))
  return true
}

const poser = (db: JobDb, acad: string, rang: number, tetes: readonly Tete[]): Promise<number> =>
  db.run(sql.poserTetes, {
    acad,
    rang,
    fils: tetes.map((x) => x.fil),
    rangs: tetes.map((x) => x.rang_fait),
    tetes: tetes.map((x) => x.tete),
  })
