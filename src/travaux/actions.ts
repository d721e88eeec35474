import { clock, transaction, type Maison } from '#platform'
import * as sql from './actions.sql.ts'
import { seul } from './verrou.sql.ts'

/**
 * Tells whoever validates (the département) and whoever publishes (the communication team) that actions wait for them. Once a
 * day at most, again after a week (proposition): a hundred schools that declare in one morning make one mail. @returns how many.
 */
export const annoncerActions = (m: Maison): Promise<number> =>
  transaction(m.base, 'job', {}, async (db) => {
    await db.one(seul, { travail: 'actions' })
    return db.run(sql.annoncer, { maintenant: clock.now() })
  })

/** Tells whoever answers for resources that their day comes or is past, and schools that their charter ends. @returns how many mails. */
export const annoncerRelectures = (m: Maison): Promise<number> =>
  transaction(m.base, 'job', {}, async (db) => {
    await db.one(seul, { travail: 'actions' })
    const maintenant = clock.now()
    return (await db.run(sql.annoncerRelectures, { maintenant })) + (await db.run(sql.annoncerChartes, { maintenant }))
  })
