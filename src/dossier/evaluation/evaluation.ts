import { estUuid, type AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import type { Acte, Envoi } from '../agir.ts'
import { texte } from '../champs.ts'
import { alerter, echeanceDanger } from '../danger.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import * as sql from './evaluation.sql.ts'
import { criteresDe, GRILLE_COURANTE } from './grilles.ts'

/** One adult's answers on one day. */
interface ContenuEvaluation {
  /** Who gives this view, when it is not whoever types it: name and post. */
  avis: string
  /** Criterion → code of the answer. */
  reponses: Readonly<Record<string, string>>
  /** Criterion → what the answer rests on. */
  bases: Readonly<Record<string, string>>
}
export type Evaluation = Omit<sql.ToutesRow, 'contenu'> & ContenuEvaluation

/** Oldest first. */
export const evaluationsDe = async (db: AgentDb, o: Dossier): Promise<Evaluation[]> =>
  (await db.all(sql.toutes, { acad: o.acad, fil: o.d.id })).map(({ contenu, ...e }) => ({
    ...e,
    ...dechiffrer<ContenuEvaluation>(o.fil, 'evaluation.contenu', e.id, contenu),
  }))

/** Every criterion has an answer; « je ne sais pas » is one, a blank is not. */
function lireGrille(envoi: Envoi): ContenuEvaluation {
  const criteres = Object.entries(criteresDe(GRILLE_COURANTE))
  const sans = criteres.filter(([code, c]) => !Object.hasOwn(c.reponses, envoi[code] ?? ''))
  if (sans.length > 0)
    throw new Incomplet(sans.map(([champ, c]) => ({ champ, message: `${c.question} « Je ne sais pas » est une réponse.` })))
  const bases = criteres.map(([code]) => [code, texte(envoi, `${code}_base`, 2000)] as const).filter(([, t]) => t !== '')
  return {
    avis: texte(envoi, 'avis', 200),
    reponses: Object.fromEntries(criteres.map(([code]) => [code, envoi[code]!])),
    bases: Object.fromEntries(bases),
  }
}

/**
 * POST: one more view. It only adds: several adults fill at the same time. The fact says `danger` unless the answer is « non »: a
 * dossier is not closed on « je ne sais pas ».
 */
export const evaluer: Acte = async (db, o, envoi) => {
  const contenu = lireGrille(envoi)
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'avis', message: 'Rechargez la page, puis renvoyez.' })
  const grille = GRILLE_COURANTE.version
  const ligne = {
    acad: o.acad,
    id,
    fil: o.d.id,
    grille,
    contenu: chiffrer(o.fil, 'evaluation.contenu', id, contenu),
    qualite: o.qualite,
  }
  if ((await db.run(sql.poser, ligne)) === 0) return { fait: 'evalue' }
  const danger = contenu.reponses.danger === 'oui'
  await accomplir(db, o, 'evaluer', {
    fait: 'dossier.evaluer',
    detail: { evaluation: id, grille, danger: contenu.reponses.danger !== 'non' },
    ...(danger && { echeance: echeanceDanger() }),
  })
  if (danger) await alerter(db, o, ['danger_immediat'])
  return { fait: danger ? 'danger' : 'evalue' }
}
