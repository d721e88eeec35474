import { versionDe, type Acte } from '../agir.ts'
import { accomplir } from '../dossier.ts'
import { prevenirAuDessus } from '../danger.ts'
import { exiger } from '../protocole/peut.ts'
import { dejaRecu, ecrire, idDe } from './ecrit.ts'
import { lettre } from './lettres.ts'
import { repondreATous } from './rattaches.ts'

/**
 * « Ce n’est pas du harcèlement »: an answer, never a dismissal. The text for the family and the one for each person who told are
 * part of the act (S49: about half of the situations; W11, W16: every alert is answered, and dated).
 */
export const ecarter: Acte = async (db, o, envoi) => {
  const id = idDe(envoi, 'famille_texte')
  if (await dejaRecu(db, o, id)) return { fait: 'ecarte' }
  exiger(o.moi, 'ecarter', o.situation)
  const famille = await lettre(db, o, envoi, 'famille_texte', 'parent')
  if (!(await ecrire(db, o, { id, nature: 'ecart', contenu: { famille } }))) return { fait: 'ecarte' }
  const reponses = await repondreATous(db, o, envoi, 'pas_harcelement')
  await accomplir(db, o, 'ecarter', { version: versionDe(envoi), fait: 'dossier.ecarter', detail: { ecart: id, reponses } })
  // Nobody is alone to say that it is not bullying: the level above is told, and finds it on its desk until it has read it.
  if (o.qualite === 'chef') await prevenirAuDessus(db, o, 'nouveau')
  return { fait: 'ecarte' }
}
