import { estUuid, type AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import type { Acte, Envoi } from '../agir.ts'
import { coches, texte } from '../champs.ts'
import { alerter, echeanceDanger, type UrgenceDite } from '../danger.ts'
import { accomplir, Incomplet, type Dossier } from '../dossier.ts'
import { cibleAttendue } from '../echeance.ts'
import { honorer } from '../prevu/prevu.ts'
import * as sql from './evaluation.sql.ts'
import type { Contre } from '../piste/contre.ts'
import { grillesDe } from '../grille/versions.ts'
import { AFFIRMES, criteresDe, type Critere, type Grille } from './grilles.ts'

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
/** `modele`: the grid that it was filled with, whatever is in force today. */
export type Evaluation = Omit<sql.ToutesRow, 'contenu'> & ContenuEvaluation & { modele: Grille }

/** Oldest first. */
export async function evaluationsDe(db: AgentDb, o: Dossier): Promise<Evaluation[]> {
  const [lignes, grilles] = await Promise.all([db.all(sql.toutes, { acad: o.acad, fil: o.d.id }), grillesDe(db, o.acad)])
  return lignes.map(({ contenu, ...e }) => ({
    ...e,
    ...dechiffrer<ContenuEvaluation>(o.fil, 'evaluation.contenu', e.id, contenu),
    modele: grilles.de(e.grille),
  }))
}

/** Every criterion has an answer; « je ne sais pas » is one, a blank is not. */
function lireGrille(g: Grille, envoi: Envoi): ContenuEvaluation {
  const criteres = Object.entries(criteresDe(g))
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
 * POST: one more view, by the grid that the form showed: one begun before another was published stays what it is. It only adds:
 * several adults fill at the same time. The fact says `danger` unless the answer is « non »: a
 * dossier is not closed on « je ne sais pas ».
 */
export const evaluer: Acte = async (db, o, envoi) => {
  const modele = (await grillesDe(db, o.acad)).commencee(envoi.grille ?? '')
  const contenu = lireGrille(modele, envoi)
  const id = envoi.id ?? ''
  if (!estUuid(id)) throw new Incomplet({ champ: 'avis', message: 'Rechargez la page, puis renvoyez.' })
  const grille = modele.version
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
    ...cibleAttendue(o),
    ...(urgences.length > 0 && { echeance: echeanceDanger() }),
  })
  await honorer(db, o, 'reevaluation')
  await alerter(db, o, urgences, contre as Contre[])
  return { fait: urgences.length > 0 ? 'danger' : 'evalue' }
}
