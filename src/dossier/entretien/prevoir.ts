import { clock } from '#platform'
import type { Acte } from '../agir.ts'
import { momentAVenir } from '../champs.ts'
import { consigner, Incomplet } from '../dossier.ts'
import { exiger } from '../protocole/peut.ts'
import { prevoir } from '../prevu/prevu.ts'

/** Promises a talk with somebody of the dossier, by whoever writes it; planning it anew moves it. */
export const prevoirUnEntretien: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'entendre', o.situation)
  const personne = o.roles.find((r) => r.personne === o.memes.id(envoi.personne ?? '') && r.au === null)?.personne
  if (personne === undefined) throw new Incomplet({ champ: 'personne', message: 'Choisissez avec qui.' })
  const le = momentAVenir(envoi, 'prevu_le')
  if (le < clock.now()) throw new Incomplet({ champ: 'prevu_le', message: 'Choisissez un moment à venir.' })
  await prevoir(db, o, { nature: 'entretien', objet: personne, le, pour: o.moi.agent })
  const detail = { personne, le: le.toISOString() }
  await consigner(db, o, 'dossier.prevoir_entretien', detail)
  return { fait: 'prevu' }
}
