import { clock } from '#platform'
import { jour, jourDe } from '#signalement'
import type { Acte } from '../agir.ts'
import { momentAVenir, texte } from '../champs.ts'
import { consigner, Incomplet } from '../dossier.ts'
import { noterPourquoi } from '../escalade/escalade.ts'
import { exiger } from '../protocole/peut.ts'
import { prevoir } from '../prevu/prevu.ts'

/** Promises a talk with somebody of the dossier, by whoever writes it; planned anew it moves, to a later day only with a reason. */
export const prevoirUnEntretien: Acte = async (db, o, envoi) => {
  exiger(o.moi, 'entendre', o.situation)
  const personne = o.roles.find((r) => r.personne === o.memes.id(envoi.personne ?? '') && r.au === null)?.personne
  if (personne === undefined) throw new Incomplet({ champ: 'personne', message: 'Choisissez avec qui.' })
  const le = momentAVenir(envoi, 'prevu_le')
  if (le < clock.now()) throw new Incomplet({ champ: 'prevu_le', message: 'Choisissez un moment à venir.' })
  const promis = o.prevus.find((p) => p.nature === 'entretien' && p.objet === personne)
  const remis = promis !== undefined && jourDe(promis.le) < jourDe(le)
  const raison = remis
    ? texte(envoi, 'raison', 1000, `Cet entretien était promis le ${jour(promis.le)} : écrivez pourquoi il est remis.`)
    : ''
  await prevoir(db, o, { nature: 'entretien', objet: personne, le, pour: o.moi.agent })
  await consigner(db, o, 'dossier.prevoir_entretien', {
    personne,
    le: le.toISOString(),
    ...(remis && { avant: promis.le.toISOString(), note: await noterPourquoi(db, o, raison) }),
  })
  return { fait: remis ? 'remis' : 'prevu' }
}
