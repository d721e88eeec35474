import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { closeBase, clock, lireConfig, openBase, ouvrirJournal, urlDePorte, type Maison } from '#platform'
import { lireUai } from '#annuaire'
import { chargerDemonstration, codesDeDemonstration, comptes } from '../../demo/index.ts'
import { planter } from '../../demo/planter.ts'
import { createApp } from '../../src/app.ts'
import { nouvelleBase, trousseauDeTest, type BaseDeTest } from '../support/postgres.ts'

const config = lireConfig({ PREAU_ENV: 'demonstration', PREAU_JOURNAL: 'silent' })
const trousseau = trousseauDeTest

let base: BaseDeTest
let client: pg.Client
before(async () => {
  base = await nouvelleBase()
  client = new pg.Client({ connectionString: base.url })
  await client.connect()
})
after(async () => {
  await client.end()
  await base.fermer()
})

const charger = () => chargerDemonstration({ config, url: base.url, trousseau }, () => {})
const colonne = async (sql: string): Promise<unknown[]> =>
  (await client.query({ text: sql, rowMode: 'array' })).rows.map((r) => r[0])
const compter = async (sql: string): Promise<number> => Number((await colonne(`select count(*) from ${sql}`))[0])

test('never in production', async () => {
  const production = lireConfig({ PREAU_ENV: 'production', PREAU_JOURNAL: 'silent' })
  await assert.rejects(
    chargerDemonstration({ config: production, url: base.url, trousseau }, () => {}),
    {
      name: 'Empechement',
      message: /production/,
    },
  )
  assert.equal(await compter('annuaire.academie'), 0)
})

test('never among the data of somebody else', async () => {
  await client.query(`insert into annuaire.academie values ('16', 'Toulouse', 'C')`)
  await assert.rejects(charger(), { name: 'Empechement', message: /contient déjà un annuaire/ })
  await client.query('delete from annuaire.academie')
})

test('a loading that was cut short is begun again, and one that ended is not', async () => {
  await planter(base.url)
  assert.deepEqual(await charger(), { charge: true })
  assert.equal(clock.isSet(), false)
  const avant = await compter('confidentiel.fait')
  assert.deepEqual(await charger(), { charge: false })
  assert.equal(await compter('confidentiel.fait'), avant)
  assert.equal(await compter('annuaire.academie'), 1)
})

test('the eight départements, schools in each, and numbers that no real school has', async () => {
  const etabs = (await colonne('select etab from annuaire.etablissement order by etab')) as string[]
  assert.equal(etabs.length, 64)
  for (const etab of etabs) assert.deepEqual([lireUai(etab), etab[3]], [{ uai: etab }, '9'])
  assert.deepEqual(await colonne('select distinct dept from annuaire.etablissement order by dept'), [
    '009',
    '012',
    '031',
    '032',
    '046',
    '065',
    '081',
    '082',
  ])
  assert.deepEqual(await colonne(`select distinct type || ' ' || secteur from annuaire.etablissement order by 1`), [
    'college prive',
    'college public',
    'ecole prive',
    'ecole public',
    'erea public',
    'lycee prive',
    'lycee public',
  ])
})

test('the pôle of the académie: one, two, eight, and twenty-eight of whom fourteen in Haute-Garonne', async () => {
  const vivants = (role: string) =>
    compter(`annuaire.mandat where role = '${role}' and du <= now() and (au is null or au > now())`)
  assert.equal(await vivants('responsable_academique'), 1)
  assert.equal(await vivants('referente_academique'), 2)
  assert.equal(await vivants('responsable_departemental'), 8)
  assert.equal(await vivants('referent_departemental'), 28)
  assert.equal(await compter(`annuaire.mandat where role = 'referent_departemental' and dept = '031' and au is null`), 14)
  assert.equal(await compter('annuaire.mandat where au <= now()'), 4)
  assert.equal(await compter('annuaire.mandat where du > now()'), 1)
})

test('two days of the journée nationale are told: eight départements, then seven; this year something waits at each step', async () => {
  const publiees = (annee: number): Promise<number> =>
    compter(
      `(select distinct dept from prevention.action where etat = 'publiee' and temps_fort = 'journee_nationale' and annee = ${annee}) d`,
    )
  assert.deepEqual([await publiees(2024), await publiees(2025), await publiees(2026)], [8, 7, 0])
  const parTempsFort = async (code: string): Promise<number> =>
    compter(`prevention.action where etat = 'publiee' and temps_fort = '${code}'`)
  assert.deepEqual(
    [await parTempsFort('journee_nationale'), await parTempsFort('safer_internet_day'), await parTempsFort('prix')],
    [46, 5, 2],
  )
  // Pictures: published where nobody can be recognised; one waits for authorisations, and stays inside.
  assert.deepEqual(await colonne('select distinct droit from prevention.photo where publiee_le is not null'), ['personne'])
  assert.deepEqual(await colonne('select droit from prevention.photo where publiee_le is null'), ['attente'])
  for (const etat of ['brouillon', 'proposee', 'validee', 'refusee'])
    assert.equal(await compter(`prevention.action where annee = 2026 and etat = '${etat}'`), 1, etat)
})

test('reports in every state and by many channels, dossiers at each step and on each track, all in the past and late ones too', async () => {
  assert.deepEqual(await colonne('select distinct etat from confidentiel.signalement order by 1'), [
    'clos',
    'pris_en_charge',
    'recu',
  ])
  assert.deepEqual(await colonne('select distinct canal from confidentiel.signalement order by 1'), [
    'faits_etablissement',
    'papier',
    'questionnaire',
    'site',
    'stop_harcelement',
    'telephone',
  ])
  assert.deepEqual(await colonne('select distinct langue from confidentiel.signalement order by 1'), ['ar', 'en', 'fr'])
  assert.deepEqual(await colonne('select distinct etat from confidentiel.dossier order by 1'), [
    'clos',
    'doublon',
    'ecarte',
    'evaluation',
    'pris_en_charge',
    'protege',
    'recu',
    'rouvert',
    'surveillance',
    'traitement',
    'transfere',
  ])
  assert.deepEqual(await colonne('select distinct methode from confidentiel.piste order by 1'), [
    'adulte',
    'disciplinaire',
    'educative',
    'farsta',
    'judiciaire',
    'mpp',
    'no_blame',
    'restauratif',
  ])
  assert.deepEqual(await colonne(`select distinct niveau from confidentiel.signalement where auteurs = 'adulte'`), [
    'departement',
  ])
  // A person noted twice and read as one, an urgency lifted, and what was transmitted followed after the end.
  assert.deepEqual(
    await colonne(
      `select distinct f.verbe || ' ' || d.etat from confidentiel.fait f join confidentiel.dossier d on d.id = f.fil
        where f.verbe in ('dossier.reunir_personnes', 'dossier.lever_urgence', 'dossier.suivre_transmission') order by 1`,
    ),
    [
      'dossier.lever_urgence protege',
      'dossier.reunir_personnes protege',
      'dossier.suivre_transmission clos',
      'dossier.suivre_transmission transfere',
    ],
  )
  assert.equal(await compter('confidentiel.piece'), 2)
  assert.ok((await compter('confidentiel.signalement where echeance < now()')) > 0)
  assert.equal(await compter('confidentiel.fait where le > now()'), 0)
  assert.equal(await compter('machine.courriel where envoye_le is null'), 0)
})

async function avecMaison(travail: (app: ReturnType<typeof createApp>) => Promise<void>): Promise<void> {
  const portes = openBase((door) => urlDePorte(base.url, trousseau, door))
  const maison: Maison = { config, trousseau, base: portes, journal: ouvrirJournal('silent') }
  await travail(createApp(maison)).finally(() => closeBase(portes))
}

/** What the académie's own page of 2024 told, each in words of ours. */
const DIT_EN_2024 = [
  'le jeudi 7 novembre 2024',
  'ainsi qu’au rectorat',
  'pHARe',
  'Hall du rectorat, du 7 au 22 novembre 2024',
  'Découvrir le palmarès du prix Non au harcèlement',
  'Actions menées dans les écoles et les établissements',
  'Ariège',
  'Aveyron',
  'Gers',
  'Haute-Garonne',
  'Hautes-Pyrénées',
  'Lot',
  'Tarn',
  'Tarn-et-Garonne',
  'novembre 2023, il est rattaché au pôle civique',
  'coordonner l’action des référents départementaux',
  'Déployer des formations et des ressources',
  'Renforcer et promouvoir les actions de sensibilisation',
  '1 responsable académique, 2 référentes et référents académiques, 8 responsables départementaux et 28 référentes et référents départementaux',
  'Présidé par le recteur de l’académie',
  'assistantes sociales',
  'personnels de direction',
  'inspecteurs',
  'direction des affaires juridiques',
  'direction de l’action culturelle',
  'la pédagogie',
  'la gestion de crise',
  'les relations entre institutions',
  'préoccupation partagée',
  'le pilotage',
]

test('the page of 2024 tells all that the académie’s own page told, with pictures and the way to its other years', () =>
  avecMaison(async (app) => {
    const page = (await (await app.request('/journee-nationale/2024')).text()).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')
    assert.deepEqual(
      DIT_EN_2024.filter((dit) => !page.includes(dit)),
      [],
    )
    const image = /src="(\/photos\/[0-9a-f-]+-petite\.jpg)"/.exec(page)![1]!
    assert.equal((await app.request(image)).status, 200)
    assert.match(page, /href="\/journee-nationale\/2025"/)
    for (const autre of ['/temps-forts/safer-internet-day/2026', '/temps-forts/prix/2026', '/temps-forts', '/le-pole'])
      assert.equal((await app.request(autre)).status, 200, autre)
    assert.match(await (await app.request('/le-pole')).text(), /Hélène Marcillac.*Nadia Ferrières/s)
  }))

test('among what is online, one resource should have been read again six days ago, and one will be in twelve', async () => {
  const jours = `(r.a_revoir_le - (now() at time zone 'Europe/Paris')::date)`
  const titres = await colonne(
    `select ${jours} || ' ' || v.titre from prevention.ressource r join prevention.version v on v.acad = r.acad and v.id = r.tete
      where ${jours} < 30 order by r.a_revoir_le`,
  )
  assert.deepEqual(titres, [
    '-6 Garder une preuve, faire retirer une image',
    '12 À la cantine et dans la cour : ce que voient les agents',
  ])
})

test('the three codes that are printed open what they say', () =>
  avecMaison(async (app) => {
    const [lina, sami, temoin] = await Promise.all(
      codesDeDemonstration().map(async ({ code }) => {
        const r = await app.request('/suivi', { method: 'POST', body: new URLSearchParams({ code }) })
        assert.equal(r.status, 200)
        return r.text()
      }),
    )
    assert.match(lina!, /Merci de nous l’avoir dit/)
    assert.match(sami!, /Nous le revoyons dans un mois/)
    assert.doesNotMatch(temoin!, /a lu ton message/)
  }))

test('every account of the sign-in page with a role holds a mandate today', async () => {
  const avecRole = comptes().filter((c) => c.role !== null)
  const vivants = await client.query(
    `select a.mail from annuaire.agent a join annuaire.mandat m on m.agent = a.id and m.role = any ($2)
      where a.mail = any ($1) and m.du <= now() and (m.au is null or m.au > now()) order by 1`,
    [avecRole.map((c) => c.mail), avecRole.map((c) => c.role)],
  )
  assert.deepEqual(
    vivants.rows.map((r) => r.mail),
    avecRole.map((c) => c.mail).sort(),
  )
})
