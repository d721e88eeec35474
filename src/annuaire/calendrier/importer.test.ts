import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import pg from 'pg'
import { nouvelleBase, type BaseDeTest } from '../../../tests/support/postgres.ts'
import { importerCalendrier, type DemandeCalendrier } from './importer.ts'
import { lireJour } from './lire.ts'
import { rapportCalendrier } from './rapport.ts'

const ENTETE = 'Description;Population;Date de début;Date de fin;Académies;Zones;annee_scolaire'
const TOUSSAINT = 'Vacances de la Toussaint;-;2026-10-17T00:00:00+02:00;2026-11-02T00:00:00+01:00;Toulouse;Zone C;2026-2027'
const NOEL = 'Vacances de Noël;-;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Toulouse;Zone C;2026-2027'
const PONT = "Pont de l'Ascension;-;2027-05-07T00:00:00+02:00;2027-05-07T00:00:00+02:00;Toulouse;Zone C;2026-2027"
const ETE = "Début des Vacances d'Été;-;2027-07-03T00:00:00+02:00;2027-07-03T00:00:00+02:00;Toulouse;Zone C;2026-2027"
const ANNEE = [TOUSSAINT, NOEL, PONT, ETE]

let base: BaseDeTest
let client: pg.Client
const dossier = mkdtempSync(join(tmpdir(), 'preau-calendrier-'))
before(async () => {
  base = await nouvelleBase()
  client = new pg.Client({ connectionString: base.url })
  await client.connect()
})
beforeEach(() => client.query('truncate annuaire.academie cascade'))
after(async () => {
  await client.end()
  await base.fermer()
  rmSync(dossier, { recursive: true })
})

let n = 0
const fichier = (...lignes: string[]): string => {
  const chemin = join(dossier, `f${++n}.csv`)
  writeFileSync(chemin, lignes.join('\r\n'))
  return chemin
}
const importer = (lignes: readonly string[], o: Partial<DemandeCalendrier> = {}) =>
  importerCalendrier({ url: base.url, fichiers: [fichier(ENTETE, ...lignes)], acad: '16', ...o })
const jours = async (acad = '16'): Promise<string[]> =>
  (await client.query('select * from annuaire.calendrier where acad = $1 order by genre desc, du', [acad])).rows.map(
    (l) => `${l.annee} ${l.du} ${l.au} ${l.libelle}`,
  )

test('departure after class, return in the morning; midnight in France is the day, whatever the offset written', async () => {
  const b = await importer(ANNEE)
  assert.deepEqual(await jours(), [
    '2026-2027 2026-10-17 2026-11-01 Vacances de la Toussaint',
    '2026-2027 2026-12-19 2027-01-03 Vacances de Noël',
    "2026-2027 2027-05-07 2027-05-07 Pont de l'Ascension",
    "2026-2027 2027-07-03 2027-08-31 Début des Vacances d'Été",
  ])
  assert.match(rapportCalendrier(b), /La rentrée de septembre 2027 n’est pas dans le fichier/)
  const jeudi = "Vacances d'Été;Élèves;2022-07-07T00:00:00+02:00;2022-09-01T00:00:00+02:00;Toulouse;Zone C;2021-2022"
  await importer([jeudi])
  assert.equal(
    (await jours())[0],
    "2021-2022 2022-07-08 2022-08-31 Vacances d'Été",
    'class is given on the Thursday of departure',
  )
})

test('teachers, other zones and days of return are left; what cannot be told is refused with its line', async () => {
  const b = await importer([
    ...ANNEE,
    TOUSSAINT,
    "Vacances d'Été;Enseignants;2027-07-03T00:00:00+02:00;2027-08-31T00:00:00+02:00;Toulouse;Zone C;2026-2027",
    "Vacances d'Hiver;-;2027-02-13T00:00:00+01:00;2027-03-01T00:00:00+01:00;Lyon;Zone A;2026-2027",
    'Rentrée scolaire des élèves;-;2026-09-01T00:00:00+02:00;2026-09-01T00:00:00+02:00;Toulouse;Zone C;2026-2027',
    'Vacances de Printemps;-;2027-13-03;2027-04-19;Toulouse;Zone C;2026-2027',
    'Vacances de Printemps;-;2027-04-19;2027-04-03;Toulouse;Zone C;2026-2027',
    'Vacances de Printemps;-;2027-04-03',
    'Portes ouvertes;-;2027-03-03;2027-03-04;Toulouse;Zone C;2026-2027',
    NOEL.replace('2027-01-03T23', '2027-01-10T23'),
  ])
  assert.equal((await jours()).length, 4)
  assert.deepEqual([b.ailleurs, b.doublons, [...b.horsChamp.values()]], [1, 1, [1, 1]])
  assert.deepEqual(
    b.refus.map((r) => `${r.ligne} ${r.motif.slice(0, 34)}`),
    [
      '10 date de début « 2027-13-03 » : ce ',
      '11 la reprise (2027-04-03) ne vient p',
      '12 3 colonnes au lieu de 7',
      '13 « Portes ouvertes » n’est ni des v',
      '14 « Vacances de Noël » a déjà été lu',
    ],
  )
})

test('a second run changes nothing; a trial writes nothing and shows what would', async () => {
  await importer(ANNEE)
  const { rows: avant } = await client.query('select xmin, * from annuaire.calendrier order by du')
  const second = await importer(ANNEE)
  assert.match(rapportCalendrier(second), /^Rien n’a changé\. 4 lignes lues\./)
  const corrige = TOUSSAINT.replace('2026-11-02T00', '2026-11-03T00')
  const essai = await importer([corrige, NOEL, PONT, ETE], { simuler: true })
  assert.match(rapportCalendrier(essai), /^Essai.*\nAcadémie de Toulouse.: 1 ajoutée, 1 retirée, 3 inchangées/)
  assert.deepEqual((await client.query('select xmin, * from annuaire.calendrier order by du')).rows, avant)
  await importer([corrige, NOEL, PONT, ETE])
  assert.equal((await jours())[0], '2026-2027 2026-10-17 2026-11-02 Vacances de la Toussaint')
})

test('a year is replaced whole, the others stay; a file that is not whole is refused', async () => {
  await importer(ANNEE)
  await importer([TOUSSAINT.replace('2026-10', '2025-10').replace('2026-11-02', '2025-11-03')])
  assert.equal((await jours()).length, 5)
  await assert.rejects(importer([NOEL]), /ne laisserait que 1 période\(s\) sur 4 pour 2026-2027/)
  assert.equal((await jours()).length, 5)
  await importer([NOEL], { retirer: true })
  assert.equal((await jours()).length, 2)
})

test('both files at once, commas as well, by the names of the interface; Alsace has holidays of its own', async () => {
  const scolaire = fichier(
    'description,population,start_date,end_date,location,zones,annee_scolaire',
    'Vacances de Noël,-,2026-12-18T23:00:00+00:00,2027-01-03T23:00:00+00:00,Toulouse,Zone C,2026-2027',
    'Vacances de Noël,-,2026-12-18T23:00:00+00:00,2027-01-03T23:00:00+00:00,Strasbourg,Zone B,2026-2027',
  )
  const feries = fichier(
    'date,annee,zone,nom_jour_ferie',
    '2026-12-25,2026,Métropole,Jour de Noël',
    '2026-12-25,2026,Alsace-Moselle,Jour de Noël',
    '2026-12-26,2026,Alsace-Moselle,2ème jour de Noël',
  )
  await client.query("insert into annuaire.academie values ('16', 'Toulouse', 'C'), ('15', 'Strasbourg', 'B')")
  await importerCalendrier({ url: base.url, fichiers: [feries, scolaire], acad: null })
  assert.deepEqual(await jours('16'), [
    '2026-2027 2026-12-19 2027-01-03 Vacances de Noël',
    '2026 2026-12-25 2026-12-25 Jour de Noël',
  ])
  assert.deepEqual((await jours('15')).slice(1), [
    '2026 2026-12-25 2026-12-25 Jour de Noël',
    '2026 2026-12-26 2026-12-26 2ème jour de Noël',
  ])
})

test('a file of zones alone serves the académie of the zone; another file is named as what it is not', async () => {
  const zones = fichier('Description;Date de début;Date de fin;Zones', 'Vacances de Noël;19/12/2026;04/01/2027;Zone A, Zone C')
  await importerCalendrier({ url: base.url, fichiers: [zones], acad: '16' })
  assert.deepEqual(await jours(), ['2026-2027 2026-12-19 2027-01-03 Vacances de Noël'])
  await assert.rejects(importerCalendrier({ url: base.url, fichiers: [zones], acad: '09' }), /aucune vacance ni aucun jour férié/)
  await assert.rejects(
    importerCalendrier({ url: base.url, fichiers: [fichier('nom;prenom', 'a;b')], acad: '16' }),
    /Ce fichier n’est ni le calendrier scolaire/,
  )
})

test('a day, however it is written', () => {
  const lu = (texte: string): string => {
    try {
      return lireJour('date', texte)
    } catch (e) {
      return (e as Error).name === 'Error' ? 'refus' : String(e)
    }
  }
  assert.deepEqual(
    [
      '2026-10-17',
      '17/10/2026',
      '2026-10-16T22:00:00+00:00',
      '2026-10-16T22:00:00Z',
      '2026-10-17T00:00:00',
      '2026-10-17 00:00:00+02:00',
    ].map(lu),
    Array.from({ length: 6 }, () => '2026-10-17'),
  )
  assert.deepEqual(
    ['', '2026-02-30', '17-10-2026', '46312', '2026-10-17T99:00:00Z', 'demain'].map(lu),
    Array.from({ length: 6 }, () => 'refus'),
  )
})
