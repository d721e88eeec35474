import { clock, transaction, type Maison } from '#platform'
import * as sql from './rappels.sql.ts'

/** Days late: the level above is told, then for an école the département. */
const AU_DESSUS = [1, 2]

/** Reminds of the reports whose date has passed; each day later, tells one more level, as far as the département. Returns the number of mails written. */
export const rappeler = (m: Maison): Promise<number> =>
  transaction(m.base, 'job', {}, async (db) => {
    const maintenant = clock.now()
    let ecrits = 0
    for (const { acad } of await db.all(sql.academies)) {
      ecrits += await db.run(sql.rappeler, { acad, maintenant })
      for (const pas of AU_DESSUS) ecrits += await db.run(sql.rappelerAuDessus, { acad, maintenant, pas })
    }
    return ecrits
  })
