import { lettreUai } from '../src/annuaire/uai.ts'

/** Seven digits and their check letter. The real numbers of the académie stop far below 9 100: these meet none of them. */
export const uai = (chiffres: string): string => chiffres + lettreUai(chiffres)

export const ACADEMIE = { acad: '16', nom: 'Toulouse', zone: 'C' }

/** The eight real départements. Everything below them is invented. */
export const DEPARTEMENTS = {
  '009': 'Ariège',
  '012': 'Aveyron',
  '031': 'Haute-Garonne',
  '032': 'Gers',
  '046': 'Lot',
  '065': 'Hautes-Pyrénées',
  '081': 'Tarn',
  '082': 'Tarn-et-Garonne',
} as const
export type Dept = keyof typeof DEPARTEMENTS

/** As in the real directory, one has no school, and one has schools of two départements. */
export const CIRCONSCRIPTIONS = {
  rochebelle: { circo: uai('0099801'), dept: '009', nom: 'Rochebelle' },
  belcastan: { circo: uai('0129801'), dept: '012', nom: 'Belcastan' },
  valbrune: { circo: uai('0319801'), dept: '031', nom: 'Valbrune' },
  castelrive: { circo: uai('0319802'), dept: '031', nom: 'Castelrive' },
  montaubry: { circo: uai('0319803'), dept: '031', nom: 'Montaubry-Autan' },
  ash31: { circo: uai('0319804'), dept: '031', nom: 'Haute-Garonne, école inclusive' },
  montrival: { circo: uai('0329801'), dept: '032', nom: 'Montrival' },
  gourdelle: { circo: uai('0469801'), dept: '046', nom: 'Gourdelle' },
  arrieulat: { circo: uai('0659801'), dept: '065', nom: 'Arrieulat' },
  maternelles: { circo: uai('0659802'), dept: '065', nom: 'Arrieulat-Montrival, école maternelle' },
  rocaverde: { circo: uai('0819801'), dept: '081', nom: 'Rocaverde' },
  montcabrel: { circo: uai('0819802'), dept: '081', nom: 'Montcabrel' },
  moissagne: { circo: uai('0829801'), dept: '082', nom: 'Moissagne' },
} as const satisfies Record<string, { circo: string; dept: Dept; nom: string }>
export type CleCirco = keyof typeof CIRCONSCRIPTIONS

/** Invented towns, with a post code that no town has. */
export const COMMUNES = {
  'Rochebelle-sur-Lèze': '09901',
  'Montferrand-les-Forges': '09902',
  Belcastan: '12901',
  'Puech-la-Roque': '12902',
  'Sainte-Orlane': '12903',
  Valbrune: '31901',
  Castelrive: '31902',
  'Montaubry-le-Lac': '31903',
  'Saint-Vaury-d’Autan': '31904',
  'Peyrelongue-sur-Save': '31905',
  Fontcaude: '31906',
  Montrival: '32901',
  'Vic-la-Gardelle': '32902',
  Gourdelle: '46901',
  Rocasseyre: '46902',
  Arrieulat: '65901',
  'Luz-d’Aspin': '65902',
  Rocaverde: '81901',
  Montcabrel: '81902',
  'Lautrac-le-Haut': '81903',
  Moissagne: '82901',
  Lafontbelle: '82902',
} as const
export type Commune = keyof typeof COMMUNES
