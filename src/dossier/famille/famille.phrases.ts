import type { Phrase } from '#signalement'
import { COTES, MOTIFS, REGLES, SUJETS } from './famille.mots.ts'
import { enPhrase } from '../vocabulaire.ts'

const famille = (d: Record<string, unknown>): string => enPhrase(COTES, d.cote).replace('familles', 'famille')

/** How the contacts with families are told in the history: never who, never what. */
export const PHRASES_FAMILLE: Readonly<Record<string, Phrase>> = {
  'dossier.lier_responsable': {
    dire: (d) => (d.regle === 'libre' ? 'Un responsable légal noté' : `Un responsable légal noté : ${enPhrase(REGLES, d.regle)}`),
    icone: 'personne',
  },
  'dossier.changer_lien': {
    dire: (d) =>
      d.regle === 'libre' ? 'La fiche d’un responsable légal modifiée' : `Un responsable légal : ${enPhrase(REGLES, d.regle)}`,
    icone: 'personne',
  },
  'dossier.finir_lien': { dire: () => 'Un responsable légal ne l’est plus', icone: 'personne' },
  'dossier.informer_famille': {
    dire: (d) =>
      d.issue === 'renonce'
        ? `Une famille n’est pas informée : ${enPhrase(MOTIFS, d.motif)}`
        : d.issue === 'tente'
          ? 'Une famille n’a pas pu être jointe'
          : `Famille informée (${famille(d).replace('famille des ', '')}) : ${enPhrase(SUJETS, d.sujet)}`,
    icone: 'telephone',
    ton: 'info',
  },
}
