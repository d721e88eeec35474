import { clock, transaction, type Maison } from '#platform'
import * as sql from './rappels.sql.ts'

/** Reminds of the reports whose date has passed; a day later, tells the level above. Returns the number of mails written. */
export const rappeler = (m: Maison): Promise<number> =>
  transaction(m.base, 'job', {}, async (db) => {
    const maintenant = clock.now()
    let ecrits = 0
    for (const { acad } of await db.all(sql.academies)) {
      ecrits += await db.run(sql.rappeler, { acad, maintenant })
      ecrits += await db.run(sql.rappelerAuDessus, { acad, maintenant })
    }
    return ecrits
  })
