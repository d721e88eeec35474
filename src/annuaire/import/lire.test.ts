import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lireEntete } from './colonnes.ts'
import { lireLigne, type Lecture } from './lire.ts'

const ECOLE = {
  Identifiant_de_l_etablissement: '0310001H',
  Nom_etablissement: 'Ecole primaire des Tilleuls',
  Type_etablissement: 'Ecole',
  Statut_public_prive: 'Public',
  Adresse_1: '3 rue du Puits',
  Adresse_2: 'BP 12',
  Adresse_3: '31770 BOISFLEURI',
  Code_postal: '31770',
  Code_commune: '31149',
  Nom_commune: 'Boisfleuri',
  Code_departement: '031',
  Code_academie: '16',
  Libelle_departement: 'Haute-Garonne',
  Mail: 'CE.0310001H@exemple.fr',
  SIREN_SIRET: '21310001000012',
  etat: 'OUVERT',
  code_nature: '151',
  libelle_nature: 'ECOLE DE NIVEAU ELEMENTAIRE',
  Code_type_contrat_prive: '99',
  code_circonscription: '0312141J',
  nom_circonscription: 'Circonscription de Colombe',
  code_bassin_formation: '16127',
  libelle_bassin_formation: 'TOULOUSE NORD-OUEST',
}
type Ligne = Partial<Record<keyof typeof ECOLE, string>>

function lire(change: Ligne = {}, voulue = (acad: string) => acad === '16'): Lecture {
  const ligne = { ...ECOLE, ...change }
  return lireLigne(lireEntete(Object.keys(ligne)).lire(Object.values(ligne)), voulue)
}
const motif = (change: Ligne): string => {
  const lecture = lire(change)
  assert.equal(lecture.sorte, 'refus', JSON.stringify(lecture))
  return (lecture as { motif: string }).motif
}
const etablissement = (change: Ligne) => {
  const lecture = lire(change)
  assert.equal(lecture.sorte, 'etablissement', JSON.stringify(lecture))
  return (lecture as Extract<Lecture, { sorte: 'etablissement' }>).lu
}

test('une école est lue telle que le fichier la dit', () => {
  assert.deepEqual(lire(), {
    sorte: 'etablissement',
    lu: {
      acad: '16',
      etab: '0310001H',
      dept: '031',
      nom: 'Ecole primaire des Tilleuls',
      type: 'ecole',
      secteur: 'public',
      etat: 'ouvert',
      nature: '151',
      contrat: '99',
      tutelle: undefined,
      adresse: '3 rue du Puits, BP 12',
      code_postal: '31770',
      code_commune: '31149',
      commune: 'Boisfleuri',
      telephone: undefined,
      mail: 'ce.0310001h@exemple.fr',
      web: undefined,
      circo: '0312141J',
      bassin: '16127',
    },
    libelles: { dept: 'Haute-Garonne', circo: 'Circonscription de Colombe', bassin: 'TOULOUSE NORD-OUEST' },
  })
})

test('le département s’écrit 031, 31 ou 9 ; un code postal retrouve son zéro', () => {
  assert.equal(etablissement({ Code_departement: '31' }).dept, '031')
  assert.equal(etablissement({ Code_departement: '9' }).dept, '009')
  assert.equal(etablissement({ Code_postal: '9100' }).code_postal, '09100')
})

test('sans code d’académie, le département la donne', () => {
  assert.equal(etablissement({ Code_academie: '' }).acad, '16')
})

test('la nature décide de la sorte, le type seulement quand elle manque', () => {
  const types = ['101', '103', '153', '300', '306', '310', '320', '340', '350', '370'].map(
    (n) => etablissement({ code_nature: n }).type,
  )
  assert.deepEqual(types, ['ecole', 'ecole', 'ecole', 'lycee', 'lycee', 'lycee', 'lycee', 'college', 'college', 'erea'])
  assert.equal(etablissement({ code_nature: '', Type_etablissement: 'Collège' }).type, 'college')
  const hors = ['334', '335', '380', '400', '240', '805', '841'].map(
    (n) => lire({ code_nature: n, Type_etablissement: 'Lycée' }).sorte,
  )
  assert.deepEqual(new Set(hors), new Set(['horsChamp']))
  assert.equal(lire({ code_nature: '809' }).sorte, 'circonscription')
})

test('une circonscription est celle des écoles : le collège qui en porte une, pour sa SEGPA, n’en a pas ; la cellule vide d’une école ne dit rien', () => {
  const circo = (change: Ligne): string | undefined => etablissement(change).circo
  assert.deepEqual(
    ['151', '340', '370', '300'].map((n) => circo({ code_nature: n })),
    ['0312141J', '', '', ''],
  )
  assert.equal(circo({ code_circonscription: '' }), undefined)
})

test('les états du fichier sont gardés', () => {
  assert.deepEqual(
    ['OUVERT', 'A OUVRIR', 'A FERMER', ''].map((etat) => etablissement({ etat }).etat),
    ['ouvert', 'a_ouvrir', 'a_fermer', 'ouvert'],
  )
})

test('une autre académie n’est pas regardée de plus près', () => {
  assert.deepEqual(lire({ Code_academie: '11', Identifiant_de_l_etablissement: 'abîmé', Code_departement: '034' }), {
    sorte: 'ailleurs',
  })
})

test('une colonne tirée vers le bas dans un tableur ne ferme aucune école : le département dit encore qu’elle est d’ici', () => {
  const tiree = lire({ Code_academie: '17' })
  assert.deepEqual(tiree, {
    sorte: 'refus',
    motif: 'académie « 17 » et département « 031 » ne vont pas ensemble',
    etab: '0310001H',
  })
  assert.equal(lire({ Code_academie: '17', Code_departement: '044' }).sorte, 'ailleurs')
})

test('chaque ligne refusée dit sa raison', () => {
  assert.equal(motif({ Code_departement: '075' }), 'département « 075 » inconnu dans l’académie de Toulouse')
  assert.equal(motif({ Code_departement: 'Gers' }), 'département « Gers » inconnu dans l’académie de Toulouse')
  assert.equal(motif({ Code_departement: '31.0' }), 'département « 31.0 » : nombre abîmé par un tableur (décimales)')
  assert.equal(motif({ Code_academie: '99' }), 'académie « 99 » inconnue')
  assert.equal(motif({ SIREN_SIRET: '2,17E+13' }), 'SIRET « 2,17E+13 » : nombre abîmé par un tableur (notation scientifique)')
  assert.equal(motif({ code_nature: '1,51E+02' }), 'nature « 1,51E+02 » : nombre abîmé par un tableur (notation scientifique)')
  assert.equal(
    motif({ Identifiant_de_l_etablissement: '310001H' }),
    'UAI « 310001H » : il a perdu ses zéros de tête dans un tableur (0310001H ?)',
  )
  assert.equal(
    motif({ Identifiant_de_l_etablissement: '0310001K' }),
    'UAI « 0310001K » : la lettre de contrôle est fausse (pour 0310001, c’est H)',
  )
  assert.equal(
    motif({ Identifiant_de_l_etablissement: '3,1E+06' }),
    'UAI « 3,1E+06 » : nombre abîmé par un tableur (notation scientifique)',
  )
  assert.equal(motif({ Nom_etablissement: ' ' }), 'nom absent')
  assert.equal(motif({ etat: 'INCONNU' }), 'état « INCONNU » inconnu')
  assert.equal(motif({ code_circonscription: '0312141K' }).slice(0, 32), 'circonscription, UAI « 0312141K ')
  assert.equal(motif({ code_nature: '', Type_etablissement: '' }), 'ni nature ni type : on ne sait pas ce que c’est')
})

test('une ligne refusée nomme encore son école, qui ne sera pas fermée', () => {
  const etabs = [{ SIREN_SIRET: '2,17E+13' }, { Identifiant_de_l_etablissement: '310001H' }, { Code_departement: '075' }].map(
    (change) => (lire(change) as { etab?: string }).etab,
  )
  assert.deepEqual(etabs, ['0310001H', '0310001H', '0310001H'])
})

test('l’en-tête dérive : espaces, casse et accents ne comptent pas', () => {
  const entete = lireEntete([
    'IDENTIFIANT DE L’ÉTABLISSEMENT',
    'nom_etablissement',
    'Code Département',
    'Code postal',
    'Code nature',
  ])
  assert.deepEqual(
    [...entete.places],
    [
      ['uai', 0],
      ['nom', 1],
      ['codePostal', 3],
      ['dept', 2],
      ['nature', 4],
    ],
  )
})

test('un fichier qui n’est pas l’annuaire est refusé d’une phrase', () => {
  assert.throws(() => lireEntete(['Nom', 'Prénom']), {
    message:
      /^Ce fichier n’est pas l’annuaire de l’éducation\u00a0: il manque l’identifiant \(UAI\), le code du département, la nature ou le type\./,
  })
})
