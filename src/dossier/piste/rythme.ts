import type { AgentDb } from '#platform'
import { jourDe } from '#signalement'
import { dangerDuJour } from '../danger.ts'
import { Incomplet, type Dossier } from '../dossier.ts'
import { echeanceDe, finDeJournee } from '../echeance.ts'
import { prevoir } from '../prevu/prevu.ts'
import type { Eleve, Intervenant, Piste, Traitement } from './piste.ts'
import { AUTRE_COTE } from './cotes.ts'
import type { Cote } from './methodes.ts'
import * as sql from './rencontre.sql.ts'

/** Where a pupil stands: as already seen in the shared concern that runs, else targeted before anything else. */
export const coteDe = (e: Eleve): Cote => (e.cote as Cote | null) ?? (e.roles.includes('cible') ? 'cible' : 'groupe')

/** The adult chosen to see this pupil. @throws Incomplet when they are of the other side, or not of the team any more. */
export function quiVoit(t: Traitement, e: Eleve, intervenant: string, champ: string): Intervenant {
  const i = t.intervenants.find((x) => x.id === intervenant)
  if (i === undefined) throw new Incomplet({ champ, message: 'Choisissez un adulte de l’équipe.' })
  if (i.cote !== coteDe(e)) throw new Incomplet({ champ, message: AUTRE_COTE(i) })
  if (i.retire_le !== null) throw new Incomplet({ champ, message: `${i.nom} n’est plus dans l’équipe.` })
  return i
}

/** S55, S65: whoever is targeted has spoken in this track, before anybody else is seen. */
export const cibleVue = (t: Traitement, p: Piste): boolean =>
  t.rencontres.some(
    (r) => r.piste === p.id && r.cote === 'cible' && r.constat !== null && !['absent', 'annulee'].includes(r.constat),
  )

/** The last day for the next talk: the week of the field, carried over a day without class (S66). */
export const auPlusTard = (o: Dossier): string => jourDe(echeanceDe('point_piste', o.reglages, o.classe))

/** The next point of a track follows its next talk: the earliest one planned, else within the week. Returns when it is due. */
export async function suivreRythme(db: AgentDb, o: Dossier, piste: string): Promise<Date> {
  const p = await db.maybe(sql.prochaine, { acad: o.acad, piste })
  const le = p === null ? echeanceDe('point_piste', o.reglages, o.classe) : finDeJournee(p.jour)
  await prevoir(db, o, { nature: 'point_piste', le, objet: piste })
  return le
}

/** The soonest of what this dossier must not miss: these, the decision of each running track, and the next point of the other ones. */
export function auPlusTot(o: Dossier, dates: readonly Date[], piste?: string): Date {
  const promis = o.prevus
    .filter((p) => p.nature === 'decision_piste' || (p.nature === 'point_piste' && p.objet !== piste))
    .map((p) => p.le)
  return new Date(Math.min(...[...dates, ...promis, ...dangerDuJour(o)].map(Number)))
}
