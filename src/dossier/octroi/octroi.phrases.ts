import { jourIso, type Phrase } from '#signalement'
import { accordEnBref } from '../accord/accord.mots.ts'
import { MOTIFS_OCTROI } from './octroi.ts'

export const PHRASES_OCTROI: Readonly<Record<string, Phrase>> = {
  'dossier.octroyer': {
    dire: (d) =>
      `Confié à un membre de l’équipe ressource jusqu’au ${jourIso(String(d.jusque))} : ${MOTIFS_OCTROI[d.motif as keyof typeof MOTIFS_OCTROI].libelle.toLowerCase()}${accordEnBref(d.famille)}`,
    icone: 'personne',
  },
  'dossier.finir_octroi': { dire: () => 'Fin d’un dossier confié à un membre de l’équipe', icone: 'personne' },
}
