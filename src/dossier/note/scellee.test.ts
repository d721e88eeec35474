import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction, uuidv7, type Statement } from '#platform'
import { dechiffrer } from '#acces'
import { ouvrirDossier, type DossierVu } from '../../../tests/support/dossiers.ts'
import { NOMS_AGENTS, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'

let m: Monde
let d: DossierVu
const PROFESSIONS = ['infirmier', 'medecin', 'assistant_social', 'psychologue'] as const

before(async () => {
  m = await nouveauMonde()
  d = await ouvrirDossier(m, 'chefTilleuls')
})
after(() => m.fermer())

const donner = (qui: NomAgent, profession: string, par: NomAgent = 'administrateur'): Promise<Response> =>
  m.envoyer(`/administration/agents/${m.agents[qui]}/profession`, { profession }, par)

/** The dossier is handed to a member of the équipe ressource, as a nurse most often sees one. */
async function confier(qui: NomAgent): Promise<void> {
  await m.admin(
    `insert into acces.octroi (acad, id, fil, agent, par, motif, du) values ('16', $1, $2, $3, $4, 'aide', '2026-11-01')`,
    [uuidv7(), d.id, m.agents[qui], m.agents.chefTilleuls],
  )
}
const sceller = (texte: string, qui: NomAgent, id = uuidv7()): Promise<Response> =>
  m.envoyer(`/dossiers/${d.numero}/notes/scellees`, { id, scellee: texte }, qui)
const page = async (qui: NomAgent, partie = '/notes'): Promise<string> =>
  (await m.lire(`/dossiers/${d.numero}${partie}`, qui)).text()
const enBase = async (qui: NomAgent, table: string): Promise<number> => {
  const s: Statement<{}, { n: number }> = {
    name: `nu.${table}`,
    text: `select count(*)::int as n from confidentiel.${table}`,
    params: [],
  }
  const [r] = await transaction(m.maison.base, 'agent', { session: await m.session(qui) }, (db) => db.all(s))
  return r!.n
}

test('a profession is given by the administrator alone, never to oneself; it is dated and in the journal', async () => {
  for (const par of NOMS_AGENTS.filter((n) => n !== 'administrateur' && n !== 'equipeTilleuls')) {
    const r = await donner('equipeTilleuls', 'infirmier', par)
    assert.equal(r.status, 404, par)
  }
  assert.equal((await donner('administrateur', 'medecin')).status, 409)
  assert.equal((await donner('equipeTilleuls', 'sorcier')).status, 404)
  assert.equal((await donner('equipeTilleuls', 'infirmier')).status, 303)
  assert.equal((await donner('equipeTilleuls', 'infirmier')).status, 303)
  assert.equal((await donner('equipeTilleuls', 'psychologue')).status, 303)
  assert.equal((await donner('equipeTilleuls', '')).status, 303)
  const lignes = await m.admin<{ profession: string; fini: boolean }>(
    'select profession, au is not null as fini from annuaire.profession where agent = $1 order by profession',
    [m.agents.equipeTilleuls],
  )
  assert.deepEqual(lignes, [
    { profession: 'infirmier', fini: true },
    { profession: 'psychologue', fini: true },
  ])
  const journal = await m.admin<{ verbe: string }>(
    `select verbe from annuaire.journal where agent = $1 and verbe like 'profession.%'`,
    [m.agents.equipeTilleuls],
  )
  assert.deepEqual(journal.map((j) => j.verbe).sort(), [
    'profession.donner',
    'profession.donner',
    'profession.finir',
    'profession.finir',
  ])
})

test('without such a profession one seals nothing; unknown to a stranger', async () => {
  assert.equal((await sceller('x', 'chefSaules')).status, 404)
  const r = await sceller('Une note du chef.', 'chefTilleuls')
  assert.equal(r.status, 409)
  assert.match(await r.text(), /réservées aux infirmiers/)
  assert.equal((await m.admin('select from confidentiel.note_scellee')).length, 0)
})

test('every role × profession: a sealed note is read by its author’s profession, on a dossier that one sees, and by nobody else', async () => {
  await confier('equipeTilleuls')
  await donner('equipeTilleuls', 'infirmier')
  const id = uuidv7()
  const deux = await Promise.all([
    sceller('Maux de ventre avant le sport.', 'equipeTilleuls', id),
    sceller('Maux de ventre avant le sport.', 'equipeTilleuls', id),
  ])
  assert.deepEqual(
    deux.map((r) => r.status),
    [303, 303],
  )
  assert.equal((await m.admin('select from confidentiel.note_scellee')).length, 1)
  const voient = [
    'chefTilleuls',
    'coordoTilleuls',
    'equipeTilleuls',
    'referent31',
    'responsable31',
    'referenteAcademique',
    'responsableAcademique',
  ]
  for (const qui of NOMS_AGENTS.filter((n) => n !== 'administrateur' && n !== 'equipeTilleuls'))
    for (const profession of ['', ...PROFESSIONS]) {
      await donner(qui, profession)
      const lit = profession === 'infirmier' && voient.includes(qui)
      assert.equal(await enBase(qui, 'note_scellee'), lit ? 1 : 0, `${qui} ${profession}`)
      if (!voient.includes(qui)) continue
      const lu = await page(qui)
      assert.equal(lu.includes('Maux de ventre'), lit, `${qui} ${profession}`)
      // Not even that there is one: neither on the page of notes nor in the history.
      const histoire = await page(qui, '')
      assert.equal(histoire.includes('Une note scellée'), lit, `${qui} ${profession}`)
      if (profession === '') assert.doesNotMatch(lu + histoire, /scellée/i)
      await donner(qui, '')
    }
})

test('the end of a profession closes the notes at once, to their author too', async () => {
  await donner('equipeTilleuls', '')
  assert.equal(await enBase('equipeTilleuls', 'note_scellee'), 0)
  assert.doesNotMatch(await page('equipeTilleuls'), /Maux de ventre/)
  await donner('equipeTilleuls', 'infirmier')
  assert.match(await page('equipeTilleuls'), /Maux de ventre/)
})

test('shared: a part, with one person who sees the dossier, for a reason; the note itself stays sealed', async () => {
  const [n] = await m.admin<{ id: string }>('select id from confidentiel.note_scellee')
  const partager = (champs: Record<string, string>, qui: NomAgent = 'equipeTilleuls'): Promise<Response> =>
    m.envoyer(
      `/dossiers/${d.numero}/notes/partages`,
      {
        id: uuidv7(),
        de_note: n!.id,
        avec: m.agents.chefTilleuls,
        partage: 'Léa a besoin d’une dispense de sport.',
        partage_raison: 'Pour aménager son emploi du temps.',
        famille: 'informee',
        ...champs,
      },
      qui,
    )
  assert.equal((await partager({}, 'chefSaules')).status, 404)
  assert.equal((await partager({}, 'chefTilleuls')).status, 409)
  assert.equal((await partager({ avec: m.agents.chefSaules })).status, 422)
  assert.equal((await partager({ de_note: uuidv7() })).status, 422)
  assert.equal((await partager({ famille: 'contraire' })).status, 422)
  assert.equal((await partager({ partage_raison: '' })).status, 422)
  assert.equal((await partager({})).status, 303)
  const chef = await page('chefTilleuls')
  assert.match(chef, /dispense de sport/)
  assert.doesNotMatch(chef, /Maux de ventre/)
  for (const qui of ['coordoTilleuls', 'referent31'] as const) assert.doesNotMatch(await page(qui), /dispense de sport|scellée/)
  assert.equal(await enBase('chefTilleuls', 'note_partage'), 1)
  assert.equal(await enBase('coordoTilleuls', 'note_partage'), 0)
  const traces = await m.admin<{ verbe: string }>(
    `select verbe from confidentiel.fait where fil = $1 and verbe like 'dossier.%scell%' order by rang`,
    [d.id],
  )
  assert.deepEqual(
    traces.map((t) => t.verbe),
    ['dossier.sceller', 'dossier.partager_scellee'],
  )
})

test('a note cannot be written under another profession, nor in somebody else’s name: the database refuses', async () => {
  const poser = async (profession: string, agent: string): Promise<void> => {
    const s: Statement<{}, {}> = {
      name: `poser.${profession}.${agent}`,
      text: `insert into confidentiel.note_scellee (acad, id, fil, agent, profession, qualite, contenu, le) values ('16', '${uuidv7()}', '${d.id}', '${agent}', '${profession}', 'equipe', '', now())`,
      params: [],
    }
    await transaction(m.maison.base, 'agent', { session: await m.session('equipeTilleuls') }, (db) => db.run(s))
  }
  await assert.rejects(poser('medecin', m.agents.equipeTilleuls), /row-level security/)
  await assert.rejects(poser('infirmier', m.agents.chefTilleuls), /row-level security/)
})

test('a sealed note that was begun is found again by its author alone, as long as the profession lasts; sealing it ends the draft', async () => {
  const brouillon = 'notes/scellees/infirmier'
  const garder = (qui: NomAgent, forme = brouillon): Promise<Response> =>
    m.envoyer(`/dossiers/${d.numero}/brouillons`, { brouillon: forme, scellee: 'Elle a dormi une heure.', serie: '0' }, qui)
  const kept = async (): Promise<Buffer[]> =>
    (await m.admin<{ contenu: Buffer }>('select contenu from confidentiel.brouillon')).map((b) => b.contenu)
  assert.equal((await garder('equipeTilleuls', 'notes/scellees/medecin')).status, 404)
  assert.equal((await garder('chefTilleuls')).status, 404)
  assert.deepEqual(await kept(), [])
  const r = await garder('equipeTilleuls')
  assert.equal(r.headers.get('location'), `/dossiers/${d.numero}/notes?fait=brouillon`)
  assert.match(await page('equipeTilleuls'), /Votre brouillon, gardé[\s\S]*Elle a dormi une heure/)
  // Another nurse of the same dossier, and whoever answers for it: nothing, nor that something was begun.
  await donner('coordoTilleuls', 'infirmier')
  for (const qui of ['coordoTilleuls', 'chefTilleuls'] as const)
    assert.doesNotMatch(await page(qui), /Elle a dormi|Votre brouillon/, qui)
  await donner('coordoTilleuls', '')
  // Under the seal, not under the key that opens the rest of the dossier.
  const [contenu] = await kept()
  const [k] = await m.admin<{ version: number; emballee: Buffer }>(
    'select version, emballee from confidentiel.cle where fil = $1',
    [d.id],
  )
  const fil = { acad: '16', id: d.id, cle: m.maison.trousseau.deballer('16', d.id, k!.version, k!.emballee) }
  const ligne = `${d.id}/${m.agents.equipeTilleuls}/${brouillon}`
  assert.throws(() => dechiffrer(fil, 'brouillon.contenu', ligne, contenu!))
  await donner('equipeTilleuls', 'psychologue')
  assert.doesNotMatch(await page('equipeTilleuls'), /Elle a dormi/)
  await donner('equipeTilleuls', 'infirmier')
  await m.envoyer(
    `/dossiers/${d.numero}/notes/scellees`,
    { id: uuidv7(), brouillon, scellee: 'Elle a dormi une heure, puis elle est repartie en classe.' },
    'equipeTilleuls',
  )
  assert.deepEqual(await kept(), [])
  assert.match(await page('equipeTilleuls'), /repartie en classe/)
})
