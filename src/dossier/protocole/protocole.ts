import type { CodeRole } from '#annuaire'
import type { CodeDelai } from './delais.ts'
import type { Prealable } from './prealables.ts'

/** The words of a protocol. Each published version is a constant of this shape, never edited afterwards. */

export const ETATS = {
  recu: { libelle: 'Reçu', suite: 'À prendre en charge' },
  pris_en_charge: { libelle: 'Pris en charge', suite: 'Protéger' },
  protege: { libelle: 'Protégé', suite: 'Évaluer la situation' },
  evaluation: { libelle: 'En évaluation', suite: 'Qualifier, puis traiter' },
  traitement: { libelle: 'En traitement', suite: 'Surveiller' },
  surveillance: { libelle: 'Sous surveillance', suite: 'Clore' },
  rouvert: { libelle: 'Rouvert', suite: 'À reprendre en charge' },
  clos: { libelle: 'Clos', suite: '' },
  ecarte: { libelle: 'N’est pas du harcèlement', suite: '' },
  doublon: { libelle: 'Doublon', suite: '' },
  transfere: { libelle: 'Transféré', suite: '' },
} as const
export type Etat = keyof typeof ETATS

/** In these nothing is due any more. The database holds it too. */
export const FINIS: ReadonlySet<string> = new Set<Etat>(['clos', 'ecarte', 'doublon', 'transfere'])

/** What can be done to a dossier, and where its form is: the page of the dossier (``) or one of its parts. */
export const VERBES = {
  prendre: '',
  proteger: '',
  lever: '',
  inscrire_personne: '',
  changer_role: '',
  resumer: '',
  confier: '',
  octroyer: '',
  rattacher: '',
  reporter: '',
  changer_urgence: '',
  noter: 'notes',
  tacher: 'notes',
  revoir: 'notes',
  sceller: 'notes',
  entendre: 'entretiens',
  evaluer: 'evaluation',
  qualifier: 'evaluation',
  engager_piste: 'traitement',
  preoccuper: 'traitement',
  composer_equipe: 'traitement',
  avancer_piste: 'traitement',
  decider_piste: 'traitement',
  informer_famille: 'familles',
  extraire: 'familles',
  relire: 'familles',
  transmettre: 'transmissions',
  partir: 'transmissions',
  suivre_transmission: 'transmissions',
  surveiller: 'suivi',
  point_suivi: 'suivi',
  clore: 'suivi',
  ecarter: 'suivi',
  rouvrir: 'suivi',
  expliquer: 'suivi',
  doublonner: 'appui',
  dedoubler: 'appui',
  transferer: 'appui',
  proposer: 'appui',
  repondre_offre: 'appui',
  rappeler_offre: 'appui',
  demander_appui: 'appui',
} as const
export type Verbe = keyof typeof VERBES
export type Onglet = (typeof VERBES)[Verbe]

/** One cell of the table: in this state, who may do this verb, where it leads, and by when the next act is due. */
export interface Regle {
  roles: readonly CodeRole[]
  vers: Etat
  /** How long until the next act; absent: the due date stays. */
  delai?: CodeDelai
  avant?: readonly Prealable[]
  bouton: string
  /** What to know before doing it, in a sentence for the person. */
  aide?: string
  source: string
}

export interface Protocole {
  version: string
  source: string
  regles: Record<Etat, Partial<Record<Verbe, Regle>>>
  /** What each state is there for, in order: the act, and what it leaves behind. The next thing to do is the first one missing. */
  pas: Record<Etat, readonly { verbe: Verbe; laisse: Prealable | null }[]>
  /** The sentence when the state does not allow the verb. */
  refus: Record<Verbe, string>
}
