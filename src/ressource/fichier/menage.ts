import { rm } from 'node:fs/promises'
import { clock, JOUR, plus, transaction, type Maison } from '#platform'
import { isoJour } from '#acces'
import { examiner } from './depot.ts'
import * as sql from './fichier.sql.ts'
import { balayerEnvois, balayerRanges, DELAI_ORPHELIN_MS } from './balayage.ts'
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

export interface Rangement {
  /** Sendings past their day, and files sent that no version names: rows. */
  envois: number
  orphelins: number
  /** Files removed from the disk, and their bytes. */
  fichiers: number
  octets: number
  lectures: number
}

/**
 * Sendings that nobody finished, files that nothing names, reading counts older than 25 months. Rows first, bytes after: killed
 * in between, the next round finds on the disk what no row names any more.
 */
export async function rangerRessources(m: Maison): Promise<Rangement> {
  const maintenant = clock.now()
  const { perimes, orphelins, lectures } = await transaction(m.base, 'job', {}, async (db) => ({
    perimes: await db.all(sql.envoisPerimes, { maintenant }),
    orphelins: await db.run(sql.orphelins, { avant: plus(maintenant, -DELAI_ORPHELIN_MS) }),
    lectures: await db.run(sql.lecturesAnciennes, { avant: isoJour(plus(maintenant, -760 * JOUR)) }),
  }))
  for (const e of perimes) await rm(cheminEnvoi(m, e.id), { force: true })
  const arrives = await balayerEnvois(m)
  const ranges = await balayerRanges(m, async () => {
    const lus = await transaction(m.base, 'job', {}, (db) => db.all(sql.empreintes))
    return new Set(lus.map((l) => Buffer.from(l.empreinte).toString('hex')))
  })
  const bilan = {
    envois: perimes.length,
    orphelins,
    fichiers: arrives.fichiers + ranges.fichiers,
    octets: arrives.octets + ranges.octets,
    lectures,
  }
  if (bilan.envois + orphelins + bilan.fichiers > 0) m.journal.info(bilan, 'files that nothing names were removed')
  return bilan
}
