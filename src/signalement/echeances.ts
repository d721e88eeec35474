import { clock, HEURE, plus } from '#platform'

/** Clocks of a report, in hours. « documenté »: a rule found in the field; « proposition »: ours, to be settled with the pôle. */
export const ECHEANCES = {
  prise_en_charge: {
    heures: 24,
    source: 'documenté : une situation de Stop harcèlement est consultée et prise en charge sous 24 h',
  },
  danger: {
    heures: 4,
    source: 'proposition : danger dit ou lu, un adulte dans la demi-journée ; hors service la page dit d’appeler',
  },
  reponse: { heures: 24, source: 'proposition : accusé de réception et première réponse sous 24 h' },
  suivi: { heures: 7 * 24, source: 'proposition : des nouvelles au moins chaque semaine' },
} as const

/** When the first adult must have taken the report in charge. */
export const premiereEcheance = (urgences: readonly string[]): Date =>
  plus(clock.now(), (urgences.length > 0 ? ECHEANCES.danger : ECHEANCES.prise_en_charge).heures * HEURE)
