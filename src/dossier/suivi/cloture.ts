import { versionDe, type Acte } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { accomplir } from '../dossier.ts'
import { exiger } from '../protocole/peut.ts'
import { dejaRecu, ecrire, idDe } from './ecrit.ts'
import { repondreATous } from './rattaches.ts'
import * as sql from './suivi.sql.ts'
import { MOTIFS } from './vocabulaire.ts'

/** The end: why, what remains after it and whom to call, and a last word to everybody who told. */
export const clore: Acte = async (db, o, envoi) => {
  const id = idDe(envoi, 'motif')
  if (await dejaRecu(db, o, id)) return { fait: 'clos' }
  exiger(o.moi, 'clore', o.situation)
  const contenu = {
    motif: parmi(envoi, 'motif', MOTIFS, 'Choisissez pourquoi le dossier est clos.'),
    raison: texte(envoi, 'raison', 4000, 'Écrivez ce qui permet de clore.'),
    reste: texte(envoi, 'reste', 2000, 'Écrivez ce qui reste après la clôture, et qui appeler si cela recommence.'),
  }
  if (!(await ecrire(db, o, { id, nature: 'cloture', contenu }))) return { fait: 'clos' }
  const reponses = await repondreATous(db, o, envoi, 'traite')
  await accomplir(db, o, 'clore', {
    version: versionDe(envoi),
    fait: 'dossier.clore',
    detail: { cloture: id, motif: contenu.motif, reponses },
  })
  await db.run(sql.apaiser, { acad: o.acad, id: o.d.id })
  return { fait: 'clos' }
}
