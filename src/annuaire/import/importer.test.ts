import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import pg from 'pg'
import { clock, urlDePorte } from '#platform'
import { nouvelleBase, trousseauDeTest, type BaseDeTest } from '../../../tests/support/postgres.ts'
import { lettreUai } from '../uai.ts'
import { importerAnnuaire, type DemandeImport } from './importer.ts'
import { rapport } from './rapport.ts'

const COLONNES =
  'Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Code_postal;Nom_commune;Code_departement;Code_academie;Libelle_departement;etat;code_nature;Code_type_contrat_prive;code_circonscription;nom_circonscription;code_bassin_formation;libelle_bassin_formation'
const uai = (chiffres: string): string => chiffres + lettreUai(chiffres)
const [CHENES, TILLEULS, ORMES, COLLEGE, CIRCO] = ['0310001', '0310002', '0320003', '0310004', '0310900'].map(uai) as [
  string,
  string,
  string,
  string,
  string,
]
const ecole = (etab: string, nom: string, autre = {}): string => {
  const dept = etab.slice(0, 3)
  const v = {
    type: 'Ecole',
    nature: '151',
    dept,
    nom: dept === '031' ? 'Haute-Garonne' : 'Gers',
    etat: 'OUVERT',
    circo: CIRCO,
    ...autre,
  }
  return `${etab};${nom};${v.type};Public;31770;Boisfleuri;${v.dept};16;${v.nom};${v.etat};${v.nature};99;${v.circo};Circonscription de Boisfleuri;16127;NORD-OUEST`
}
const LIGNES = [ecole(CHENES, 'École des Chênes'), ecole(TILLEULS, 'École des Tilleuls'), ecole(ORMES, 'École des Ormes')]
const autreCollege = ecole(COLLEGE, 'Collège Rosa Parks', { type: 'Collège', nature: '340', circo: '' })

let base: BaseDeTest
let client: pg.Client
const dossier = mkdtempSync(join(tmpdir(), 'preau-annuaire-'))
const fichier = join(dossier, 'annuaire.csv')
before(async () => {
  base = await nouvelleBase()
  client = new pg.Client({ connectionString: base.url })
  await client.connect()
})
beforeEach(() => client.query('truncate annuaire.academie cascade'))
after(async () => {
  clock.set(null)
  await client.end()
  await base.fermer()
  rmSync(dossier, { recursive: true })
})

const importer = (contenu: string | Buffer, options: Partial<DemandeImport> = {}) => {
  writeFileSync(fichier, contenu)
  return importerAnnuaire({ url: base.url, fichier, acad: '16', ...options })
}
const csv = (...lignes: string[]): string => [`\uFEFF${COLONNES}`, ...lignes, ''].join('\r\n')
const ecoles = async (): Promise<string[]> =>
  (await client.query('select etab, nom, etat, ferme_le from annuaire.etablissement order by etab')).rows.map((r) =>
    [r.etab, r.nom, r.etat, r.ferme_le ?? ''].join(' ').trim(),
  )

test('un second passage ne change rien', async () => {
  const premier = await importer(csv(...LIGNES, autreCollege))
  assert.deepEqual(premier.etablissements, { nouveaux: 4, changes: 0, fermes: 0, inchanges: 0, rouverts: 0 })
  const { rows: avant } = await client.query('select xmin, * from annuaire.etablissement order by etab')
  const second = await importer(csv(...LIGNES, autreCollege))
  assert.deepEqual(second.etablissements, { nouveaux: 0, changes: 0, fermes: 0, inchanges: 4, rouverts: 0 })
  assert.deepEqual(second.circonscriptions, { nouveaux: 0, changes: 0, fermes: 0, inchanges: 1 })
  assert.deepEqual((await client.query('select xmin, * from annuaire.etablissement order by etab')).rows, avant)
  assert.match(rapport(second), /^Rien n’a changé\. 4 lignes lues\./)
})

test('une école absente est fermée à la date du jour, puis rouverte ; une simulation n’écrit rien', async () => {
  await importer(csv(...LIGNES))
  // Half past midnight in France is still the day before in UTC.
  clock.set(new Date('2026-07-05T22:30:00Z'))
  const simulation = await importer(csv(...LIGNES.slice(1)), { simuler: true })
  assert.deepEqual(simulation.fermetures, [{ etab: CHENES, nom: 'École des Chênes' }])
  assert.deepEqual((await ecoles())[0], `${CHENES} École des Chênes ouvert`)
  await importer(csv(...LIGNES.slice(1)))
  assert.deepEqual(await ecoles(), [
    `${CHENES} École des Chênes ferme 2026-07-06`,
    `${TILLEULS} École des Tilleuls ouvert`,
    `${ORMES} École des Ormes ouvert`,
  ])
  const retour = await importer(csv(...LIGNES))
  assert.deepEqual(retour.etablissements, { nouveaux: 0, changes: 1, fermes: 0, inchanges: 2, rouverts: 1 })
  assert.deepEqual((await ecoles())[0], `${CHENES} École des Chênes ouvert`)
})

test('ce qui change est montré avec ses colonnes', async () => {
  await importer(csv(...LIGNES))
  const bilan = await importer(csv(LIGNES[0]!, ecole(TILLEULS, 'École Anne Frank', { etat: 'A FERMER' }), LIGNES[2]!))
  assert.deepEqual(bilan.changements, [{ etab: TILLEULS, nom: 'École Anne Frank', colonnes: ['etat', 'nom'] }])
  assert.match(rapport(bilan), new RegExp(`changé  ${TILLEULS} École Anne Frank\u00a0: état, nom`))
})

test('les lignes fausses sont refusées avec leur numéro, le reste entre, et leurs écoles ne ferment pas', async () => {
  await importer(csv(...LIGNES))
  const bilan = await importer(
    csv(
      ecole(CHENES, 'École des Chênes', { dept: '075' }),
      ecole(TILLEULS.slice(1), 'École des Tilleuls', { dept: '031' }),
      LIGNES[2]!,
      LIGNES[2]!,
      ecole(ORMES, 'École des Ormes, second site'),
      `${LIGNES[0]};de;trop`,
      autreCollege,
    ),
  )
  assert.deepEqual(bilan.refus, [
    { ligne: 2, motif: 'département « 075 » inconnu dans l’académie de Toulouse' },
    { ligne: 3, motif: `UAI « ${TILLEULS.slice(1)} » : il a perdu ses zéros de tête dans un tableur (${TILLEULS} ?)` },
    { ligne: 6, motif: `UAI ${ORMES} déjà lu à la ligne 4, avec un autre contenu : la première est gardée` },
    { ligne: 7, motif: '18 colonnes au lieu de 16' },
  ])
  assert.equal(bilan.doublons, 1)
  assert.deepEqual(await ecoles(), [
    `${CHENES} École des Chênes ouvert`,
    `${TILLEULS} École des Tilleuls ouvert`,
    `${COLLEGE} Collège Rosa Parks ouvert`,
    `${ORMES} École des Ormes ouvert`,
  ])
})

test('un tableur peut avoir changé l’encodage, le séparateur et les guillemets', async () => {
  const texte = csv(...LIGNES).replace('\uFEFF', '')
  const latin = await importer(Buffer.from(texte, 'latin1'))
  assert.equal(latin.encodage, 'windows-1252')
  assert.match(rapport(latin), /^Le fichier était écrit en windows-1252/)
  for (const variante of [
    texte.replaceAll(';', ','),
    texte.replaceAll(';', '\t').replaceAll('\r\n', '\n'),
    texte.replace(/École[^;]*/g, '"$&"'),
    Buffer.from(`\uFEFF${texte}`, 'utf16le'),
  ])
    assert.deepEqual((await importer(variante)).etablissements, { nouveaux: 0, changes: 0, fermes: 0, inchanges: 3, rouverts: 0 })
})

test('une colonne absente d’un export plus ancien n’efface pas ce qui est connu', async () => {
  await importer(csv(...LIGNES))
  const sansCirco = csv(...LIGNES)
    .split('\r\n')
    .map((l) => l.split(';').slice(0, 12).join(';'))
    .join('\r\n')
  const bilan = await importer(sansCirco)
  assert.deepEqual(bilan.etablissements, { nouveaux: 0, changes: 0, fermes: 0, inchanges: 3, rouverts: 0 })
  assert.equal(bilan.circonscriptions.fermes, 0)
})

test('une circonscription nommée par les écoles est créée ; sa propre ligne a raison, où qu’elle soit', async () => {
  const nom = async () => (await client.query('select circo, nom, dept, etat from annuaire.circonscription')).rows
  await importer(csv(...LIGNES))
  assert.deepEqual(await nom(), [{ circo: CIRCO, nom: 'Circonscription de Boisfleuri', dept: '031', etat: 'ouvert' }])
  const sienne = ecole(CIRCO, 'Circonscription de Boisfleuri et des Coteaux', { nature: '809', circo: '' })
  assert.equal((await importer(csv(...LIGNES, sienne))).circonscriptions.changes, 1)
  assert.equal((await importer(csv(...LIGNES, sienne))).circonscriptions.inchanges, 1)
  assert.deepEqual(await nom(), [
    { circo: CIRCO, nom: 'Circonscription de Boisfleuri et des Coteaux', dept: '031', etat: 'ouvert' },
  ])
})

test('un fichier tronqué ne ferme pas la moitié des écoles', async () => {
  const beaucoup = Array.from({ length: 60 }, (_, i) => ecole(uai(`03101${String(i).padStart(2, '0')}`), `École ${i}`))
  await importer(csv(...beaucoup))
  const moitie = csv(...beaucoup.slice(0, 30))
  await assert.rejects(importer(moitie), { message: /^Ce fichier ferait fermer 30 établissements sur 60\u00a0: / })
  assert.equal((await ecoles()).filter((e) => e.includes('ferme')).length, 0)
  assert.equal((await importer(moitie, { sansFermer: true })).etablissements.fermes, 0)
  assert.equal((await importer(moitie, { fermerBeaucoup: true })).etablissements.fermes, 30)
})

test('ce qui n’est pas l’annuaire ne change rien et se dit d’une phrase', async () => {
  await importer(csv(...LIGNES))
  await assert.rejects(importer(''), { message: /est vide\.$/ })
  await assert.rejects(importer('PK\x03\x04'), { message: /est un classeur ou une archive/ })
  await assert.rejects(importer('nom;prénom\nA;B\n'), { message: /^Ce fichier n’est pas l’annuaire/ })
  await assert.rejects(importer(csv()), { message: /aucun établissement de l’académie de Toulouse/ })
  await assert.rejects(importer(csv(...LIGNES, `"${LIGNES[0]}`)), {
    message: /un guillemet ouvert n’est jamais fermé\u00a0: rien/,
  })
  await assert.rejects(importer(csv(...LIGNES), { acad: '77' }), { message: /^L’académie «\u00a077\u00a0» n’existe pas/ })
  await assert.rejects(importerAnnuaire({ url: base.url, fichier: join(dossier, 'absent.csv'), acad: '16' }), {
    message: /n’existe pas\.$/,
  })
  const url = new URL(base.url)
  url.port = '1'
  await assert.rejects(importer(csv(...LIGNES), { url: url.href }), { message: /ne répond pas sur 127\.0\.0\.1:1 / })
  await assert.rejects(importer(csv(...LIGNES), { url: urlDePorte(base.url, trousseauDeTest, 'agent') }), {
    message: /^Ce compte de la base ne peut pas écrire l’annuaire/,
  })
  assert.equal((await ecoles()).length, 3)
})
