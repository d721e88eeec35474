import { clock, JOUR, plus, transaction, type Maison } from '#platform'
import * as sql from './menage.sql.ts'

export interface Menage {
  images: number
  sessions: number
  courriels: number
}

/** What is kept no longer than it serves. */
export const faireMenage = (m: Maison): Promise<Menage> =>
  transaction(m.base, 'job', {}, async (db) => {
    const maintenant = clock.now()
    const [images, sessions, courriels] = await Promise.all([
      db.run(sql.effacerImagesPerimees, { maintenant }),
      db.run(sql.effacerSessionsFinies, { avant: plus(maintenant, -JOUR) }),
      db.run(sql.effacerCourriels, { avant: plus(maintenant, -30 * JOUR) }),
    ])
    return { images, sessions, courriels }
  })
