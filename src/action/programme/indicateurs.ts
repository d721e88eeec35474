import type { Moi } from '#acces'
import { portee } from '../liste/liste.ts'
import { AMBASSADEURS_AU_MOINS, charteVaut, heures, lireNombres, tousAuCompte } from './heures.ts'
import type { DeclaresRow, SeancesRow } from './programme.sql.ts'

/** What a school has, or not yet, of the programme. */
export const INDICATEURS = {
  heures: 'Heures déclarées',
  complets: '10 h à tous les niveaux',
  chartes: 'Charte en cours',
  ambassadeurs: `${AMBASSADEURS_AU_MOINS} ambassadeurs ou plus`,
  parents: 'Parents ambassadeurs',
} as const
export type Indicateur = keyof typeof INDICATEURS

/** Pupils are not made ambassadors in an école. */
export const indicateursDe = (type: string): readonly Indicateur[] =>
  (Object.keys(INDICATEURS) as Indicateur[]).filter((i) => i !== 'ambassadeurs' || type !== 'ecole')

export interface EcoleSuivie extends DeclaresRow {
  a: Readonly<Record<Indicateur, boolean>>
}

export function suivre(ecoles: readonly DeclaresRow[], seances: readonly SeancesRow[], aujourdhui: string): EcoleSuivie[] {
  const parEcole = Map.groupBy(seances, (s) => s.etab)
  return ecoles.map((e) => {
    const siennes = parEcole.get(e.etab) ?? []
    return {
      ...e,
      a: {
        heures: siennes.length > 0,
        complets: tousAuCompte(heures(e.type, lireNombres(e.effectifs), siennes, aujourdhui)),
        chartes: charteVaut(e.charteLe, aujourdhui),
        ambassadeurs: (e.ambassadeurs ?? 0) >= AMBASSADEURS_AU_MOINS,
        parents: (e.parents ?? 0) > 0,
      },
    }
  })
}

/**
 * The territory whose schools this agent follows, one by one. Whoever publishes reads how many, never which: no school is shown to
 * be behind another to whoever does not help it.
 */
export function porteeDesEcoles(moi: Moi): ReturnType<typeof portee> {
  return portee({ ...moi, mandats: moi.mandats.filter((m) => m.role !== 'communication') })
}

/** Whether all the schools of a département that the figures count (null: of all of them) are open to this agent. */
export function mene(moi: Moi, dept: string | null): boolean {
  const siennes = porteeDesEcoles(moi)
  return siennes.toute || !portee(moi).toute || (dept !== null && siennes.depts.includes(dept))
}
