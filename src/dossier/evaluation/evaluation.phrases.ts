import type { Phrase } from '#signalement'
import { QUALIFICATIONS, type CodeQualification } from './mots.ts'

export const PHRASES_EVALUATION: Readonly<Record<string, Phrase>> = {
  'dossier.evaluer': { dire: () => 'Grille d’évaluation remplie', icone: 'fichier', ton: 'info' },
  'dossier.qualifier': {
    dire: (d) =>
      `Qualifié : ${QUALIFICATIONS[d.qualification as CodeQualification]?.libelle.toLowerCase() ?? String(d.qualification)}`,
    icone: 'coche',
    ton: 'attention',
  },
}
