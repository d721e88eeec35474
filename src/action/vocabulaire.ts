/** The words of an action. Kinds: those that schools of the académie have really declared (programme, temps forts). */
export const TYPES = {
  projection: 'Projection et débat',
  ateliers: 'Ateliers tournants',
  affichage: 'Affiches, fresque ou mur d’expression',
  photo: 'Vêtements d’une couleur, photo collective',
  musique: 'Chanson ou musique',
  theatre: 'Théâtre ou jeu de rôle',
  jeu: 'Jeu sérieux ou jeu de piste',
  sport: 'Course ou sport',
  exposition: 'Exposition',
  intervention: 'Intervention d’un partenaire',
  production: 'Journal, podcast ou guide écrit par des élèves',
  ambassadeurs: 'Élèves ambassadeurs',
  seance: 'Séance en classe',
  bienveillance: 'Mots et gestes de bienveillance',
  boite: 'Boîte aux lettres',
  cantine: 'À la cantine',
  familles: 'Rencontre avec les familles',
  reseau: 'Projet entre établissements',
} as const satisfies Record<string, string>
export type TypeAction = keyof typeof TYPES

export const PUBLICS = {
  ecoliers: 'Écoliers',
  collegiens: 'Collégiens',
  lyceens: 'Lycéens',
  familles: 'Familles',
  personnels: 'Personnels',
  habitants: 'Habitants',
} as const satisfies Record<string, string>
export type PublicAction = keyof typeof PUBLICS

/** The types of school, as families say them. */
export const NIVEAUX = { ecole: 'Écoles', college: 'Collèges', lycee: 'Lycées', erea: 'EREA' } as const

const CLASSES = {
  ecole: ['PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2'],
  college: ['6e', '5e', '4e', '3e'],
  lycee: ['2de', '1re', 'Tle'],
  erea: ['6e', '5e', '4e', '3e', '2de', '1re', 'Tle'],
} as const
export const TOUTES_CLASSES: readonly string[] = [...CLASSES.ecole, ...CLASSES.college, ...CLASSES.lycee]
/** The classes of a school, by its type. */
export const niveauxDe = (type: string): readonly string[] => (CLASSES as Record<string, readonly string[]>)[type] ?? []

export const TEMPS_FORTS = {
  journee_nationale: 'Journée nationale',
  safer_internet_day: 'Safer Internet Day',
  prix: 'Prix Non au harcèlement',
} as const satisfies Record<string, string>
export type CodeTempsFort = keyof typeof TEMPS_FORTS

export const estCle = <T extends object>(liste: T, code: string): code is keyof T & string => Object.hasOwn(liste, code)

/** First year of the school year of a day: September begins it, as August ends it. */
export const anneeScolaire = (jour: string): number => Number(jour.slice(0, 4)) - (Number(jour.slice(5, 7)) < 8 ? 1 : 0)
export const libelleAnnee = (annee: number): string => `${annee}-${annee + 1}`
