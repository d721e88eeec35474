import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { closeBase, openBase, transaction, urlDePorte, type Base } from '#platform'
import { nouvelleBase, trousseauDeTest, type BaseDeTest } from '../../tests/support/postgres.ts'
import { etablissementDe, listeDepartements } from './etablissement.ts'
import { importerAnnuaire } from './import/importer.ts'
import { natureLisible } from './nature.ts'
import { chercherEtablissements, type RechercheEtablissement } from './recherche.ts'
import { distance, Lexique } from './recherche.lexique.ts'
import { lettreUai } from './uai.ts'

const ECOLES: [chiffres: string, nom: string, type: string, nature: string, cp: string, commune: string, dept: string][] = [
  ['0310001', 'Collège Victor Hugo', 'Collège', '340', '31770', 'Colombe', 'Haute-Garonne'],
  ['0310002', 'Lycée Victor Hugo', 'Lycée', '300', '31770', 'Colombe', 'Haute-Garonne'],
  ['0310003', 'Ecole maternelle publique Jean Jaurès', 'Ecole', '101', '31600', 'Murelle', 'Haute-Garonne'],
  ['0310004', 'Ecole élémentaire publique Jean Jaurès', 'Ecole', '151', '31600', 'Murelle', 'Haute-Garonne'],
  ['0320005', 'Collège privé Saint-Joseph', 'Collège', '340', '32000', 'Aulx', 'Gers'],
  ['0320006', 'Ecole primaire', 'Ecole', '151', '32110', 'Oô', 'Gers'],
  ['0320007', 'Collège Victor Hugo', 'Collège', '340', '32400', 'Saint-Mézard', 'Gers'],
]
const [HUGO, LYCEE, MATERNELLE, ELEMENTAIRE, JOSEPH, OO, MEZARD] = ECOLES.map(([c]) => c + lettreUai(c)) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

let bdd: BaseDeTest
let base: Base
before(async () => {
  bdd = await nouvelleBase()
  const dossier = mkdtempSync(join(tmpdir(), 'preau-recherche-'))
  const fichier = join(dossier, 'annuaire.csv')
  const entete =
    'uai;nom_etablissement;type_etablissement;statut_public_prive;code_postal;nom_commune;code_departement;libelle_departement;code_nature'
  const lignes = ECOLES.map(([c, nom, type, nature, cp, commune, dept]) =>
    [c + lettreUai(c), nom, type, 'Public', cp, commune, c.slice(0, 3), dept, nature].join(';'),
  )
  writeFileSync(fichier, [entete, ...lignes].join('\n'))
  await importerAnnuaire({ url: bdd.url, fichier, acad: '16' })
  rmSync(dossier, { recursive: true })
  base = openBase((door) => urlDePorte(bdd.url, trousseauDeTest, door))
})
after(async () => {
  await closeBase(base)
  await bdd.fermer()
})

const chercher = (texte: string, plus: Partial<RechercheEtablissement> = {}, porte: 'public' | 'agent' = 'public') =>
  transaction(base, porte, {}, async (db) =>
    (await chercherEtablissements(db, { acad: '16', texte, ...plus })).map((e) => e.etab),
  )

for (const porte of ['public', 'agent'] as const)
  test(`porte ${porte} : un établissement se trouve comme les gens l’écrivent`, async () => {
    const attendus: Record<string, string[]> = {
      'victor hugo colombe': [LYCEE, HUGO],
      'COLOMBE Hugo': [LYCEE, HUGO],
      'clg victor hugo colombe': [HUGO],
      'college victor-hugo, Colombe': [HUGO],
      'lyc hugo': [LYCEE],
      'jean jaures': [ELEMENTAIRE, MATERNELLE],
      'mat jaurès': [MATERNELLE, ELEMENTAIRE],
      'st joseph': [JOSEPH],
      'saint joseph aulx': [JOSEPH],
      'St mezard': [MEZARD],
      '31770': [LYCEE, HUGO],
      oô: [OO],
      [HUGO.toLowerCase()]: [HUGO],
      [` ${HUGO.slice(0, 3)} ${HUGO.slice(3)} `]: [HUGO],
      [HUGO.slice(0, 7)]: [HUGO],
    }
    const trouves: Record<string, string[]> = {}
    for (const texte of Object.keys(attendus)) trouves[texte] = (await chercher(texte, {}, porte)).sort()
    for (const etabs of Object.values(attendus)) etabs.sort()
    assert.deepEqual(trouves, attendus)
  })

test('les fautes sont pardonnées, même celles qu’on entend', async () => {
  const attendus: Record<string, string[]> = {
    'viktor ugo colomb': [LYCEE, HUGO],
    'hogo colonbe': [LYCEE, HUGO],
    jores: [ELEMENTAIRE, MATERNELLE],
    'sain josef': [JOSEPH],
    murrelle: [ELEMENTAIRE, MATERNELLE],
    'victor hugo nulle part colombe': [LYCEE, HUGO],
    'lycée joseph': [JOSEPH],
    introuvable: [],
  }
  const trouves: Record<string, string[]> = {}
  for (const texte of Object.keys(attendus)) trouves[texte] = (await chercher(texte)).sort()
  for (const etabs of Object.values(attendus)) etabs.sort()
  assert.deepEqual(trouves, attendus)
})

test('la maternelle demandée vient avant l’élémentaire du même nom', async () => {
  assert.deepEqual(await chercher('école maternelle jean jaurès murelle'), [MATERNELLE, ELEMENTAIRE])
  assert.deepEqual(await chercher('elem jean jaures'), [ELEMENTAIRE, MATERNELLE])
})

test('le type, le département et la limite choisis tiennent', async () => {
  assert.deepEqual(await chercher('victor hugo', { dept: '032' }), [MEZARD])
  assert.deepEqual(await chercher('victor hugo', { type: 'lycee' }), [LYCEE])
  assert.deepEqual(await chercher(HUGO, { type: 'lycee' }), [])
  assert.equal((await chercher('victor hugo', { limite: 2 })).length, 2)
})

test('rien ne casse la recherche, rien ne sort d’une autre académie', async () => {
  for (const texte of [
    '',
    ' ',
    'a',
    '%',
    '_',
    '\\',
    "';--",
    '.*',
    '(((',
    '[a',
    '\u0000',
    'مدرسة',
    'x'.repeat(5000),
    'le la les',
    '日本',
  ])
    assert.deepEqual(await chercher(texte), [], texte.slice(0, 20))
  assert.deepEqual(await chercher('victor hugo', { acad: '11' }), [])
})

test('un établissement fermé ne se trouve plus, mais se lit encore', async () => {
  const client = new pg.Client({ connectionString: bdd.url })
  await client.connect()
  const fermer = (etat: string, le: string | null) =>
    client.query('update annuaire.etablissement set etat = $2, ferme_le = $3 where etab = $1', [MEZARD, etat, le])
  await fermer('ferme', '2026-07-06')
  assert.deepEqual([await chercher('victor hugo saint-mezard', { dept: '032' }), await chercher(MEZARD)], [[], []])
  const lu = await transaction(base, 'public', {}, (db) => etablissementDe(db, '16', MEZARD))
  assert.deepEqual([lu?.nom, lu?.deptNom, lu?.etat, lu?.ferme_le], ['Collège Victor Hugo', 'Gers', 'ferme', '2026-07-06'])
  await fermer('ouvert', null)
  await client.end()
})

test('les départements et les natures se disent', async () => {
  const departements = await transaction(base, 'public', {}, (db) => listeDepartements(db, '16'))
  assert.deepEqual(departements, [
    { dept: '031', nom: 'Haute-Garonne' },
    { dept: '032', nom: 'Gers' },
  ])
  assert.deepEqual(['ecole', 'college', 'lycee', 'erea', '?'].map(natureLisible), [
    'l’école',
    'le collège',
    'le lycée',
    'l’EREA',
    'l’établissement',
  ])
})

test('le lexique corrige au plus près, et le dit quand il ne sait pas', () => {
  const lexique = new Lexique(['moulin', 'moulins', 'poulain', 'foissac', 'foix', 'jaures'].map((mot) => ({ mot, fois: 1 })))
  assert.deepEqual(lexique.proches('moulin'), ['moulin'])
  assert.deepEqual(lexique.proches('fois'), ['fois', 'foix'])
  assert.deepEqual(lexique.proches('jores'), ['jaures'])
  assert.deepEqual(lexique.proches('pouilain'), ['poulain'])
  assert.deepEqual(lexique.proches('xyzzy'), [])
  assert.deepEqual([distance('abcd', 'abdc', 2), distance('abcd', 'ab', 2), distance('abcd', 'wxyz', 2)], [1, 2, 3])
})
