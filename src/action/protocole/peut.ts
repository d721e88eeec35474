import type { Mandat, Moi } from '#acces'
import { estRole } from '#annuaire'
import { Refus } from '#platform'
import { ETATS, PROTOCOLE, REFUS, type Etat, type Regle, type Verbe } from './protocole.ts'

/** Where an action stands, and in which place. */
export interface Situation {
  etat: string
  etab: string
  circo: string | null
  dept: string
}

const couvre = (m: Mandat, a: Situation): boolean =>
  m.etab !== null ? m.etab === a.etab : m.circo !== null ? m.circo === a.circo : m.dept === null || m.dept === a.dept

/** The rule, when one of the mandates that cover this school allows the verb here. */
export function peut(moi: Moi, verbe: Verbe, a: Situation): Regle | null {
  const regle = PROTOCOLE[a.etat as Etat][verbe]
  if (regle === undefined) return null
  const roles: readonly string[] = regle.roles
  return moi.mandats.some((m) => estRole(m.role) && roles.includes(m.role) && couvre(m, a)) ? regle : null
}

/** @throws Refus with its sentence when the table says no. */
export function exiger(moi: Moi, verbe: Verbe, a: Situation): Regle {
  const regle = peut(moi, verbe, a)
  if (regle !== null) return regle
  throw new Refus(
    PROTOCOLE[a.etat as Etat][verbe] === undefined ? REFUS[verbe] : 'Votre mandat ne permet pas cet acte sur cette action.',
  )
}

const A_FAIRE: readonly Verbe[] = ['valider', 'publier', 'proposer']

/** The states in which somebody with these mandates has the next step, in a place that they cover. */
export const etatsAFaire = (mandats: readonly Mandat[]): Etat[] =>
  (Object.keys(ETATS) as Etat[]).filter((e) =>
    A_FAIRE.some((v) =>
      (PROTOCOLE[e][v]?.roles as readonly string[] | undefined)?.some((r) => mandats.some((m) => m.role === r)),
    ),
  )

/** Is the next step of this action mine? */
export const aMoi = (moi: Moi, a: Situation): boolean => A_FAIRE.some((v) => peut(moi, v, a) !== null)
