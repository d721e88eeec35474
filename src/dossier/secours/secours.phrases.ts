import type { Phrase } from '#signalement'
import { mot } from '../vocabulaire.ts'
import { AVIS_SECOURS, MOTIFS_SECOURS } from './motifs.ts'

export const PHRASES_SECOURS: Readonly<Record<string, Phrase>> = {
  'dossier.ouvrir_en_urgence': {
    dire: (d) => `Accès d’urgence, pour un jour : « ${mot(MOTIFS_SECOURS, d.motif)} »`,
    icone: 'alerte',
    ton: 'attention',
  },
  'dossier.regarder_secours': {
    dire: (d) => `Accès d’urgence regardé après coup : ${mot(AVIS_SECOURS, d.avis).toLowerCase()}`,
    icone: 'oeil',
    ton: 'attention',
  },
  'dossier.fermer_acces_urgence': { dire: () => 'Un accès d’urgence refermé', icone: 'cadenas' },
}
