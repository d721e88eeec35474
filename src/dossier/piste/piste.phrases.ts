import type { Phrase } from '#signalement'
import { CONSTATS, DECISIONS, METHODES, PAROLES, SANCTIONS } from './methodes.ts'
import { etapeDite } from './etapes.ts'
import { enPhrase } from '../vocabulaire.ts'

const ISSUES = { ...PAROLES, ...CONSTATS, absent: { libelle: 'Absent' } }

export const PHRASES_PISTE: Readonly<Record<string, Phrase>> = {
  'dossier.engager_piste': { dire: (d) => `Piste engagée : ${enPhrase(METHODES, d.methode)}`, icone: 'fleche', ton: 'info' },
  'dossier.composer_equipe': {
    dire: (d) => (d.cote === null ? 'Un adulte quitte l’équipe des entretiens' : 'L’équipe des entretiens est composée'),
    icone: 'personne',
  },
  'dossier.planifier_entretiens': { dire: (d) => `Entretiens prévus : ${String(d.entretiens)}`, icone: 'calendrier' },
  'dossier.preoccuper': {
    dire: (d) =>
      d.cote === 'cible'
        ? `Préoccupation partagée, l’élève visé dit : ${enPhrase(ISSUES, d.constat)}${d.danger === true ? ' ; un danger est dit' : ''}`
        : `Préoccupation partagée, un élève du groupe : ${enPhrase(ISSUES, d.constat)}`,
    icone: 'message',
  },
  'dossier.avancer_piste': { dire: (d) => etapeDite(String(d.methode), String(d.etape)), icone: 'fleche' },
  'dossier.decider_piste': {
    dire: (d) => {
      const sanction = d.sanction === undefined ? '' : `, sanction : ${enPhrase(SANCTIONS, d.sanction)}`
      return `Piste (${enPhrase(METHODES, d.methode)}) : ${enPhrase(DECISIONS, d.decision)}${sanction}`
    },
    icone: 'coche',
    ton: 'attention',
  },
}
