import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, uuidv7 } from '#platform'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { verbes } from '../../../tests/support/situations.ts'
import { ouvrirProtege, type Ouvert } from '../../../tests/support/dossiers.ts'

const MAINTENANT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
let d: Ouvert
before(async () => void (m = await nouveauMonde(MAINTENANT)))
after(() => m.fermer())
beforeEach(async () => {
  clock.set(MAINTENANT)
  d = await ouvrirProtege(m, 'chefTilleuls')
})

const talk = (champs: Record<string, string> = {}): Record<string, string> => ({
  id: uuidv7(),
  role: 'cible',
  mene: m.agents.chefTilleuls,
  quand: '2026-11-10T08:30',
  faits: 'Chaque midi à la cantine, deux élèves prennent son plateau.',
  mots: '« Ils disent que je pue. »',
  danger: 'non',
  suicide: 'non',
  soir: 'oui',
  retour: 'Sa mère, à 16 h 30',
  famille: 'a_faire',
  ...champs,
})
const noter = (
  champs: Record<string, string> = {},
  qui: NomAgent = 'chefTilleuls',
  role = 'cible',
  personne = d.cible,
): Promise<Response> => m.envoyer(`/dossiers/${d.numero}/entretiens/avec/${personne}/${role}`, { ...talk(champs), role }, qui)
const faits = (): Promise<{ verbe: string; detail: Record<string, unknown> }[]> =>
  m.admin('select verbe, detail from confidentiel.fait where fil = $1 order by rang', [d.id])
const page = async (chemin = 'entretiens', qui: NomAgent = 'chefTilleuls'): Promise<string> =>
  (await m.lire(`/dossiers/${d.numero}/${chemin}`, qui)).text()
const etat = async () =>
  (
    await m.admin<{ etat: string; urgences: string[]; echeance: Date }>(
      'select etat, urgences, echeance from confidentiel.dossier where id = $1',
      [d.id],
    )
  )[0]!

test('a talk with the target: written under its own names, the dossier goes on to its evaluation, the family will hear today', async () => {
  assert.equal((await noter()).headers.get('location'), `/dossiers/${d.numero}/entretiens?fait=entendu`)
  assert.equal((await etat()).etat, 'evaluation')
  const [dernier] = (await faits()).slice(-1)
  assert.equal(dernier!.verbe, 'dossier.entendre')
  assert.deepEqual(Object.keys(dernier!.detail).sort(), ['entretien', 'personne', 'role'])
  const vue = await page()
  for (const mot of ['Chaque midi à la cantine', 'Ils disent que je pue', 'Sa mère, à 16']) assert.match(vue, new RegExp(mot))
  const prevus = await m.admin(
    `select nature, objet, le, pour from confidentiel.prevu where fil = $1 and nature = 'nouvelles_famille' and issue is null`,
    [d.id],
  )
  assert.deepEqual(prevus, [
    { objet: d.cible, nature: 'nouvelles_famille', le: new Date('2026-11-10T17:00:00Z'), pour: m.agents.chefTilleuls },
  ])
})

test('unknown to whoever does not see the dossier, and for a person or a role that it does not hold', async () => {
  const chemin = `/dossiers/${d.numero}/entretiens/avec/${d.cible}/cible`
  for (const qui of ['chefSaules', 'equipeTilleuls', 'referent81', 'dpo'] as const) {
    assert.equal((await m.lire(`/dossiers/${d.numero}/entretiens`, qui)).status, 404, qui)
    assert.equal((await m.lire(chemin, qui)).status, 404, qui)
    assert.equal((await m.envoyer(chemin, talk(), qui)).status, 404, qui)
  }
  assert.equal((await noter({}, 'chefTilleuls', 'auteur_presume')).status, 404)
  assert.equal((await noter({}, 'chefTilleuls', 'cible', uuidv7())).status, 404)
  assert.equal((await m.lire(`/dossiers/${d.numero}/entretiens/${uuidv7()}`, 'chefTilleuls')).status, 404)
  assert.equal((await m.lire(`/dossiers/${d.numero}/entretiens/n-importe-quoi`, 'chefTilleuls')).status, 404)
})

test('no talk with the target ends without the safety check, and what was typed comes back', async () => {
  for (const [champ, mot] of [
    ['danger', /en danger maintenant/],
    ['suicide', /de mourir ou de se faire du mal/],
    ['soir', /en sécurité ce soir/],
    ['retour', /avec qui l’élève rentre/],
    ['famille', /si la famille est prévenue/],
  ] as const) {
    const r = await noter({ [champ]: '' })
    assert.equal(r.status, 422, champ)
    const texte = await r.text()
    assert.match(texte, mot)
    assert.match(texte, /Ils disent que je pue/)
  }
  assert.equal((await noter({ faits: '', mots: '' })).status, 422)
  assert.equal((await noter({ famille: 'non' })).status, 422)
  assert.equal((await noter({ quand: '2026-11-10T23:00' })).status, 422)
  assert.equal((await noter({ quand: '2026-02-30T10:00' })).status, 422)
  assert.equal((await noter({ mene: m.agents.chefSaules })).status, 422)
  assert.equal((await noter({ mene: '', presents: '' })).status, 422)
  assert.equal((await m.admin('select from confidentiel.entretien where fil = $1', [d.id])).length, 0)
})

test('a danger said: the dossier says so, it is due at once, and the level above is told without a word of it', async () => {
  await m.admin('update confidentiel.dossier set responsable = $2 where id = $1', [d.id, m.agents.coordoTilleuls])
  await m.admin('delete from machine.courriel')
  const r = await noter({ danger: 'oui', suicide: 'oui', soir: 'sait_pas' })
  assert.equal(r.headers.get('location'), `/dossiers/${d.numero}/entretiens?fait=danger`)
  const e = await etat()
  assert.deepEqual([e.urgences.sort(), e.echeance.toISOString()], [['danger_immediat', 'suicide'], '2026-11-10T08:30:00.000Z'])
  const courriels = await m.admin('select modele, agent, niveau, dept from machine.courriel order by agent nulls last')
  assert.deepEqual(courriels, [
    { modele: 'urgent', agent: m.agents.coordoTilleuls, niveau: null, dept: null },
    { modele: 'urgent', agent: null, niveau: 'circonscription', dept: '031' },
  ])
  const vue = await page()
  for (const numero of ['tel:15', 'tel:112', 'tel:119', 'tel:3114']) assert.match(vue, new RegExp(numero))
  assert.match(vue, /agir maintenant/)
  // Another talk later, without danger: the page no longer shouts; the dossier still says why it came first.
  clock.set(new Date('2026-11-12T09:00:00+01:00'))
  await noter({ quand: '2026-11-12T08:45' })
  assert.doesNotMatch(await page(), /agir maintenant/)
  assert.deepEqual((await etat()).urgences.length, 2)
})

test('not safe tonight is a danger too; « je ne sais pas » is an answer and no alarm', async () => {
  await noter({ danger: 'sait_pas', suicide: 'sait_pas', soir: 'sait_pas' })
  assert.deepEqual((await etat()).urgences, [])
  await noter({ soir: 'non' })
  assert.deepEqual((await etat()).urgences, ['danger_immediat'])
})

test('the family is not told today for a written reason: the promise waits for the clock of first news, and never moves a sooner one', async () => {
  await noter({ famille: 'non', famille_raison: 'Le danger peut venir de la maison : 119 appelé.' })
  const le = async () =>
    (
      await m.admin<{ le: Date }>(
        `select le from confidentiel.prevu where fil = $1 and issue is null and nature = 'nouvelles_famille'`,
        [d.id],
      )
    )[0]!.le.toISOString()
  assert.equal(await le(), '2026-11-16T17:00:00.000Z')
  await noter({ famille: 'a_faire' })
  assert.equal(await le(), '2026-11-10T17:00:00.000Z')
  await noter({ famille: 'non', famille_raison: 'Encore.' })
  assert.equal(await le(), '2026-11-10T17:00:00.000Z')
  assert.match(await page(), /119 appelé/)
})

test('told after six in the evening: the family hears within two hours, not tomorrow', async () => {
  clock.set(new Date('2026-11-10T19:30:00+01:00'))
  await noter()
  const [p] = await m.admin<{ le: Date }>(`select le from confidentiel.prevu where fil = $1 and nature = 'nouvelles_famille'`, [
    d.id,
  ])
  assert.equal(p!.le.toISOString(), '2026-11-10T20:30:00.000Z')
})

test('the same form sent twice, even at once, is one talk', async () => {
  const champs = { id: uuidv7() }
  const deux = await Promise.all([noter(champs), noter(champs)])
  assert.deepEqual(
    deux.map((r) => r.status),
    [303, 303],
  )
  assert.equal((await m.admin('select from confidentiel.entretien where fil = $1', [d.id])).length, 1)
  assert.equal((await verbes(m, d.id)).filter((v) => v === 'dossier.entendre').length, 1)
})

test('two colleagues hear two people at the same time: both talks are there', async () => {
  const deux = await Promise.all([
    noter({ faits: 'Vu par Claire.' }),
    noter({ faits: 'Vu par Hugo.', mene: m.agents.coordoTilleuls }, 'coordoTilleuls', 'temoin', d.temoin),
  ])
  assert.deepEqual(
    deux.map((r) => r.status),
    [303, 303],
  )
  const vue = await page()
  assert.match(vue, /Vu par Claire/)
  assert.match(vue, /Vu par Hugo/)
})

test('it could not be held: the reason is written, and counts as having tried', async () => {
  const chemin = `/dossiers/${d.numero}/entretiens/avec/${d.cible}/cible/impossible`
  const champs = { id: uuidv7(), role: 'cible', raison: 'refus', explication: '' }
  assert.equal((await m.envoyer(chemin, champs, 'chefTilleuls')).status, 422)
  assert.equal(
    (
      await m.envoyer(
        chemin,
        { ...champs, explication: 'Elle préfère écrire. Elle garde le numéro de l’infirmière.' },
        'chefTilleuls',
      )
    ).status,
    303,
  )
  assert.equal((await faits()).at(-1)!.detail.issue, 'impossible')
  assert.match(await page(), /Elle préfère écrire/)
})

test('before anybody took the situation in charge, a talk is refused with its sentence', async () => {
  await m.admin(`update confidentiel.dossier set etat = 'recu' where id = $1`, [d.id])
  const r = await noter()
  assert.equal(r.status, 409)
  assert.match(await r.text(), /l’entretien portera votre nom/)
})

test('the guide speaks to a child of an école otherwise than to a collégien, and never asks why', async () => {
  const college = await page(`entretiens/avec/${d.cible}/cible`)
  const g = await ouvrirProtege(m, 'directriceGlycines', 'glycines')
  const ecole = await (await m.lire(`/dossiers/${g.numero}/entretiens/avec/${g.cible}/cible`, 'directriceGlycines')).text()
  assert.match(college, /As-tu gardé quelque chose/)
  assert.doesNotMatch(ecole, /As-tu gardé quelque chose/)
  assert.match(ecole, /à sa hauteur/)
  assert.match(college, /Jamais un enfant, ni un camarade/)
})

test('a talk to come: in « À faire » until it is held', async () => {
  const prevoir = (champs: Record<string, string>, qui: NomAgent = 'chefTilleuls'): Promise<Response> =>
    m.envoyer(`/dossiers/${d.numero}/entretiens/prevus`, champs, qui)
  assert.equal((await prevoir({ personne: d.temoin, prevu_le: '2026-11-12T10:00' }, 'chefSaules')).status, 404)
  assert.equal((await prevoir({ personne: uuidv7(), prevu_le: '2026-11-12T10:00' })).status, 422)
  assert.equal((await prevoir({ personne: d.temoin, prevu_le: '2026-11-09T10:00' })).status, 422)
  assert.equal((await prevoir({ personne: d.temoin, prevu_le: '2026-11-12T10:00' })).status, 303)
  assert.match(await page(), /Prévu le 12/)
  await noter({}, 'chefTilleuls', 'temoin', d.temoin)
  assert.deepEqual(await m.admin('select issue from confidentiel.prevu where fil = $1 and objet = $2', [d.id, d.temoin]), [
    { issue: 'fait' },
  ])
})

test('a promised talk goes to a later day with a reason only; earlier, or later the same day, nothing is asked', async () => {
  const prevoir = (quand: string, raison = '', personne = d.temoin): Promise<Response> =>
    m.envoyer(`/dossiers/${d.numero}/entretiens/prevus`, { personne, prevu_le: quand, raison }, 'chefTilleuls')
  const promis = async (): Promise<string[]> =>
    (
      await m.admin<{ le: Date }>(
        `select le from confidentiel.prevu where fil = $1 and nature = 'entretien' and objet = $2 and issue is null`,
        [d.id, d.temoin],
      )
    ).map((p) => p.le.toISOString())
  for (const quand of ['2026-11-12T10:00', '2026-11-12T17:30', '2026-11-11T10:00'])
    assert.equal((await prevoir(quand)).status, 303, quand)
  const refuse = await prevoir('2026-11-13T10:00')
  assert.equal(refuse.status, 422)
  assert.match(await refuse.text(), /promis le\s11 nov\.\s: écrivez pourquoi il est remis/)
  assert.deepEqual(await promis(), ['2026-11-11T09:00:00.000Z'])
  // Somebody else's talk is another promise.
  assert.equal((await prevoir('2026-11-16T10:00', '', d.auteur)).status, 303)
  const remis = await prevoir('2026-11-13T10:00', 'Le témoin est absent jusqu’à jeudi.')
  assert.match(remis.headers.get('location')!, /fait=remis/)
  assert.deepEqual(await promis(), ['2026-11-13T09:00:00.000Z'])
  const dit = (await faits()).filter((f) => f.detail.personne === d.temoin).map(({ detail: { note, ...f } }) => [f, typeof note])
  assert.deepEqual(dit.at(-1), [
    { personne: d.temoin, le: '2026-11-13T09:00:00.000Z', avant: '2026-11-11T09:00:00.000Z' },
    'string',
  ])
  assert.equal(dit.filter(([, note]) => note === 'string').length, 1)
  assert.match(
    await (await m.lire(`/dossiers/${d.numero}`, 'chefTilleuls')).text(),
    /Un entretien promis le 11 nov\., remis au 13 nov\..: la raison est dans les notes/,
  )
  assert.match(await page('notes'), /Le témoin est absent jusqu’à jeudi/)
  // Promised for a day that has passed and not held: later is later.
  clock.set(new Date('2026-11-17T09:00:00+01:00'))
  assert.equal((await prevoir('2026-11-17T14:00')).status, 422)
})

test('until the target is heard, no other talk and no grid puts that day off', async () => {
  const attendue = (await etat()).echeance.toISOString()
  assert.equal((await noter({}, 'chefTilleuls', 'temoin', d.temoin)).status, 303)
  assert.deepEqual([(await etat()).etat, (await etat()).echeance.toISOString()], ['evaluation', attendue])
  assert.equal((await noter({}, 'chefTilleuls', 'auteur_presume', d.auteur)).status, 303)
  assert.equal((await etat()).echeance.toISOString(), attendue)
  clock.set(new Date('2026-11-13T09:00:00+01:00'))
  assert.equal((await noter({ quand: '2026-11-13T08:30' })).status, 303)
  assert.equal((await etat()).echeance.toISOString(), '2026-11-20T17:00:00.000Z')
})
