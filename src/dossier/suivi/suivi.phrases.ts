import type { Phrase } from '#signalement'
import { MOTIFS, PAROLES, PERSISTE, RANGS } from './vocabulaire.ts'
import { mot } from '../vocabulaire.ts'

export const PHRASES_SUIVI: Readonly<Record<string, Phrase>> = {
  'dossier.surveiller': { dire: () => 'Sous surveillance : les points de suivi sont prévus', icone: 'oeil', ton: 'info' },
  'dossier.point_suivi': {
    dire: (d) =>
      `${mot(RANGS, d.rang)} : ${mot(PAROLES, d.parole).toLowerCase()}${PERSISTE.has(String(d.parole)) ? ', le traitement est à reprendre' : ''}${d.danger === true ? ' ; un danger est dit' : ''}`,
    icone: 'calendrier',
  },
  'dossier.garder_mesure': { dire: () => 'Une mesure gardée après la clôture, jusqu’à un jour dit', icone: 'bouclier' },
  'dossier.dire_mesure': { dire: () => 'Une mesure peut être dite à la personne qui a signalé', icone: 'message' },
  'dossier.taire_mesure': { dire: () => 'Une mesure n’est plus dite à la personne qui a signalé', icone: 'message' },
  'dossier.clore': { dire: (d) => `Clos : ${mot(MOTIFS, d.motif).toLowerCase()}`, icone: 'coche', ton: 'succes' },
  'dossier.ecarter': { dire: () => 'N’est pas du harcèlement : chacun a eu sa réponse', icone: 'coche' },
  'dossier.rouvrir': {
    dire: (d) => (d.signalement === null ? 'Rouvert' : 'Rouvert après un nouveau signalement'),
    icone: 'alerte',
    ton: 'attention',
  },
  'dossier.expliquer': { dire: () => 'Un nouveau signalement : le dossier reste fini, la raison est écrite', icone: 'message' },
}
