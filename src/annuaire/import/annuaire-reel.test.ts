import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { nouvelleBase } from '../../../tests/support/postgres.ts'
import { importerAnnuaire } from './importer.ts'

const VOISIN = fileURLToPath(new URL('../../../../shared/data/annuaire-education-toulouse-2024-11.csv', import.meta.url))
const fichier = process.env.PREAU_ANNUAIRE_REEL ?? VOISIN
const skip = existsSync(fichier) ? false : 'annuaire réel absent : donnez son chemin dans PREAU_ANNUAIRE_REEL'

/** Public, private under contract, private without contract. */
const COMPTES = `select dept,
    concat_ws('/', count(*) filter (where secteur = 'public'), count(*) filter (where secteur = 'prive' and contrat <> '10'),
      count(*) filter (where contrat = '10')) as n
  from annuaire.etablissement where type = $1 group by dept order by dept`

test('l’annuaire de l’académie de Toulouse, export du 26 novembre 2024', { skip }, async () => {
  const base = await nouvelleBase()
  const client = new pg.Client({ connectionString: base.url })
  await client.connect()
  const comptes = async (type: string) => Object.fromEntries((await client.query(COMPTES, [type])).rows.map((r) => [r.dept, r.n]))

  const bilan = await importerAnnuaire({ url: base.url, fichier, acad: '16' })
  assert.deepEqual(await comptes('ecole'), {
    '009': '159/8/4',
    '012': '250/59/1',
    '031': '795/50/30',
    '032': '187/11/4',
    '046': '175/9/2',
    '065': '208/16/3',
    '081': '270/37/6',
    '082': '208/17/3',
  })
  // One line less in Haute-Garonne and in Lot: the second sites of two collèges, refused below.
  assert.deepEqual(await comptes('college'), {
    '009': '14/3/4',
    '012': '22/20/1',
    '031': '102/21/18',
    '032': '21/7/2',
    '046': '19/4/0',
    '065': '20/6/3',
    '081': '31/11/5',
    '082': '18/7/2',
  })
  assert.deepEqual(await comptes('erea'), { '009': '1/0/0', '012': '1/0/0', '031': '1/0/0' })
  const lycees = await client.query(`select (tutelle = 'AGRICULTURE') as agricole, count(*)::int as n from annuaire.etablissement
    where type = 'lycee' group by 1 order by 1`)
  assert.deepEqual(lycees.rows, [
    { agricole: false, n: 116 + 64 + 29 },
    { agricole: true, n: 33 },
  ])
  assert.deepEqual(bilan.refus, [
    { ligne: 2503, motif: 'UAI 0311631E déjà lu à la ligne 1545, avec un autre contenu : la première est gardée' },
    { ligne: 2803, motif: 'UAI 0460054J déjà lu à la ligne 1453, avec un autre contenu : la première est gardée' },
  ])
  assert.equal(bilan.lignes, 3442)
  assert.equal(bilan.departements, 8)
  assert.deepEqual(bilan.circonscriptions, { nouveaux: 66, changes: 0, fermes: 0, inchanges: 0 })
  assert.deepEqual(bilan.bassins, { nouveaux: 23, changes: 0, fermes: 0, inchanges: 0 })

  // 31 collèges and 3 EREA bear the circonscription of their adapted classes: its inspector reads écoles only. Every école has its own.
  const inspectes = await client.query(
    `select type, count(*)::int as n, count(circo)::int as inspectes from annuaire.etablissement group by type order by type`,
  )
  assert.deepEqual(
    inspectes.rows.map((r) => [r.type, r.inspectes]),
    [
      ['college', 0],
      ['ecole', inspectes.rows.find((r) => r.type === 'ecole').n],
      ['erea', 0],
      ['lycee', 0],
    ],
  )

  const second = await importerAnnuaire({ url: base.url, fichier, acad: '16' })
  assert.deepEqual(second.etablissements, { nouveaux: 0, changes: 0, fermes: 0, inchanges: 3118, rouverts: 0 })
  assert.deepEqual(second.circonscriptions, { nouveaux: 0, changes: 0, fermes: 0, inchanges: 66 })
  await client.end()
  await base.fermer()
})
