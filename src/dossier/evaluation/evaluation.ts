import { estUuid, type AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import type { Acte, Envoi } from '../agir.ts'
import { coches, texte } from '../champs.ts'
import { alerter, echeanceDanger, type UrgenceDite } from '../danger.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import * as sql from './evaluation.sql.ts'
import { AFFIRMES, criteresDe, GRILLE_COURANTE, type Critere } from './grilles.ts'

/** One adult's answers on one day. */
interface ContenuEvaluation {
  /** Who gives this view, when it is not whoever types it: name and post. */
  avis: string
  /** Criterion → code of the answer. */
  reponses: Readonly<Record<string, string>>
  /** Criterion → what the answer rests on. */
  bases: Readonly<Record<string, string>>
  /** Criterion → which ones, where it asks; absent from the first grid. */
  lesquels?: Readonly<Record<string, readonly string[]>>
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
  const lesquels = Object.fromEntries(
    criteres.flatMap(([code, c]) =>
      c.lesquels === undefined || !AFFIRMES.has(envoi[code]!) ? [] : [[code, lesquelsDe(envoi, `${code}_lesquels`, c.lesquels)]],
    ),
  )
  const bases = criteres.map(([code]) => [code, texte(envoi, `${code}_base`, 2000)] as const).filter(([, t]) => t !== '')
  return {
    avis: texte(envoi, 'avis', 200),
    reponses: Object.fromEntries(criteres.map(([code]) => [code, envoi[code]!])),
    bases: Object.fromEntries(bases),
    lesquels,
  }
}

function lesquelsDe(envoi: Envoi, champ: string, { parmi }: NonNullable<Critere['lesquels']>): string[] {
  const dits = coches(envoi, champ, parmi)
  if (dits.length === 0) throw new Incomplet({ champ, message: 'Dites lesquels : la suite en dépend.' })
  return dits
}

/** What an adult who is sure says must come first. */
const urgencesDe = (c: ContenuEvaluation): UrgenceDite[] => [
  ...(c.reponses.danger === 'oui' ? (['danger_immediat'] as const) : []),
  ...(c.reponses.graves === 'oui' && c.lesquels?.graves?.includes('suicide') ? (['suicide'] as const) : []),
]

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
  const contre = contenu.lesquels?.graves ?? []
  const urgences = urgencesDe(contenu)
  await accomplir(db, o, 'evaluer', {
    fait: 'dossier.evaluer',
    detail: { evaluation: id, grille, danger: contenu.reponses.danger !== 'non', ...(contre.length > 0 && { contre }) },
    ...(urgences.length > 0 && { echeance: echeanceDanger() }),
  })
  await alerter(db, o, urgences)
  return { fait: urgences.length > 0 ? 'danger' : 'evalue' }
}
