/** The closed lists of treatment. Codes are stored; the words are here, with their sources. */

export type Degre = 'premier' | 'second'
export const degreDe = (type: string): Degre => (type === 'ecole' ? 'premier' : 'second')

interface MethodeDite {
  libelle: string
  degres: readonly Degre[]
  /** A method that asks pupils to mend what they did: it has contraindications. */
  entreEleves: boolean
  aide: string
  source: string
}

const PARTOUT: readonly Degre[] = ['premier', 'second']

export const METHODES = {
  mpp: {
    libelle: 'Préoccupation partagée',
    degres: PARTOUT,
    entreEleves: true,
    aide: 'De courts entretiens individuels, répétés chaque semaine : dire sa préoccupation, puis demander ce que l’élève pourrait faire. Ni accusation, ni punition, ni rencontre. À partir de 7 ou 8 ans.',
    source: 'S64, S65, S66, S68',
  },
  educative: {
    libelle: 'Équipe éducative, puis DASEN et maire',
    degres: ['premier'],
    entreEleves: false,
    aide: 'Quand un comportement intentionnel et répété persiste : l’équipe éducative se réunit au plus vite. S’il persiste encore, la DASEN ou le DASEN peut demander au maire une inscription dans une autre école.',
    source: 'D321-16 du code de l’éducation (S36, S37, S38)',
  },
  disciplinaire: {
    libelle: 'Procédure disciplinaire',
    degres: ['second'],
    entreEleves: false,
    aide: 'Faits graves, qui persistent, ou refus de coopérer. L’élève mis en cause est entendu avec ses responsables ; l’élève visé est protégé pendant la procédure. La sanction reste un choix.',
    source: 'R511-13 et R421-10 du code de l’éducation (S37, S39, S62)',
  },
  judiciaire: {
    libelle: 'Suites judiciaires',
    degres: PARTOUT,
    entreEleves: false,
    aide: 'Un procureur, la police ou la gendarmerie est saisi. L’école protège et accompagne ; elle n’enquête pas.',
    source: 'article 40 du code de procédure pénale ; S42 ; S69 : « écouter, ce n’est pas enquêter »',
  },
  farsta: {
    libelle: 'Farsta',
    degres: PARTOUT,
    entreEleves: true,
    aide: 'Des entretiens individuels qui disent clairement aux auteurs présumés que cela doit cesser. Un adulte seul peut la mener.',
    source: 'S68 ; S52 : les méthodes qui confrontent donnent de meilleurs résultats au collège',
  },
  no_blame: {
    libelle: 'Groupe de soutien, sans blâme',
    degres: PARTOUT,
    entreEleves: true,
    aide: 'Un groupe de camarades, sans l’élève visé, cherche comment l’aider. Un adulte seul peut la mener, surtout à l’école.',
    source: 'S68, S76',
  },
  restauratif: {
    libelle: 'Réparation',
    degres: PARTOUT,
    entreEleves: true,
    aide: 'Après des faits reconnus, et si l’élève visé le veut : l’auteur répare. Jamais une rencontre imposée.',
    source: 'S39, S77 ; S78 : la médiation ne convient pas à un rapport de force',
  },
  adulte: {
    libelle: 'Un adulte est mis en cause',
    degres: PARTOUT,
    entreEleves: false,
    aide: 'Ressources humaines, affaires juridiques, procureur : rien ne se règle dans l’école, et la préoccupation partagée ne s’applique pas.',
    source: 'S40 : L511-3-1 ne vise que les élèves ; le texte pénal vise aussi les adultes',
  },
} as const satisfies Record<string, MethodeDite>
export type Methode = keyof typeof METHODES

/** What this kind of school may choose. */
export const methodesPour = (type: string): Methode[] =>
  (Object.keys(METHODES) as Methode[]).filter((m) => (METHODES[m].degres as readonly Degre[]).includes(degreDe(type)))

/** How long it had lasted before the treatment. */
export const DUREES = {
  moins_mois: { libelle: 'Moins d’un mois' },
  mois: { libelle: 'De un à trois mois' },
  trimestre: { libelle: 'De trois mois à un an' },
  annee: { libelle: 'Plus d’un an' },
  inconnue: { libelle: 'On ne sait pas' },
} as const

/** What the targeted pupil says, never what the adults think of it. A word and a sign, so that no colour carries it alone. */
export const PAROLES = {
  cesse: { libelle: 'Cela a cessé', signe: '✓', ton: 'succes' },
  mieux: { libelle: 'C’est mieux', signe: '↗', ton: 'info' },
  pareil: { libelle: 'C’est pareil', signe: '=', ton: 'attention' },
  pire: { libelle: 'C’est pire', signe: '↘', ton: 'erreur' },
  non_recueillie: { libelle: 'N’a pas pu le dire', signe: '?', ton: 'attention' },
} as const
export type Parole = keyof typeof PAROLES

/** What came out of a talk with a pupil of the group (S66). */
export const CONSTATS = {
  suggestion: { libelle: 'A proposé quelque chose', signe: '✎', ton: 'succes' },
  rien: { libelle: 'N’a rien remarqué', signe: '…', ton: 'info' },
  refus: { libelle: 'Se tait ou refuse', signe: '✗', ton: 'attention' },
} as const
export type Constat = keyof typeof CONSTATS

export const ABSENTS = {
  absent: { libelle: 'L’élève n’était pas là', signe: '–', ton: 'neutre' },
  annulee: { libelle: 'Entretien annulé', signe: '–', ton: 'neutre' },
} as const

export const SUITES = {
  faite: { libelle: 'Oui' },
  en_partie: { libelle: 'En partie' },
  pas_faite: { libelle: 'Non' },
} as const
export type Suite = keyof typeof SUITES

export const COTES = {
  cible: { libelle: 'Élève visé', voit: 'Voit l’élève visé' },
  groupe: { libelle: 'Groupe', voit: 'Voit les autres élèves' },
} as const
export type Cote = keyof typeof COTES

export const DECISIONS = {
  garder: { libelle: 'Garder', aide: 'La méthode continue ; une nouvelle décision est attendue dans quinze jours.' },
  changer: { libelle: 'Changer', aide: 'Cette piste s’arrête, une autre la remplace : vous la choisissez ensuite.' },
  finir: { libelle: 'Finir', aide: 'L’élève visé dit que cela a cessé ou va mieux : la surveillance vient ensuite.' },
} as const
export type Decision = keyof typeof DECISIONS

/** R511-13, in its order, with the bound of each. */
export const SANCTIONS = {
  aucune: { libelle: 'Pas de sanction', max: 0, unite: '' },
  avertissement: { libelle: 'Avertissement', max: 0, unite: '' },
  blame: { libelle: 'Blâme', max: 0, unite: '' },
  responsabilisation: { libelle: 'Mesure de responsabilisation (20 heures au plus)', max: 20, unite: 'heures' },
  exclusion_classe: { libelle: 'Exclusion temporaire de la classe (8 jours au plus)', max: 8, unite: 'jours' },
  exclusion_temporaire: { libelle: 'Exclusion temporaire de l’établissement (8 jours au plus)', max: 8, unite: 'jours' },
  exclusion_definitive: { libelle: 'Exclusion définitive (conseil de discipline)', max: 0, unite: '' },
  reglement_interieur: { libelle: 'Autre sanction du règlement intérieur (établissement privé)', max: 0, unite: '' },
} as const
export type Sanction = keyof typeof SANCTIONS
