import { CIRCONSCRIPTIONS, COMMUNES, uai, type CleCirco, type Commune } from './territoires.ts'

/** Three digits of the number after the département's and a 9, name, national nature, town, circonscription; `prive` when it is. */
type Ligne = readonly [
  chiffres: string,
  nom: string,
  nature: string,
  commune: Commune,
  circo?: CleCirco | null,
  prive?: 'association' | 'hors',
]

const LIGNES = {
  // Ariège
  chataigniers: ['0099101', 'École élémentaire Les Châtaigniers', '151', 'Rochebelle-sur-Lèze', 'rochebelle'],
  forges: ['0099102', 'École primaire du Pont des Forges', '151', 'Montferrand-les-Forges', 'rochebelle'],
  loup09: ['0099103', 'École maternelle Le Petit Loup', '101', 'Rochebelle-sur-Lèze', 'rochebelle'],
  isards: ['0099111', 'Collège Les Isards', '340', 'Rochebelle-sur-Lèze'],
  fontaine09: ['0099112', 'Collège privé Notre-Dame-de-la-Fontaine', '340', 'Montferrand-les-Forges', null, 'association'],
  cimes: ['0099121', 'Lycée général et technologique des Cimes', '302', 'Rochebelle-sur-Lèze'],
  // Aveyron
  buis: ['0129101', 'École élémentaire Les Buis', '151', 'Belcastan', 'belcastan'],
  roque: ['0129102', 'École primaire de Puech-la-Roque', '151', 'Puech-la-Roque', 'belcastan'],
  orlane: ['0129103', 'École primaire privée Sainte-Orlane', '151', 'Sainte-Orlane', 'belcastan', 'association'],
  causse: ['0129111', 'Collège du Causse', '340', 'Belcastan'],
  templiers: ['0129112', 'Collège privé Les Templiers', '340', 'Sainte-Orlane', null, 'association'],
  monts: ['0129121', 'Lycée polyvalent des Monts', '306', 'Belcastan'],
  lavande: ['0129122', 'Lycée professionnel La Lavande', '320', 'Puech-la-Roque'],
  // Haute-Garonne
  glycines: ['0319101', 'École élémentaire Les Glycines', '151', 'Valbrune', 'valbrune'],
  hirondelles: ['0319102', 'École maternelle Les Hirondelles', '101', 'Valbrune', 'valbrune'],
  tournesols: ['0319103', 'École primaire Les Tournesols', '151', 'Fontcaude', 'valbrune'],
  moulin: ['0319104', 'École élémentaire du Moulin', '151', 'Castelrive', 'castelrive'],
  platanes: ['0319105', 'École élémentaire Les Platanes', '151', 'Castelrive', 'castelrive'],
  bergeronnettes: ['0319106', 'École maternelle Les Bergeronnettes', '101', 'Castelrive', 'castelrive'],
  roseaux: ['0319107', 'École primaire Les Roseaux', '151', 'Montaubry-le-Lac', 'montaubry'],
  autan: ['0319108', 'École primaire Le Vent d’Autan', '151', 'Saint-Vaury-d’Autan', 'montaubry'],
  save: ['0319109', 'École primaire de la Save', '151', 'Peyrelongue-sur-Save', 'montaubry'],
  marguerite: ['0319110', 'École primaire privée Sainte-Marguerite', '151', 'Castelrive', 'castelrive', 'association'],
  clairiere: ['0319111', 'École La Clairière (hors contrat)', '151', 'Fontcaude', 'valbrune', 'hors'],
  tilleuls: ['0319121', 'Collège Les Tilleuls', '340', 'Valbrune'],
  saules: ['0319122', 'Collège Les Saules', '340', 'Castelrive'],
  lac: ['0319123', 'Collège du Lac', '340', 'Montaubry-le-Lac'],
  vergers: ['0319124', 'Collège Les Vergers', '340', 'Saint-Vaury-d’Autan'],
  plaine: ['0319125', 'Collège de la Plaine', '340', 'Peyrelongue-sur-Save'],
  visitation: ['0319126', 'Collège privé La Visitation', '340', 'Castelrive', null, 'association'],
  arcades: ['0319141', 'Lycée général et technologique Les Arcades', '302', 'Castelrive'],
  canal: ['0319142', 'Lycée polyvalent du Canal', '306', 'Valbrune'],
  metiers: ['0319143', 'Lycée professionnel des Métiers du Lac', '320', 'Montaubry-le-Lac'],
  visitationLycee: ['0319144', 'Lycée privé La Visitation', '302', 'Castelrive', null, 'association'],
  peupliers: ['0319161', 'EREA Les Peupliers', '370', 'Peyrelongue-sur-Save'],
  // Gers
  coquelicots: ['0329101', 'École élémentaire Les Coquelicots', '151', 'Montrival', 'montrival'],
  gardelle: ['0329102', 'École primaire de Vic-la-Gardelle', '151', 'Vic-la-Gardelle', 'montrival'],
  pinsons: ['0329103', 'École maternelle Les Pinsons', '101', 'Montrival', 'maternelles'],
  mousquet: ['0329111', 'Collège du Vieux Pigeonnier', '340', 'Montrival'],
  armagne: ['0329121', 'Lycée polyvalent de l’Armagne', '306', 'Montrival'],
  // Lot
  noyers: ['0469101', 'École élémentaire Les Noyers', '151', 'Gourdelle', 'gourdelle'],
  rocasseyre: ['0469102', 'École primaire de Rocasseyre', '151', 'Rocasseyre', 'gourdelle'],
  falaises: ['0469111', 'Collège des Falaises', '340', 'Gourdelle'],
  safran: ['0469112', 'Collège Le Safran', '340', 'Rocasseyre'],
  meandre: ['0469121', 'Lycée général du Méandre', '302', 'Gourdelle'],
  // Hautes-Pyrénées
  edelweiss: ['0659101', 'École élémentaire Les Edelweiss', '151', 'Arrieulat', 'arrieulat'],
  aspin: ['0659102', 'École primaire de Luz-d’Aspin', '151', 'Luz-d’Aspin', 'arrieulat'],
  marmottes: ['0659103', 'École maternelle Les Marmottes', '101', 'Arrieulat', 'maternelles'],
  gaves: ['0659111', 'Collège des Deux Gaves', '340', 'Arrieulat'],
  cascade: ['0659112', 'Collège de la Cascade', '340', 'Luz-d’Aspin'],
  pics: ['0659121', 'Lycée polyvalent des Trois Pics', '306', 'Arrieulat'],
  // Tarn
  ormes: ['0819101', 'École élémentaire Les Ormes', '151', 'Rocaverde', 'rocaverde'],
  violettes: ['0819102', 'École primaire Les Violettes', '151', 'Lautrac-le-Haut', 'rocaverde'],
  tanneurs: ['0819103', 'École primaire des Tanneurs', '151', 'Montcabrel', 'montcabrel'],
  pruniers: ['0819111', 'Collège Les Pruniers', '340', 'Rocaverde'],
  sidobre: ['0819112', 'Collège des Granits', '340', 'Montcabrel'],
  annonciade: ['0819113', 'Collège privé L’Annonciade', '340', 'Rocaverde', null, 'association'],
  verrerie: ['0819121', 'Lycée général et technologique de la Verrerie', '302', 'Rocaverde'],
  tissage: ['0819122', 'Lycée professionnel du Tissage', '320', 'Montcabrel'],
  // Tarn-et-Garonne
  cerisiers: ['0829101', 'École élémentaire Les Cerisiers', '151', 'Moissagne', 'moissagne'],
  lafontbelle: ['0829102', 'École primaire de Lafontbelle', '151', 'Lafontbelle', 'moissagne'],
  confluent: ['0829111', 'Collège du Confluent', '340', 'Moissagne'],
  briques: ['0829112', 'Collège Les Briques Roses', '340', 'Lafontbelle'],
  garonne: ['0829121', 'Lycée polyvalent des Deux Rives', '306', 'Moissagne'],
} as const satisfies Record<string, Ligne>
export type Ecole = keyof typeof LIGNES
export type TypeEcole = 'ecole' | 'college' | 'lycee' | 'erea'

export interface Etablissement {
  etab: string
  dept: string
  nom: string
  type: TypeEcole
  nature: string
  secteur: 'public' | 'prive'
  contrat: string
  commune: string
  code_postal: string
  circo: string | null
  telephone: string
  mail: string
}

const TYPES: Record<string, TypeEcole> = { '1': 'ecole', '34': 'college', '37': 'erea' }
const typeDe = (nature: string): TypeEcole => TYPES[nature[0]!] ?? TYPES[nature.slice(0, 2)] ?? 'lycee'
const CONTRATS = { association: 'CONTRAT D’ASSOCIATION TOUTES CLASSES', hors: 'HORS CONTRAT' }

/** 05 36 49: numbers that the telephone regulator keeps for fiction. */
const telephone = (rang: number): string => `05 36 49 ${String(10 + Math.floor(rang / 10))} ${String(rang % 10)}0`

function lire([chiffres, nom, nature, commune, circo, prive]: Ligne, rang: number): Etablissement {
  const etab = uai(chiffres)
  return {
    etab,
    dept: chiffres.slice(0, 3),
    nom,
    type: typeDe(nature),
    nature,
    secteur: prive === undefined ? 'public' : 'prive',
    contrat: prive === undefined ? '' : CONTRATS[prive],
    commune,
    code_postal: COMMUNES[commune],
    circo: circo == null ? null : CIRCONSCRIPTIONS[circo].circo,
    telephone: telephone(rang),
    mail: `ce.${etab.toLowerCase()}@preau.example`,
  }
}

/** Sixty-four invented schools of the eight départements. */
export const ETABLISSEMENTS = Object.fromEntries(
  Object.entries(LIGNES).map(([cle, ligne], rang) => [cle, lire(ligne as Ligne, rang)]),
) as Record<Ecole, Etablissement>
export const CLES_ECOLES = Object.keys(LIGNES) as Ecole[]
