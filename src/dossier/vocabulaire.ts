/** The closed lists of a dossier. Codes are stored. */

export const ROLES_PERSONNE = {
  cible: { libelle: 'Personne visée' },
  auteur_presume: { libelle: 'Auteur présumé' },
  temoin: { libelle: 'Témoin' },
  soutien: { libelle: 'Soutien' },
  responsable_legal: { libelle: 'Responsable légal' },
  professionnel: { libelle: 'Professionnel' },
} as const
export type RolePersonne = keyof typeof ROLES_PERSONNE

/** Protection measures. Sources: Service-public F31985 (adulte référent, vigilance, close classmates), pratique des écoles. */
export const NATURES = {
  adulte_referent: { libelle: 'Un adulte référent, nommé' },
  vigilance: { libelle: 'Vigilance des adultes' },
  camarades: { libelle: 'Camarades proches mobilisés' },
  lieux: { libelle: 'Lieux, trajets ou horaires aménagés' },
  separation: { libelle: 'Éloignement des personnes mises en cause' },
  numerique: { libelle: 'Protection en ligne (3018, retrait)' },
  soin: { libelle: 'Accompagnement par un personnel de santé ou social' },
  autre: { libelle: 'Autre mesure' },
  aucune: { libelle: 'Aucune mesure, pour une raison écrite' },
} as const
export type Nature = keyof typeof NATURES

type Liste = Readonly<Record<string, { libelle: string }>>
/** The words of a code; the code itself when its list no longer has it: an old row never breaks a page. */
export const mot = (liste: Liste, code: unknown): string => liste[String(code)]?.libelle ?? String(code)
/** The same, in the middle of a sentence. */
export const enPhrase = (liste: Liste, code: unknown): string => mot(liste, code).toLowerCase()

const RANGS_NIVEAUX = ['etablissement', 'circonscription', 'departement', 'academie']
/** Is this level above that one? What is held above a school must not come into its sight. */
export const auDessus = (niveau: string, autre: string): boolean => RANGS_NIVEAUX.indexOf(niveau) > RANGS_NIVEAUX.indexOf(autre)
