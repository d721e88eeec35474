import type { Phrase } from '#signalement'
import { CONSTATS, DECISIONS, METHODES, PAROLES, SANCTIONS } from './methodes.ts'
import { etapeDite } from './etapes.ts'

const mot = (liste: Record<string, { libelle: string }>, code: unknown): string =>
  (liste[String(code)]?.libelle ?? String(code)).toLowerCase()

const ISSUES = { ...PAROLES, ...CONSTATS, absent: { libelle: 'Absent' } }

export const PHRASES_PISTE: Readonly<Record<string, Phrase>> = {
  'dossier.engager_piste': { dire: (d) => `Piste engagée : ${mot(METHODES, d.methode)}`, icone: 'fleche', ton: 'info' },
  'dossier.composer_equipe': {
    dire: (d) => (d.cote === null ? 'Un adulte quitte l’équipe des entretiens' : 'L’équipe des entretiens est composée'),
    icone: 'personne',
  },
  'dossier.planifier_entretiens': { dire: (d) => `Entretiens prévus : ${String(d.entretiens)}`, icone: 'calendrier' },
  'dossier.preoccuper': {
    dire: (d) =>
      d.cote === 'cible'
        ? `Préoccupation partagée, l’élève visé dit : ${mot(ISSUES, d.constat)}`
        : `Préoccupation partagée, un élève du groupe : ${mot(ISSUES, d.constat)}`,
    icone: 'message',
  },
  'dossier.avancer_piste': { dire: (d) => etapeDite(String(d.methode), String(d.etape)), icone: 'fleche' },
  'dossier.decider_piste': {
    dire: (d) => {
      const sanction = d.sanction === undefined ? '' : `, sanction : ${mot(SANCTIONS, d.sanction)}`
      return `Piste (${mot(METHODES, d.methode)}) : ${mot(DECISIONS, d.decision)}${sanction}`
    },
    icone: 'coche',
    ton: 'attention',
  },
}
