import type { NomIcone } from '#ui'

/** The closed lists of the report. Codes are stored; the words for agents are here, those for reporters in textes/. */

export interface Mot {
  libelle: string
  icone?: NomIcone
}

export const DECLARANTS = {
  victime: { libelle: 'La personne concernée' },
  temoin: { libelle: 'Un ou une camarade' },
  parent: { libelle: 'Un parent ou un proche' },
  professionnel: { libelle: 'Un professionnel' },
  autre: { libelle: 'Une autre personne' },
  inconnu: { libelle: 'Non précisé' },
} as const satisfies Record<string, Mot>
export type Declarant = keyof typeof DECLARANTS

export const QUOI = {
  mots: { libelle: 'Insultes, moqueries', icone: 'fait-mots' },
  coups: { libelle: 'Coups, bousculades', icone: 'fait-coups' },
  ecart: { libelle: 'Mise à l’écart', icone: 'fait-ecart' },
  rumeurs: { libelle: 'Rumeurs', icone: 'fait-rumeurs' },
  vol: { libelle: 'Affaires volées ou abîmées', icone: 'fait-vol' },
  numerique: { libelle: 'Téléphone, réseaux, jeux en ligne', icone: 'fait-reseaux' },
  images: { libelle: 'Images intimes montrées ou demandées', icone: 'image' },
  menaces: { libelle: 'Menaces', icone: 'fait-menaces' },
  arme: { libelle: 'Arme ou objet dangereux', icone: 'alerte' },
  gestes: { libelle: 'Gestes ou mots sexuels', icone: 'fait-gestes' },
  argent: { libelle: 'Argent ou objets exigés', icone: 'fait-argent' },
  envie_mourir: { libelle: 'Idées noires, envie de se faire du mal', icone: 'bouclier' },
  autre: { libelle: 'Autre chose', icone: 'fait-autre' },
} as const
export type Quoi = keyof typeof QUOI

export const LIEUX = {
  classe: { libelle: 'En classe', icone: 'lieu-classe' },
  cour: { libelle: 'Dans la cour', icone: 'lieu-cour' },
  toilettes: { libelle: 'Aux toilettes', icone: 'lieu-toilettes' },
  cantine: { libelle: 'À la cantine', icone: 'lieu-cantine' },
  couloir: { libelle: 'Dans les couloirs', icone: 'lieu-couloir' },
  sport: { libelle: 'En sport, au vestiaire', icone: 'lieu-sport' },
  trajet: { libelle: 'Sur le trajet, dans le bus', icone: 'lieu-trajet' },
  entree: { libelle: 'Devant l’école', icone: 'lieu-devant' },
  internat: { libelle: 'À l’internat', icone: 'lieu-internat' },
  periscolaire: { libelle: 'Au centre de loisirs, à l’étude', icone: 'maison' },
  telephone: { libelle: 'Sur le téléphone', icone: 'lieu-telephone' },
  autre: { libelle: 'Ailleurs', icone: 'lieu-autre' },
} as const
export type LieuDit = keyof typeof LIEUX

export const DEPUIS = {
  aujourdhui: { libelle: 'Aujourd’hui' },
  semaine: { libelle: 'Cette semaine' },
  mois: { libelle: 'Depuis quelques semaines' },
  longtemps: { libelle: 'Depuis plusieurs mois' },
  sais_pas: { libelle: 'Ne sait pas' },
} as const satisfies Record<string, Mot>

export const FREQUENCE = {
  une_fois: { libelle: 'Une fois' },
  plusieurs: { libelle: 'Plusieurs fois' },
  semaine: { libelle: 'Toutes les semaines' },
  jours: { libelle: 'Presque tous les jours' },
  sais_pas: { libelle: 'Ne sait pas' },
} as const satisfies Record<string, Mot>

export const AUTEURS = {
  eleve: { libelle: 'Un ou une élève' },
  eleves: { libelle: 'Plusieurs élèves' },
  adulte: { libelle: 'Un adulte de l’établissement' },
  inconnu: { libelle: 'Ne sait pas, ou ne le dit pas' },
} as const satisfies Record<string, Mot>

export const INFORMES = {
  personne: { libelle: 'Personne' },
  parents: { libelle: 'Les parents' },
  enseignant: { libelle: 'Un enseignant ou une enseignante' },
  adulte_ecole: { libelle: 'Un autre adulte de l’établissement' },
  ami: { libelle: 'Un ami ou une amie' },
  trois018: { libelle: 'Le 3018' },
  police: { libelle: 'La police ou la gendarmerie' },
  sante: { libelle: 'Un soignant' },
  autre: { libelle: 'Quelqu’un d’autre' },
} as const satisfies Record<string, Mot>

export const CANAUX = {
  site: { libelle: 'Site' },
  telephone: { libelle: 'Téléphone' },
  sms: { libelle: 'SMS' },
  papier: { libelle: 'Papier, boîte aux lettres' },
  courrier: { libelle: 'Courrier' },
  mail: { libelle: 'Mail' },
  oral: { libelle: 'De vive voix' },
  '3018': { libelle: '3018' },
  stop_harcelement: { libelle: 'Stop harcèlement' },
  faits_etablissement: { libelle: 'Faits établissement' },
  questionnaire: { libelle: 'Questionnaire annuel' },
} as const satisfies Record<string, Mot>
export type Canal = keyof typeof CANAUX

/** Why a report comes first. A reason read from the answers, never a score of a child. */
export const URGENCES = {
  danger_immediat: { libelle: 'Dit être en danger maintenant' },
  suicide: { libelle: 'Idées noires, envie de se faire du mal' },
  arme: { libelle: 'Arme ou objet dangereux' },
  violence_sexuelle: { libelle: 'Gestes ou mots sexuels' },
  images_intimes: { libelle: 'Images intimes' },
  mots_de_danger: { libelle: 'Mots qui alertent dans le récit' },
  adulte_mis_en_cause: { libelle: 'Un adulte est mis en cause' },
} as const satisfies Record<string, Mot>
export type Urgence = keyof typeof URGENCES

export const NIVEAUX = {
  etablissement: { libelle: 'Établissement' },
  circonscription: { libelle: 'Circonscription' },
  departement: { libelle: 'Département' },
  academie: { libelle: 'Académie' },
} as const satisfies Record<string, Mot>
export type Niveau = keyof typeof NIVEAUX

export const CLOTURES = {
  traite: { libelle: 'La situation est traitée, avec la personne' },
  dossier: { libelle: 'La suite se passe dans un dossier' },
  pas_harcelement: { libelle: 'Ce n’est pas du harcèlement ; une autre aide est proposée' },
  sans_suite_possible: { libelle: 'Trop peu d’éléments pour agir, et plus de réponse' },
  doublon: { libelle: 'Les mêmes faits sont suivis dans un autre signalement' },
  hors_champ: { libelle: 'Hors de notre champ ; la personne est orientée' },
} as const satisfies Record<string, Mot>

/** What the reporter says once the exchange is over. */
export const AVIS = {
  oui: { libelle: 'Ça va mieux' },
  un_peu: { libelle: 'Un peu mieux' },
  non: { libelle: 'Ça ne va pas mieux' },
} as const satisfies Record<string, Mot>

/** What the reporter says of the help, once the exchange is over. */
export const AIDE_RECUE = {
  oui: { libelle: 'Des adultes ont été là' },
  un_peu: { libelle: 'Pas assez d’aide' },
  non: { libelle: 'Pas d’aide' },
} as const satisfies Record<string, Mot>

export const codes = <T extends Record<string, unknown>>(liste: T): (keyof T & string)[] => Object.keys(liste)
