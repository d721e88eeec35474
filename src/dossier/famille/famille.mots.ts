/** The closed lists of the contacts with families. Codes are stored. */

export const COTES = {
  cible: { libelle: 'Familles des élèves visés', roles: ['cible'] },
  auteur: { libelle: 'Familles des élèves mis en cause', roles: ['auteur_presume'] },
  autre: { libelle: 'Familles des témoins et des soutiens', roles: ['temoin', 'soutien'] },
} as const
export type Cote = keyof typeof COTES

/** What a family is to know. S03: informed, told the measures and its rights, associated, then regularly informed. */
export const SUJETS = {
  ouverture: { libelle: 'Ce qui se passe, et qui s’en occupe' },
  mesures: { libelle: 'Comment l’élève est protégé' },
  droits: { libelle: 'Ses droits : être associée, porter plainte, avoir un extrait' },
  evaluation: { libelle: 'Ce qui a été compris de la situation' },
  traitement: { libelle: 'Ce qui va être fait' },
  transmission: { libelle: 'Une transmission : Fait établissement, CRIP, procureur' },
  suite: { libelle: 'Les nouvelles depuis la dernière fois' },
  fin: { libelle: 'Le dossier va se fermer' },
} as const
export type Sujet = keyof typeof SUJETS

export const MOYENS = {
  telephone: { libelle: 'Au téléphone' },
  rendez_vous: { libelle: 'En rendez-vous' },
  visio: { libelle: 'En visio' },
  mail: { libelle: 'Par courriel' },
  courrier: { libelle: 'Par courrier' },
  ent: { libelle: 'Par la messagerie de l’école' },
} as const

export const ISSUES = {
  informe: { libelle: 'La famille a été informée' },
  tente: { libelle: 'Personne n’a pu être joint, ou n’a pu comprendre' },
} as const

/** Why somebody is not told. Each asks for a written reason. */
export const MOTIFS = {
  danger: { libelle: 'Le dire mettrait l’élève en danger (responsable mis en cause, représailles)' },
  decision: { libelle: 'Une décision de justice s’y oppose' },
  majeur: { libelle: 'L’élève est majeur ou émancipé, et s’y oppose' },
  seul: { libelle: 'L’élève n’a qu’un responsable légal' },
  introuvable: { libelle: 'Pas joignable malgré plusieurs essais' },
  equipe: { libelle: 'L’équipe a choisi de ne pas informer pour l’instant' },
  autre: { libelle: 'Une autre raison' },
} as const
export type Motif = keyof typeof MOTIFS
/** Reasons about the child, or about a guardian who does not exist: nobody is named with them. */
export const SANS_PERSONNE: ReadonlySet<string> = new Set<Motif>(['majeur', 'seul'])

/** Never a child: not a brother, not a classmate, not the pupil (S150). */
export const INTERPRETES = {
  professionnel: { libelle: 'Un interprète professionnel, sur place' },
  telephone: { libelle: 'Un interprète au téléphone' },
  adulte: { libelle: 'Un adulte de l’établissement qui parle cette langue' },
  ecrit: { libelle: 'Un texte traduit' },
} as const

/** S148: the languages in which the ministry already writes to families. */
export const LANGUES = {
  fr: 'Français',
  en: 'Anglais',
  ar: 'Arabe',
  hy: 'Arménien',
  bm: 'Bambara',
  zh: 'Chinois',
  es: 'Espagnol',
  it: 'Italien',
  pt: 'Portugais',
  ro: 'Roumain',
  ru: 'Russe',
  ta: 'Tamoul',
  tr: 'Turc',
  uk: 'Ukrainien',
  lsf: 'Langue des signes française',
  autre: 'Une autre langue',
} as const

export const LIENS = {
  mere: { libelle: 'Mère' },
  pere: { libelle: 'Père' },
  parent: { libelle: 'Parent' },
  tuteur: { libelle: 'Tuteur ou tutrice' },
  accueil: { libelle: 'Famille ou service d’accueil' },
  autre: { libelle: 'Autre lien' },
} as const
export type Lien = keyof typeof LIENS

export const REGLES = {
  libre: { libelle: 'Rien ne s’y oppose', court: '' },
  ne_pas_contacter: { libelle: 'Ne pas contacter : une décision l’interdit', court: 'Ne pas contacter' },
  ne_doit_pas_savoir: { libelle: 'Ne doit pas savoir : l’élève serait en danger', court: 'Ne doit pas savoir' },
} as const
export type Regle = keyof typeof REGLES
