import { clock, estUuid, Introuvable, Refus } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import { jourDe, notifierAgent } from '#signalement'
import type { Acte, Envoi } from '../agir.ts'
import { jourSaisi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'
import { finDeJournee } from '../echeance.ts'
import { prevoir } from '../prevu/prevu.ts'
import * as resumeSql from '../resume/resume.sql.ts'
import * as sql from './note.sql.ts'

export const lireTache = (o: Dossier, id: string, chiffre: Uint8Array | null): string =>
  chiffre === null ? '' : dechiffrer<{ quoi: string }>(o.fil, 'prevu.contenu', id, chiffre).quoi

/** What is to be done, and for which day (`2026-11-22`), today at the earliest. */
export function lireQuoiQuand(envoi: Envoi): { quoi: string; le: string } {
  const quoi = texte(envoi, 'quoi', 500, 'Écrivez ce qui est à faire.')
  const le = jourSaisi(envoi, 'tache_le', false)
  if (le === null) throw new Incomplet({ champ: 'tache_le', message: 'Choisissez pour quel jour.' })
  if (le < jourDe(clock.now())) throw new Incomplet({ champ: 'tache_le', message: 'Cette date est passée.' })
  return { quoi, le }
}

/** Something to be done, by whom, by when. Whoever sees the dossier can be asked. */
export const tacher: Acte = async (db, o, envoi) => {
  const { quoi, le } = lireQuoiQuand(envoi)
  const lecteurs = await db.all(dossierSql.lecteurs, { fil: o.d.id })
  const pour = lecteurs.find((l) => l.agent === envoi.pour)?.agent
  if (pour === undefined) throw new Incomplet({ champ: 'pour', message: 'Choisissez une personne qui voit ce dossier.' })
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'quoi', message: 'Rechargez la page, puis renvoyez.' })
  // The same form sent twice at once: the second waits here, then finds the task.
  await db.maybe(resumeSql.tenu, { acad: o.acad, id: o.d.id })
  if ((await db.run(sql.tacheConnue, { acad: o.acad, id })) > 0) return { fait: 'tache' }
  await accomplir(db, o, 'tacher', { fait: 'dossier.tacher', detail: { tache: id, pour } })
  const contenu = chiffrer(o.fil, 'prevu.contenu', id, { quoi })
  await prevoir(db, o, { nature: 'tache', id, pour, contenu, le: finDeJournee(le) })
  if (pour !== o.moi.agent) await notifierAgent(db, o.acad, o.d.id, pour, 'nouveau')
  return { fait: 'tache' }
}

/** Done, or no longer needed: said once. */
const finir =
  (issue: 'fait' | 'annule'): Acte =>
  async (db, o, _envoi, id) => {
    if (id === undefined || !estUuid(id)) throw new Introuvable()
    await accomplir(db, o, 'tacher', {
      fait: issue === 'fait' ? 'dossier.finir_tache' : 'dossier.annuler_tache',
      detail: { tache: id },
    })
    if ((await db.run(sql.finirTache, { acad: o.acad, fil: o.d.id, id, issue })) === 0)
      throw new Refus('Cette tâche est déjà finie.')
    return { fait: issue === 'fait' ? 'tache_faite' : 'tache_annulee' }
  }
export const finirTache = finir('fait')
export const annulerTache = finir('annule')
