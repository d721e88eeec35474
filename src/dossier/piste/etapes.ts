import type { Methode } from './methodes.ts'

/** One step of a track: what is written, what comes before, and what it asks. */
export interface EtapeDite {
  libelle: string
  aide?: string
  /** One of these has been written before. */
  apres?: readonly string[]
  /** How many days, at most: only a suspension has some. */
  jours?: number
  /** Which pupil it is about. */
  personne?: boolean
  /** What the targeted pupil says. */
  parole?: boolean
  /** The victim is protected during a hearing: each point, or why not. */
  protection?: boolean
  source: string
}

/** Asked in every track: the measure of a method is what the targeted pupil says (S64). */
const PAROLE: EtapeDite = {
  libelle: 'Demander à l’élève visé si cela a cessé',
  aide: 'Avec ses mots, entre guillemets.',
  parole: true,
  source: 'S64',
}

export const PROTECTION_AUDITION = {
  accompagne: { libelle: 'L’élève visé est accompagné par un adulte de son choix' },
  entree: { libelle: 'Entrée, attente et sortie séparées' },
  absence: { libelle: 'On lui a dit qu’il peut ne pas venir' },
} as const

const EDUCATIVE: Record<string, EtapeDite> = {
  equipe_educative: {
    libelle: 'Équipe éducative réunie',
    aide: 'Qui était là, ce qui est décidé. « Dans les plus brefs délais ».',
    source: 'D321-16 (S36, S37)',
  },
  suspension: {
    libelle: 'Accès à l’école suspendu, à titre conservatoire',
    aide: 'Cinq jours au plus. Ce n’est pas une sanction : il s’agit de protéger.',
    jours: 5,
    personne: true,
    source: 'D321-16 (S36, S38)',
  },
  saisine_dasen: {
    libelle: 'DASEN saisi : le comportement persiste',
    aide: 'La raison, et ce qui a déjà été essayé.',
    apres: ['equipe_educative'],
    source: 'R411-11-1 (S38)',
  },
  reponse_dasen: { libelle: 'Réponse de la DASEN ou du DASEN', apres: ['saisine_dasen'], source: 'S38' },
  demande_maire: {
    libelle: 'Le maire est saisi : radiation, et inscription dans une autre école',
    aide: 'C’est la DASEN ou le DASEN qui le demande. L’accès peut rester suspendu pendant la procédure.',
    apres: ['reponse_dasen'],
    personne: true,
    source: 'S38',
  },
  reponse_maire: { libelle: 'Réponse du maire', apres: ['demande_maire'], source: 'S38' },
  nouvelle_ecole: {
    libelle: 'Inscrit dans une autre école',
    aide: 'Suivi renforcé dans la nouvelle école jusqu’à la fin de l’année scolaire.',
    apres: ['reponse_maire'],
    personne: true,
    source: 'S38',
  },
}

const DISCIPLINAIRE: Record<string, EtapeDite> = {
  ouverture: {
    libelle: 'Procédure engagée',
    aide: 'Quels faits, quand la famille a reçu l’écrit, quand le dossier se consulte.',
    personne: true,
    source: 'R421-10 (S37)',
  },
  conservatoire: {
    libelle: 'Mesure conservatoire',
    aide: 'L’accès est suspendu en attendant. Ce n’est pas une sanction.',
    apres: ['ouverture'],
    personne: true,
    source: 'glossaire du champ',
  },
  audition: {
    libelle: 'Élève mis en cause entendu, avec ses responsables',
    aide: 'Sans elle, pas de sanction.',
    apres: ['ouverture'],
    personne: true,
    protection: true,
    source: 'S62 : procédure contradictoire ; S63 : une victime de 11 ans entendue seule devant quinze adultes',
  },
  conseil: {
    libelle: 'Conseil de discipline réuni',
    aide: 'Lui seul prononce une exclusion définitive.',
    apres: ['ouverture'],
    personne: true,
    protection: true,
    source: 'R511-13, R511-14',
  },
}

const JUDICIAIRE: Record<string, EtapeDite> = {
  saisine: {
    libelle: 'Procureur, police ou gendarmerie saisis',
    aide: 'Quel jour, par qui. La référence et les suites se notent dans « Transmissions ».',
    source: 'article 40 ; S42',
  },
  consignes: {
    libelle: 'Consignes données à l’équipe : ne pas enquêter',
    aide: 'Ne pas réentendre sur les faits, ne pas confronter, ne pas chercher de preuves, ne rien effacer.',
    source: 'S42, S69',
  },
  suites: { libelle: 'Nouvelle du parquet ou des enquêteurs', apres: ['saisine'], source: 'S93' },
}

const ADULTE: Record<string, EtapeDite> = {
  hierarchie: { libelle: 'Ressources humaines et hiérarchie saisies', source: 'S40' },
  juridique: { libelle: 'Affaires juridiques saisies', source: 'S40' },
  procureur: {
    libelle: 'Procureur informé',
    aide: 'La transmission se décide et se suit dans « Transmissions ».',
    source: 'article 40 (S42b)',
  },
  eloignement: { libelle: 'Adulte tenu éloigné des élèves', source: 'proposition : protéger d’abord' },
}

const ENTRETIEN: EtapeDite = {
  libelle: 'Entretien individuel',
  aide: 'Seul à seul. Jamais face à l’élève visé.',
  personne: true,
  source: 'S68',
}

export const ETAPES: Record<Exclude<Methode, 'mpp'>, Record<string, EtapeDite>> = {
  educative: { ...EDUCATIVE, parole: PAROLE },
  disciplinaire: { ...DISCIPLINAIRE, parole: PAROLE },
  judiciaire: { ...JUDICIAIRE, parole: PAROLE },
  adulte: { ...ADULTE, parole: PAROLE },
  farsta: { entretien: ENTRETIEN, engagement: { ...ENTRETIEN, libelle: 'Engagement pris par l’élève' }, parole: PAROLE },
  no_blame: {
    accord: { libelle: 'L’élève visé a été entendu, et veut bien de ce groupe', aide: 'Il n’y participe pas.', source: 'S76' },
    groupe: {
      libelle: 'Groupe de soutien réuni, sans l’élève visé',
      aide: 'Qui, et ce que chacun propose, avec ses mots.',
      apres: ['accord'],
      source: 'S76',
    },
    retour: { ...ENTRETIEN, libelle: 'Chacun revu seul, une semaine après', apres: ['groupe'] },
    parole: PAROLE,
  },
  restauratif: {
    proposition: {
      libelle: 'Réparation proposée',
      aide: 'L’élève visé peut refuser, et changer d’avis. Rien en présence l’un de l’autre sans sa demande.',
      source: 'S77',
    },
    reparation: { libelle: 'Réparation faite', apres: ['proposition'], personne: true, source: 'S39, S77' },
    parole: PAROLE,
  },
}

/** Steps of any method: the words of a step that was written. */
export const etapeDite = (methode: string, code: string): string =>
  (ETAPES as Record<string, Record<string, EtapeDite>>)[methode]?.[code]?.libelle ?? code
