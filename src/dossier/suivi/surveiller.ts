import { versionDe, type Acte } from '../agir.ts'
import { texte } from '../champs.ts'
import { accomplir } from '../dossier.ts'
import { ecrire, idDe } from './ecrit.ts'
import { jalonsDe, prevoirJalon } from './jalons.ts'
import * as sql from './suivi.sql.ts'

/** The treatment is over, the watch begins: every checkpoint is promised at once, and the due date is the first of them. */
export const surveiller: Acte = async (db, o, envoi) => {
  const quoi = texte(envoi, 'quoi', 2000, 'Écrivez qui regarde quoi, et où.')
  if (!(await ecrire(db, o, { id: idDe(envoi, 'quoi'), nature: 'surveillance', contenu: { quoi } }))) return { fait: 'surveille' }
  const jalons = await jalonsDe(db, o)
  await accomplir(db, o, 'surveiller', {
    version: versionDe(envoi),
    fait: 'dossier.surveiller',
    detail: { points: jalons.map((j) => j.rang) },
    echeance: jalons[0]!.le,
  })
  for (const j of jalons) await prevoirJalon(db, o, j)
  await db.run(sql.apaiser, { acad: o.acad, id: o.d.id })
  return { fait: 'surveille' }
}
