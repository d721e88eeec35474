import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import sharp from 'sharp'
import { HEURE, MINUTE, plus, transaction, uuidv7 } from '#platform'
import { lireFil } from '#acces'
import { envoyerDossier, ouvrirProtege, type Ouvert } from '../../../tests/support/dossiers.ts'
import { ECOLES, nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { raconter, verbes, version } from '../../../tests/support/situations.ts'
import { preuvesDuDepot } from '../../signalement/depot/deposer.ts'
import { joindre, nettoyer } from '../../signalement/depot/pieces.ts'
import { DELAIS } from '../protocole/delais.ts'

const MAINTENANT = new Date('2026-11-10T09:00:00+01:00')
const DEDANS = /Lina|Roussel|Enzo|vestiaire/
const SANS_PART = ['referent31', 'responsable31', 'referenteAcademique', 'responsableAcademique'] as const
let m: Monde
let d: Ouvert
let id: string
let image: string
before(async () => void (m = await nouveauMonde(MAINTENANT)))
after(() => m.fermer())
beforeEach(async () => {
  m.aller(MAINTENANT)
  d = await ouvrirProtege(m, 'chefTilleuls')
  ;({ id, image } = await raconterAvecImage())
})

async function raconterAvecImage(): Promise<{ id: string; image: string }> {
  const { id, brouillon } = await raconter(m, 'tilleuls', { recit: 'Ils l’attendent au vestiaire.', cible: 'Lina Roussel' })
  const { base, trousseau } = m.maison
  const octets = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#a40' } })
    .png()
    .toBuffer()
  const { images } = await nettoyer([{ octets }], 1)
  await transaction(base, 'public', preuvesDuDepot(trousseau, '16', brouillon), async (db) =>
    joindre(db, await lireFil(db, trousseau, '16', id), images[0]!),
  )
  const [p] = await m.admin<{ id: string }>('select id from confidentiel.piece where fil = $1', [id])
  return { id, image: p!.id }
}

const rattacher = async (): Promise<void> =>
  assert.equal((await envoyerDossier(m, d, 'rattachements', { signalement: id }, 'chefTilleuls')).status, 303)
const adresse = (suite = ''): string => `/signalements/${id}${suite}`
const statut = async (qui: NomAgent, suite = ''): Promise<number> => (await m.essayer(adresse(suite), qui)).status
const dire = (qui: NomAgent, vers = adresse()): Promise<Response> =>
  m.essayer(`/dossiers/${d.numero}/motif`, qui, { id: uuidv7(), motif: 'appui', vers })
const texte = async (r: Response | Promise<Response>): Promise<string> =>
  (await (await r).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
const lectures = (): Promise<{ agent: string }[]> =>
  m.admin('select agent from confidentiel.consultation where fil = $1 order by le', [id])

test('a report that is joined to nothing opens as it did, and so does one taken out of its dossier', async () => {
  for (const qui of SANS_PART) assert.equal(await statut(qui), 200, qui)
  await rattacher()
  assert.equal(await statut('referent31'), 403)
  assert.equal((await envoyerDossier(m, d, `rattachements/${id}/fin`, {}, 'chefTilleuls')).status, 303)
  for (const qui of SANS_PART) assert.equal(await statut(qui), 200, qui)
})

test('joined to a dossier, it shows the cover of that dossier first, at each of its addresses, and comes back once it is said why', async () => {
  await rattacher()
  for (const qui of ['chefSaules', 'referent81', 'equipeTilleuls', 'dpo'] as const)
    for (const suite of ['', `/pieces/${image}`, '/reorientation']) assert.equal(await statut(qui, suite), 404, qui)
  for (const qui of SANS_PART) {
    for (const suite of ['', `/pieces/${image}`, '/reorientation']) {
      const r = await m.essayer(adresse(suite), qui)
      assert.equal(r.status, 403, `${qui} ${suite}`)
      const page = await texte(r)
      assert.doesNotMatch(page, DEDANS)
      assert.match(page, /Le signalement que vous ouvrez est rattaché à ce dossier/)
      assert.ok(page.includes(`Dossier ${d.numero}`) && page.includes(`name="vers" value="${adresse(suite)}"`), suite)
    }
    assert.ok(!(await lectures()).some((l) => l.agent === m.agents[qui]), 'nothing was read')
    assert.ok(!(await verbes(m, id)).includes('signalement.lire'), 'whoever told is not told that it was')
  }
  for (const qui of SANS_PART) {
    const dit = await dire(qui, adresse(`/pieces/${image}`))
    assert.deepEqual([dit.status, dit.headers.get('location')], [303, adresse(`/pieces/${image}`)])
    for (const suite of ['', `/pieces/${image}`, '/reorientation']) assert.equal(await statut(qui, suite), 200, `${qui} ${suite}`)
    assert.match(await texte(m.essayer(adresse(), qui)), DEDANS)
    // Said once: the dossier is open too.
    assert.equal((await m.essayer(`/dossiers/${d.numero}`, qui)).status, 200)
  }
})

test('each of its consultations repeats why, as the dossier’s do; a part needs none, and the log refuses a reading without it', async () => {
  const dits = async (qui: NomAgent): Promise<unknown[]> =>
    (
      await m.admin<{ d: unknown }>(
        `select distinct nature || ' ' || coalesce(motif, '') as d from confidentiel.consultation where fil = $1 and agent = $2 order by 1`,
        [id, m.agents[qui]],
      )
    ).map((x) => x.d)
  assert.equal(await statut('responsable31'), 200)
  await rattacher()
  await dire('referent31')
  for (const qui of ['referent31', 'chefTilleuls'] as const)
    for (const suite of ['', `/pieces/${image}`]) assert.equal(await statut(qui, suite), 200, qui)
  assert.equal((await envoyerDossier(m, d, 'recherche', { mots: 'vestiaire' }, 'referent31')).status, 200)
  assert.deepEqual(await dits('referent31'), ['lecture appui', 'piece appui', 'recherche appui'])
  assert.deepEqual(await dits('chefTilleuls'), ['lecture ', 'piece '])
  // Read before it was joined: nothing was asked then.
  assert.deepEqual(await dits('responsable31'), ['lecture '])
  const ecrire = async (qui: NomAgent, agent: string): Promise<string> => {
    const session = await m.session(qui)
    return transaction(m.maison.base, 'agent', { session }, (db) =>
      db.run(
        {
          name: 'test.consulter_signalement',
          text: `insert into confidentiel.consultation (acad, id, fil, agent, nature, le) values ('16', $1, $2, $3, 'export', $4)`,
          params: ['i', 'f', 'a', 'l'],
        } as never,
        { i: uuidv7(), f: id, a: agent, l: MAINTENANT } as never,
      ),
    ).then(
      () => 'fait',
      (e: { code?: string }) => String(e.code),
    )
  }
  assert.equal(await ecrire('responsable31', m.agents.responsable31), '42501')
  assert.equal(await ecrire('referent31', m.agents.chefTilleuls), '42501')
  assert.equal(await ecrire('referent31', m.agents.referent31), 'fait')
})

test('the motive leads to a report and its own addresses, and nowhere else', async () => {
  await rattacher()
  for (const vers of [
    '/signalements/nouveau',
    `/signalements/${id}x`,
    `//ailleurs.fr/signalements/${id}`,
    `/boite/signalements/${id}`,
  ])
    assert.equal((await dire('referent31', vers)).headers.get('location'), `/dossiers/${d.numero}`, vers)
})

test('it holds for the hours settled, to the minute', async () => {
  await rattacher()
  await dire('referent31')
  assert.equal(await statut('responsable31'), 403)
  const fin = plus(MAINTENANT, DELAIS.motif_lecture.valeur * HEURE)
  for (const [quand, attendu] of [
    [plus(fin, -MINUTE), 200],
    [fin, 403],
  ] as const) {
    m.aller(quand)
    assert.deepEqual([await statut('referent31'), await statut('referent31', `/pieces/${image}`)], [attendu, attendu])
  }
})

test('whoever has a part in either is not asked: the school, its inspector, who took the report, who keeps their desk, who answers for the dossier', async () => {
  await rattacher()
  const images = `/pieces/${image}`
  for (const qui of ['chefTilleuls', 'coordoTilleuls'] as const)
    assert.deepEqual([await statut(qui), await statut(qui, images)], [200, 200], qui)
  await m.admin(`update confidentiel.signalement set etat = 'pris_en_charge', pris_par = $2, pris_le = $3 where id = $1`, [
    id,
    m.agents.referent31,
    MAINTENANT,
  ])
  assert.deepEqual([await statut('referent31'), await statut('referent31', images)], [200, 200])
  assert.equal(await statut('responsable31'), 403)
  await m.admin(
    `insert into annuaire.absence (acad, id, agent, du, au, remplacant, par, le) values ('16', $1, $2, '2026-11-01', '2026-11-30', $3, $2, now())`,
    [uuidv7(), m.agents.referent31, m.agents.responsable31],
  )
  assert.deepEqual([await statut('responsable31'), await statut('responsable31', images)], [200, 200])
  await m.admin('delete from annuaire.absence where agent = $1', [m.agents.referent31])
  await m.admin('update confidentiel.dossier set responsable = $2 where id = $1', [d.id, m.agents.referenteAcademique])
  assert.equal(await statut('referenteAcademique'), 200)
  await m.admin('update confidentiel.signalement set saisi_par = $2 where id = $1', [id, m.agents.responsableAcademique])
  assert.equal(await statut('responsableAcademique'), 200)
  // An école: its inspector has it in their charge.
  const ecole = await ouvrirProtege(m, 'directriceGlycines', 'glycines')
  const la = (await raconter(m, 'glycines')).id
  assert.equal((await envoyerDossier(m, ecole, 'rattachements', { signalement: la }, 'directriceGlycines')).status, 303)
  for (const [qui, attendu] of [
    ['ien31', 200],
    ['responsable31', 403],
    ['ien81', 404],
  ] as const)
    assert.equal((await m.essayer(`/signalements/${la}`, qui)).status, attendu, qui)
})

test('an act signs itself and shows nothing; the rule that refuses it is told on the cover, the words of a form wait for the opening', async () => {
  await rattacher()
  const envoyer = async (forme: string, champs: Record<string, string>): Promise<Response> =>
    m.essayer(adresse(`/${forme}`), 'referent31', { version: await version(m, id), ...champs })
  assert.equal((await envoyer('notes', { message: uuidv7(), note: 'La mère rappelle jeudi.' })).status, 303)
  assert.ok((await verbes(m, id)).includes('signalement.noter'))
  assert.equal(await statut('referent31'), 403)
  const refuse = await envoyer('reorientation', { etab: ECOLES.saules.etab })
  const page = await texte(refuse)
  assert.doesNotMatch(page, DEDANS)
  assert.match(page, /Ce signalement est rattaché à un dossier : détachez-le d’abord/)
  assert.match(page, /Pourquoi l’ouvrez-vous/)
  assert.ok(page.includes(`name="vers" value="${adresse()}"`))
  const vide = await envoyer('reponses', { message: uuidv7(), texte: ' ' })
  assert.equal(vide.status, 403)
  assert.match(await texte(vide), /Dites d’abord pourquoi vous ouvrez ce dossier/)
  const tard = await envoyer('reponses', { message: uuidv7(), texte: 'Bonjour, merci.', version: '999' })
  assert.equal(tard.status, 409)
  assert.match(await texte(tard), /Ce signalement a changé pendant que vous écriviez/)
})

test('a report joined already lends its names to no other dossier', async () => {
  const formulaire = async (): Promise<string> => texte(m.essayer(`/dossiers/nouveau?signalement=${id}`, 'responsable31'))
  assert.match(await formulaire(), /Lina Roussel/)
  await rattacher()
  assert.doesNotMatch(await formulaire(), /Lina|Roussel/)
})
