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
