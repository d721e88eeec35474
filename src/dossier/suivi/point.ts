import { type AgentDb } from '#platform'
import type { Acte, Envoi } from '../agir.ts'
import { jourSaisi, parmi, texte } from '../champs.ts'
import { alerter, dangerDuJour, echeanceDanger } from '../danger.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { echeanceDe } from '../echeance.ts'
import { lireReponses, repondu, urgencesDe } from '../entretien/entretien.form.ts'
import { honorer } from '../prevu/prevu.ts'
import { ecrire, idDe, type Contenus } from './ecrit.ts'
import { jalonsPrevus, prevoirJalon } from './jalons.ts'
import * as sql from './suivi.sql.ts'
import { PAROLES, PERSISTE, type Rang } from './vocabulaire.ts'

/** The words are the target's own; without them, the reason why. What the others see is written as seen, never as a score. */
function lirePoint(envoi: Envoi, rang: Rang): Contenus['point'] {
  const parole = parmi(envoi, 'parole', PAROLES, 'Dites ce que l’élève visé répond, ou que sa parole n’a pas été recueillie.')
  const vide =
    parole === 'non_recueillie'
      ? 'Écrivez pourquoi sa parole n’a pas été recueillie, et qui la demandera.'
      : 'Écrivez ses mots à lui, entre guillemets.'
  return {
    rang,
    parole,
    mots: texte(envoi, 'mots', 4000, vide),
    famille: texte(envoi, 'famille', 4000),
    vie: texte(envoi, 'vie', 4000),
    reseaux: texte(envoi, 'reseaux', 1000),
    absences: texte(envoi, 'absences', 1000),
    travail: texte(envoi, 'travail', 1000),
    // Not seen: nothing is asked; what somebody answers all the same is read.
    securite: parole !== 'non_recueillie' || repondu(envoi) ? lireReponses(envoi) : null,
  }
}

/** After the last checkpoint another one is promised: an open dossier always has a next date. */
async function suivant(db: AgentDb, o: Dossier, tenu: string | undefined): Promise<Date> {
  const reste = jalonsPrevus(o).filter((j) => j.id !== tenu)
  if (reste.length > 0) return reste[0]!.le
  const le = echeanceDe('suivi_2', o.reglages, o.classe)
  await prevoirJalon(db, o, { rang: 'ajoute', le })
  return le
}

/** Now, when a danger is said; else the next checkpoint, after the danger that was said earlier today. */
async function quand(db: AgentDb, o: Dossier, tenu: string | undefined, danger: boolean): Promise<Date> {
  const le = await suivant(db, o, tenu)
  return danger ? echeanceDanger() : new Date(Math.min(...[le, ...dangerDuJour(o)].map(Number)))
}

/** One checkpoint: has it stopped, are they safe? It only adds, so two adults who note at the same time both write. */
export const noterPoint: Acte = async (db, o, envoi) => {
  const tenu = jalonsPrevus(o).find((j) => j.id === envoi.jalon)
  const contenu = lirePoint(envoi, tenu?.rang ?? 'ajoute')
  const jour = jourSaisi(envoi, 'point_jour', true)
  if (jour > o.vu.jour) throw new Incomplet({ champ: 'point_jour', message: 'Ce jour n’est pas encore venu.' })
  const id = idDe(envoi, 'mots')
  const objet = tenu === undefined ? {} : { objet: tenu.id }
  const { rang, parole } = contenu
  const urgences = contenu.securite ? urgencesDe(contenu.securite) : []
  const danger = urgences.length > 0
  // Sent twice, it is answered twice with the same words: what to do now is not lost in a double click.
  const suite = { fait: danger ? 'danger' : PERSISTE.has(parole) ? 'continue' : 'point' }
  if (!(await ecrire(db, o, { id, nature: 'point', contenu, jour, ...objet }))) return suite
  await accomplir(db, o, 'point_suivi', {
    fait: 'dossier.point_suivi',
    detail: { point: id, rang, parole, ...(danger && { danger }) },
    echeance: await quand(db, o, tenu?.id, danger),
  })
  if (tenu !== undefined) await honorer(db, o, 'point_suivi', tenu.id)
  if (PERSISTE.has(parole)) await db.run(sql.persister, { acad: o.acad, id: o.d.id })
  else if (parole !== 'non_recueillie') await db.run(sql.apaiser, { acad: o.acad, id: o.d.id })
  await alerter(db, o, urgences)
  return suite
}
