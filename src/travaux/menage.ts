import { clock, JOUR, plus, transaction, type Maison } from '#platform'
import * as sql from './menage.sql.ts'

export interface Menage {
  images: number
  sessions: number
  courriels: number
  brouillons: number
  imports: number
  contacts: number
}

/** What is kept no longer than it serves. */
export const faireMenage = (m: Maison): Promise<Menage> =>
  transaction(m.base, 'job', {}, async (db) => {
    const maintenant = clock.now()
    const [images, sessions, courriels, brouillons, imports, contacts] = await Promise.all([
      db.run(sql.effacerImagesPerimees, { maintenant }),
      db.run(sql.effacerSessionsFinies, { avant: plus(maintenant, -JOUR) }),
      db.run(sql.effacerCourriels, { avant: plus(maintenant, -30 * JOUR) }),
      // As long as the page that shows them says (JOURS_GARDES in src/dossier/brouillon).
      db.run(sql.effacerBrouillons, { avant: plus(maintenant, -14 * JOUR) }),
      db.run(sql.effacerImports, { maintenant }),
      db.run(sql.effacerContacts, { avant: plus(maintenant, -7 * JOUR) }),
    ])
    return { images, sessions, courriels, brouillons, imports, contacts }
  })
