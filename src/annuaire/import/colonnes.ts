import { Empechement, sansControles } from '#platform'
import { placerColonnes, type Colonnes } from './entete.ts'

/**
 * What we read, and the names it goes by: the header of the open data drifts (« Code postal », `Code_postal`, lower case in
 * the API), and other exports of the same directory have names of their own. Names are compared folded.
 */
const COLONNES = {
  uai: 'identifiant_de_l_etablissement identifiant uai code_uai numero_uai',
  nom: 'nom_etablissement appellation_officielle nom',
  type: 'type_etablissement type',
  statut: 'statut_public_prive secteur_public_prive_libe secteur',
  contrat: 'code_type_contrat_prive',
  adresse1: 'adresse_1 adresse adresse_uai',
  adresse2: 'adresse_2',
  adresse3: 'adresse_3',
  codePostal: 'code_postal code_postal_uai',
  codeCommune: 'code_commune',
  commune: 'nom_commune libelle_commune commune',
  dept: 'code_departement departement',
  deptNom: 'libelle_departement nom_departement',
  acad: 'code_academie',
  telephone: 'telephone numero_telephone_uai',
  mail: 'mail courriel mel adresse_mail',
  web: 'web site_web',
  etat: 'etat etat_etablissement_libe',
  tutelle: 'ministere_tutelle',
  nature: 'code_nature nature_uai',
  natureNom: 'libelle_nature nature_uai_libe',
  siret: 'siren_siret siret',
  circo: 'code_circonscription',
  circoNom: 'nom_circonscription libelle_circonscription',
  bassin: 'code_bassin_formation',
  bassinNom: 'libelle_bassin_formation',
} as const

export type Colonne = keyof typeof COLONNES

/** The value of a column on one line, trimmed; undefined when the file has no such column. */
export type Champs = (colonne: Colonne) => string | undefined

const EXIGEES: [sens: string, une: Colonne[]][] = [
  ['l’identifiant (UAI)', ['uai']],
  ['le nom de l’établissement', ['nom']],
  ['le code du département', ['dept']],
  ['la nature ou le type', ['nature', 'type']],
]

export type Entete = Colonnes<Colonne>

/** @throws Empechement when a column that we cannot do without is not there. */
export function lireEntete(noms: readonly string[]): Entete {
  const entete = placerColonnes(noms, COLONNES)
  const manques = EXIGEES.filter(([, une]) => !une.some((c) => entete.places.has(c))).map(([sens]) => sens)
  if (manques.length > 0)
    throw new Empechement(
      `Ce fichier n’est pas l’annuaire de l’éducation : il manque ${manques.join(', ')}. Sa première ligne est « ${sansControles(noms.join(' | ')).slice(0, 160)} ».`,
    )
  return entete
}
