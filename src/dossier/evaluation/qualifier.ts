import { estUuid, type AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import { versionDe, type Acte } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { arreter } from '../piste/arret.ts'
import { CONTRE_QUALIFIEE } from '../piste/contre.ts'
import * as sql from './evaluation.sql.ts'
import { QUALIFICATIONS } from './mots.ts'

interface ContenuQualification {
  raison: string
  /** How the family names it: kept beside the official word, never corrected (W27). */
  mots_famille: string
}
export type Qualification = Omit<sql.QualificationsRow, 'contenu'> & ContenuQualification

/** Newest first: the first one counts. */
export const qualificationsDe = async (db: AgentDb, o: Dossier): Promise<Qualification[]> =>
  (await db.all(sql.qualifications, { acad: o.acad, fil: o.d.id })).map(({ contenu, ...q }) => ({
    ...q,
    ...dechiffrer<ContenuQualification>(o.fil, 'qualification.contenu', q.id, contenu),
  }))

/** POST: how the situation is named and why, by those who decide. What others did meanwhile is read first. */
export const qualifier: Acte = async (db, o, envoi) => {
  const qualification = parmi(envoi, 'qualification', QUALIFICATIONS, 'Choisissez comment la situation est qualifiée.')
  const raison = texte(envoi, 'raison', 8000, 'Écrivez pourquoi : ce qui a été entendu, ce que disent les grilles.')
  const mots_famille = texte(envoi, 'mots_famille', 500)
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'raison', message: 'Rechargez la page, puis renvoyez.' })
  const contenu = chiffrer(o.fil, 'qualification.contenu', id, { raison, mots_famille } satisfies ContenuQualification)
  const ligne = { acad: o.acad, id, fil: o.d.id, qualification, contenu, qualite: o.qualite }
  if ((await db.run(sql.qualifier, ligne)) === 0) return { fait: 'qualifie' }
  await accomplir(db, o, 'qualifier', {
    version: versionDe(envoi),
    fait: 'dossier.qualifier',
    detail: { qualification, decision: id },
  })
  const contre = CONTRE_QUALIFIEE[qualification]
  await arreter(db, o, contre === undefined ? [] : [contre])
  return { fait: 'qualifie' }
}
