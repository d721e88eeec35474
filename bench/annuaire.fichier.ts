import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { lettreUai } from '#annuaire'

/** The 72 columns of the export of November 2024, in their order. */
const ENTETE =
  'Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Adresse_1;Adresse_2;Adresse_3;Code_postal;Code_commune;Nom_commune;Code_departement;Code_academie;Code_region;Ecole_maternelle;Ecole_elementaire;Voie_generale;Voie_technologique;Voie_professionnelle;Telephone;Fax;Web;Mail;Restauration;Hebergement;ULIS;Apprentissage;Segpa;Section_arts;Section_cinema;Section_theatre;Section_sport;Section_internationale;Section_europeenne;Lycee_Agricole;Lycee_militaire;Lycee_des_metiers;Post_BAC;Appartenance_Education_Prioritaire;GRETA;SIREN_SIRET;Nombre_d_eleves;Fiche_onisep;position;Type_contrat_prive;Libelle_departement;Libelle_academie;Libelle_region;coordX_origine;coordY_origine;epsg_origine;nom_circonscription;latitude;longitude;precision_localisation;date_ouverture;date_maj_ligne;etat;ministere_tutelle;multi_uai;rpi_concentre;rpi_disperse;code_nature;libelle_nature;Code_type_contrat_prive;PIAL;etablissement_mere;type_rattachement_etablissement_mere;code_circonscription;code_zone_animation_pedagogique;libelle_zone_animation_pedagogique;code_bassin_formation;libelle_bassin_formation'.split(
    ';',
  )

const DEPARTEMENTS = [
  ['009', 'Ariège'],
  ['012', 'Aveyron'],
  ['031', 'Haute-Garonne'],
  ['032', 'Gers'],
  ['046', 'Lot'],
  ['065', 'Hautes-Pyrénées'],
  ['081', 'Tarn'],
  ['082', 'Tarn-et-Garonne'],
] as const

/** As in the real directory: many schools bear no name but that of their kind. */
const PRENOMS =
  'Jean Jules Victor Marie Louise Simone Lucie Paul Pierre Jacques Anne Rosa Marcel Claude Germaine Émile Henri Léon Camille Noé'.split(
    ' ',
  )
const NOMS =
  'Jaurès Ferry Hugo Curie Michel Veil Aubrac Éluard Fabre Prévert Frank Parks Pagnol Monet Tillion Zola Matisse Blum Claudel Balmette Rivals Montels Sabatié Cazenave'.split(
    ' ',
  )
const LIEUX = [
  'du Centre',
  'les Tilleuls',
  'le Bosquet',
  'la Fontaine',
  'les Hirondelles',
  'du Château',
  'Saint-Joseph',
  'Sainte-Thérèse',
  'Notre-Dame',
  '',
]
const DEBUTS = 'Mont Cast Ville Saint-Ro Saint-Mar Bel Roque Puy Lab Vern Cas Ser Mar Fon Cour Lav Pech Sau Bour Cam'.split(' ')
const MILIEUX = 'el an or er au ign on el ast ir'.split(' ')
const FINS = 'ac ens iers ières ole ade eau ières-sur-Lèze ac-le-Vieux elle et our ines as an'.split(' ')

const GENRES = [
  { part: 0.57, nature: '151', type: 'Ecole', noms: ['Ecole primaire', 'Ecole élémentaire publique', 'Ecole primaire publique'] },
  { part: 0.17, nature: '101', type: 'Ecole', noms: ['Ecole maternelle', 'École maternelle publique'] },
  { part: 0.14, nature: '340', type: 'Collège', noms: ['Collège', 'Collège privé'] },
  { part: 0.08, nature: '300', type: 'Lycée', noms: ['Lycée général et technologique', 'Lycée'] },
  { part: 0.04, nature: '240', type: 'Médico-social', noms: ['Institut médico-éducatif'] },
] as const

/** Always the same draw: two runs measure the same file. */
export function hasard(graine: number): () => number {
  let etat = graine
  return () => {
    etat = (etat + 0x6d2b79f5) | 0
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const parmi = <T>(alea: () => number, choix: readonly T[]): T => choix[Math.floor(alea() * choix.length)]!

const communeDe = (alea: () => number): string => parmi(alea, DEBUTS) + parmi(alea, MILIEUX) + parmi(alea, FINS)

function ligne(rang: number, alea: () => number): string {
  const [dept, deptNom] = DEPARTEMENTS[rang % DEPARTEMENTS.length]!
  const chiffres = dept + String(Math.floor(rang / DEPARTEMENTS.length)).padStart(4, '0')
  const uai = chiffres + lettreUai(chiffres)
  let reste = alea()
  const genre = GENRES.find((g) => (reste -= g.part) < 0) ?? GENRES[0]
  const nom = [parmi(alea, genre.noms), alea() < 0.5 ? `${parmi(alea, PRENOMS)} ${parmi(alea, NOMS)}` : parmi(alea, LIEUX)]
  const commune = communeDe(alea)
  const prive = alea() < 0.12
  const circo = `${dept}900${rang % 5}`
  const valeurs: Record<string, string> = {
    Identifiant_de_l_etablissement: uai,
    Nom_etablissement: nom.join(' ').trim(),
    Type_etablissement: genre.type,
    Statut_public_prive: prive ? 'Privé' : 'Public',
    Adresse_1: `${1 + Math.floor(alea() * 90)} rue des Écoles`,
    Adresse_3: `${dept.slice(1)}000 ${commune.toUpperCase()}`,
    Code_postal: dept.slice(1) + String(Math.floor(alea() * 100) * 10).padStart(3, '0'),
    Code_commune: dept.slice(1) + String(Math.floor(alea() * 700)).padStart(3, '0'),
    Nom_commune: commune,
    Code_departement: dept,
    Code_academie: '16',
    Code_region: '76',
    Telephone: '05 00 00 00 00',
    Web: `https://${uai.toLowerCase()}.exemple.fr/`,
    Mail: `${uai.toLowerCase()}@exemple.fr`,
    SIREN_SIRET: '00000000000000',
    Fiche_onisep: 'https://www.exemple.fr/http/redirection/etablissement/slug/ENS.5223',
    position: '43.105090299028824, 0.7220397950041894',
    Type_contrat_prive: prive ? "CONTRAT D'ASSOCIATION TOUTES CLASSES" : 'SANS OBJET',
    Libelle_departement: deptNom,
    Libelle_academie: 'Toulouse',
    Libelle_region: 'Occitanie',
    coordX_origine: '514449.8',
    coordY_origine: '6225545.0',
    epsg_origine: 'EPSG:2154',
    latitude: '43.105090299028824',
    longitude: '0.7220397950041894',
    precision_localisation: 'Numéro de rue',
    date_ouverture: '1967-05-08',
    date_maj_ligne: '2024-11-26',
    etat: 'OUVERT',
    ministere_tutelle: "MINISTERE DE L'EDUCATION NATIONALE",
    code_nature: genre.nature,
    libelle_nature: genre.type.toUpperCase(),
    Code_type_contrat_prive: prive ? '30' : '99',
    code_circonscription: genre.type === 'Ecole' ? circo + lettreUai(circo) : '',
    nom_circonscription: genre.type === 'Ecole' ? `Circonscription ${deptNom} ${rang % 5}` : '',
    code_bassin_formation: `16${dept}`,
    libelle_bassin_formation: `BASSIN ${deptNom.toUpperCase()}`,
  }
  return ENTETE.map((colonne) => valeurs[colonne] ?? '').join(';')
}

/** Writes a directory of `combien` invented schools in the shape of the real one: at most 72 000. */
export async function ecrireAnnuaire(chemin: string, combien: number): Promise<void> {
  const alea = hasard(16)
  const sortie = createWriteStream(chemin)
  sortie.write(`\uFEFF${ENTETE.join(';')}\r\n`)
  for (let rang = 0; rang < combien; rang++) if (!sortie.write(`${ligne(rang, alea)}\r\n`)) await once(sortie, 'drain')
  sortie.end()
  await finished(sortie)
}
