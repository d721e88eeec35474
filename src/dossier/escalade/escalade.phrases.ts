import { NIVEAUX, type Phrase } from '#signalement'
import { accordEnBref } from '../accord/accord.mots.ts'

const NOMS: Readonly<Record<string, { libelle: string }>> = NIVEAUX
const niveau = (code: unknown): string => (NOMS[String(code)]?.libelle ?? String(code)).toLowerCase()

/** Who takes it, who follows it too, and where it went. */
export const PHRASES_ESCALADE: Readonly<Record<string, Phrase>> = {
  'dossier.proposer': {
    dire: (d) =>
      `${d.nature === 'passer' ? 'Proposé à une autre personne' : 'Quelqu’un est invité à le suivre aussi'}${accordEnBref(d.famille)}`,
    icone: 'personne',
    ton: 'info',
  },
  'dossier.repondre_offre': {
    dire: (d) =>
      d.reponse === 'refusee'
        ? 'Demande refusée, avec sa raison'
        : d.nature === 'passer'
          ? 'Demande acceptée : le dossier change de mains'
          : 'Demande acceptée : suivi à deux',
    icone: 'personne',
    ton: 'info',
  },
  'dossier.rappeler_offre': { dire: () => 'Demande rappelée', icone: 'personne' },
  'dossier.quitter': { dire: () => 'Une personne ne suit plus ce dossier', icone: 'personne' },
  'dossier.changer_niveau': { dire: (d) => `Tenu désormais par : ${niveau(d.vers)}`, icone: 'cadenas', ton: 'attention' },
  'dossier.demander_appui': {
    dire: (d) => `L’appui du pôle est demandé${accordEnBref(d.famille)}`,
    icone: 'info',
    ton: 'info',
  },
  'dossier.deporter': { dire: () => 'Une personne est mise à l’écart (conflit d’intérêts)', icone: 'cadenas', ton: 'attention' },
  'dossier.relever': { dire: () => 'Une personne n’est plus à l’écart', icone: 'cadenas' },
  'dossier.doublonner': {
    dire: (d) => `Même situation que le dossier ${String(d.numero)} : ses signalements y sont`,
    icone: 'dossier',
  },
  'dossier.dedoubler': { dire: (d) => `Séparé du dossier ${String(d.numero)}`, icone: 'dossier', ton: 'attention' },
  'dossier.reunir': { dire: (d) => `Le dossier ${String(d.numero)} est réuni à celui-ci`, icone: 'dossier' },
  'dossier.separer': { dire: (d) => `Le dossier ${String(d.numero)} est séparé de celui-ci`, icone: 'dossier', ton: 'attention' },
  'dossier.transferer': {
    dire: (d) =>
      `${d.numero === null ? 'L’élève est parti ailleurs' : `L’élève a changé d’école : dossier ${String(d.numero)}`}${accordEnBref(d.famille)}`,
    icone: 'dossier',
    ton: 'attention',
  },
  'dossier.recevoir': {
    dire: (d) => `L’élève vient d’une autre école : dossier ${String(d.numero)}${accordEnBref(d.famille)}`,
    icone: 'dossier',
    ton: 'attention',
  },
}
