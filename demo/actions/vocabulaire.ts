import type { Ecole } from '../etablissements.ts'

/** One action as a school tells it: school, kind, audience, classes, pupils, partners, title, text. */
export type Conte = readonly [
  ecole: Ecole,
  type: string,
  publics: readonly string[],
  niveaux: readonly string[],
  effectif: number,
  partenaires: string,
  titre: string,
  texte: string,
]

export const E = ['ecoliers'] as const
export const C = ['collegiens'] as const
export const L = ['lyceens'] as const
