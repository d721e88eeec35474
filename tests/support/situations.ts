import { transaction } from '#platform'
import { nouveauBrouillon, REPONSES_VIDES, type Brouillon, type Reponses } from '../../src/signalement/depot/brouillon.ts'
import { deposer, preuvesDuDepot } from '../../src/signalement/depot/deposer.ts'
import { ECOLES, type Ecole, type Monde } from './monde.ts'

export interface Depose {
  id: string
  /** What the reporter holds: opens this report at the public door. */
  brouillon: Brouillon
}

/** Somebody tells, through the public door, as the form does. */
export async function raconter(m: Monde, ecole: Ecole, r: Partial<Reponses> = {}, langue = 'fr'): Promise<Depose> {
  const neuf = nouveauBrouillon()
  const brouillon: Brouillon = {
    ...neuf,
    r: {
      ...REPONSES_VIDES,
      etab: ECOLES[ecole].etab,
      declarant: 'victime',
      recit: 'Ils se moquent de moi tous les jours.',
      ...r,
    },
  }
  const { base, trousseau } = m.maison
  await transaction(base, 'public', preuvesDuDepot(trousseau, '16', brouillon), (db) =>
    deposer(db, trousseau, '16', brouillon, langue),
  )
  return { id: brouillon.id, brouillon }
}

/** The facts of a thread, as verbs, in order. */
export const verbes = async (m: Monde, fil: string): Promise<string[]> =>
  (await m.admin<{ verbe: string }>('select verbe from confidentiel.fait where fil = $1 order by rang', [fil])).map(
    (f) => f.verbe,
  )

/** The version of a report, as the agent's page carries it. */
export const version = async (m: Monde, id: string): Promise<string> =>
  String((await m.admin<{ version: number }>('select version from confidentiel.signalement where id = $1', [id]))[0]!.version)
