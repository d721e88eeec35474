import { plier } from '#annuaire'
import { Refus } from '#platform'

/** What is read, and the names that spreadsheets give to it, folded. Our own export has the first of each. */
const COLONNES = {
  uai: 'uai code_uai rne identifiant_etablissement numero_uai',
  titre: 'titre intitule action nom_de_l_action',
  texte: 'texte description resume descriptif',
  tempsFort: 'temps_fort evenement journee',
  annee: 'annee_scolaire annee',
  du: 'du date date_de_debut debut le jour',
  au: 'au date_de_fin fin jusqu_au',
  type: 'forme type type_d_action nature',
  publics: 'publics public pour_qui',
  niveaux: 'classes niveaux niveau',
  effectif: 'eleves effectif nombre_d_eleves nombre',
  duree: 'duree_en_minutes duree minutes',
  partenaires: 'partenaires partenaire',
  pilier: 'pilier pilier_du_programme',
} as const
export type Colonne = keyof typeof COLONNES
export type Champs = (colonne: Colonne) => string

const EXIGEES: [string, Colonne][] = [
  ['UAI', 'uai'],
  ['Titre', 'titre'],
  ['Texte', 'texte'],
  ['Du', 'du'],
  ['Forme', 'type'],
  ['Publics', 'publics'],
]

const plierEntete = (nom: string): string =>
  plier(nom)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

/** A sheet of ours that came back: the mark that kept a text from being a formula is taken away. */
const sansMarque = (texte: string): string => texte.replace(/^'(?=[=+\-@\t\r])/, '')

/** @throws Refus when a column that we cannot do without is not there. */
export function lireEntete(noms: readonly string[]): { largeur: number; lire: (cellules: readonly string[]) => Champs } {
  const plies = noms.map(plierEntete)
  const places = new Map<string, number>()
  for (const [colonne, alias] of Object.entries(COLONNES)) {
    const place = alias
      .split(' ')
      .map((a) => plies.indexOf(a))
      .find((i) => i !== -1)
    if (place !== undefined) places.set(colonne, place)
  }
  const manques = EXIGEES.filter(([, c]) => !places.has(c)).map(([nom]) => `« ${nom} »`)
  if (manques.length > 0)
    throw new Refus(
      `Il manque ${manques.length > 1 ? 'les colonnes' : 'la colonne'} ${manques.join(', ')}. La première ligne du fichier est « ${noms.join(' | ').slice(0, 160)} ».`,
      422,
    )
  const lire =
    (cellules: readonly string[]): Champs =>
    (colonne) => {
      const place = places.get(colonne)
      return place === undefined ? '' : sansMarque((cellules[place] ?? '').trim())
    }
  return { largeur: noms.length, lire }
}
