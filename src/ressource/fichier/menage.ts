import { rm } from 'node:fs/promises'
import { clock, JOUR, plus, transaction, type Maison } from '#platform'
import { isoJour } from '#acces'
import { examiner } from './depot.ts'
import * as sql from './fichier.sql.ts'
import { cheminDe, cheminEnvoi, dejaRecus } from './stockage.ts'

/** Has the antivirus look at what it has not seen. @returns how many it has now judged. */
export async function examinerFichiers(m: Maison): Promise<number> {
  if (m.config.clamd === undefined) return 0
  let juges = 0
  for (const f of await transaction(m.base, 'job', {}, (db) => db.all(sql.aExaminer))) {
    const chemin = cheminDe(m, f.empreinte)
    if ((await dejaRecus(chemin)) !== f.taille) continue
    const examen = await examiner(m, chemin)
    if (examen !== 'sain' && examen !== 'infecte') continue
    juges += await transaction(m.base, 'job', {}, (db) =>
      db.run(sql.examiner, { acad: f.acad, id: f.id, examen, le: clock.now() }),
    )
    if (examen === 'infecte') m.journal.warn({ fichier: f.id }, 'the antivirus refused a file')
  }
  return juges
}

/** Sendings that nobody finished, and reading counts older than 25 months. */
export async function rangerRessources(m: Maison): Promise<{ envois: number; lectures: number }> {
  const maintenant = clock.now()
  const { perimes, lectures } = await transaction(m.base, 'job', {}, async (db) => ({
    perimes: await db.all(sql.envoisPerimes, { maintenant }),
    lectures: await db.run(sql.lecturesAnciennes, { avant: isoJour(plus(maintenant, -760 * JOUR)) }),
  }))
  for (const e of perimes) await rm(cheminEnvoi(m, e.id), { force: true })
  return { envois: perimes.length, lectures }
}
