import type { RolePersonne } from '../vocabulaire.ts'

/** What is written about one talk. Facts, words and appreciation are never one text: who reads must know which is which. */
export interface ContenuEntretien {
  /** Who led it: an agent, or empty when it is somebody without an account, named in `presents`. */
  mene: string
  second: string
  presents: string
  /** Day and time in France, `2026-11-10T09:30`. */
  quand: string
  /** Minutes. */
  duree: string
  langue: string
  interprete: string
  /** What happened, as told or seen. */
  faits: string
  /** Exact words, in quotes. */
  mots: string
  /** What the adult thinks of it: said as such. */
  appreciation: string
  besoins: string
  /** What was said of what comes next: a promise to be kept. */
  annonce: string
  /** How the family names what happens. */
  nomme: string
  /** The safety check, after a talk with the target. */
  danger: string
  suicide: string
  soir: string
  retour: string
  famille: string
  famille_raison: string
  /** Why it could not be held. */
  raison: string
  explication: string
}
export type ChampEntretien = keyof ContenuEntretien

export const VIDE: ContenuEntretien = {
  mene: '',
  second: '',
  presents: '',
  quand: '',
  duree: '',
  langue: '',
  interprete: '',
  faits: '',
  mots: '',
  appreciation: '',
  besoins: '',
  annonce: '',
  nomme: '',
  danger: '',
  suicide: '',
  soir: '',
  retour: '',
  famille: '',
  famille_raison: '',
  raison: '',
  explication: '',
}

/** Longest text of a field, in signs. */
export const MAX = 8000

/** What a later version may say otherwise. A safety check is not corrected: one speaks with the pupil again. */
export const CORRIGIBLES = [
  'mene',
  'second',
  'presents',
  'quand',
  'duree',
  'langue',
  'interprete',
  'faits',
  'mots',
  'appreciation',
  'besoins',
  'annonce',
  'nomme',
  'explication',
] as const satisfies readonly ChampEntretien[]

export const INTERPRETES = {
  aucun: { libelle: 'Pas besoin' },
  professionnel: { libelle: 'Interprète professionnel, présent' },
  telephone: { libelle: 'Interprète professionnel, par téléphone' },
  adulte: { libelle: 'Un adulte de l’école qui parle cette langue' },
  manque: { libelle: 'Il en aurait fallu un' },
} as const

export const RAISONS = {
  refus: { libelle: 'La personne ne le souhaite pas' },
  famille: { libelle: 'Ses responsables légaux ne le souhaitent pas' },
  absence: { libelle: 'Absente, ou injoignable' },
  sante: { libelle: 'Son état ne le permet pas aujourd’hui' },
  enquete: { libelle: 'Une enquête est en cours : le procureur ou la police entend' },
  ailleurs: { libelle: 'Déjà entendue ailleurs, on ne la fait pas répéter' },
  autre: { libelle: 'Autre raison' },
} as const

/** Answers of few words; « je ne sais pas » is one. */
export const REPONSES = { non: 'Non', oui: 'Oui', sait_pas: 'Je ne sais pas' } as const

export const FAMILLE = {
  a_faire: { libelle: 'Je la préviens aujourd’hui', aide: 'Cela s’inscrit dans « À faire », pour vous, avant ce soir.' },
  faite: { libelle: 'C’est fait', aide: 'Notez l’échange dans « Familles » : il vous attend dans « À faire ».' },
  non: { libelle: 'Pas aujourd’hui, pour une raison écrite', aide: 'Par exemple : le danger peut venir de la maison.' },
} as const

/** The label of a text changes with who is heard: the same field is not asked of a child and of a parent. */
export const BESOINS: Record<RolePersonne, string> = {
  cible: 'Ce dont l’élève a besoin, ce qu’il voudrait, ce qu’il ne veut pas',
  auteur_presume: 'Ce que l’élève propose de faire',
  temoin: 'Ce dont l’élève a besoin, ce qu’il propose',
  soutien: 'Ce dont l’élève a besoin, ce qu’il propose',
  responsable_legal: 'Ce que la famille attend',
  professionnel: 'Ce que cette personne propose, ce qui lui manque',
}
