import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, JOUR, ouvrirTransport, plus, uuidv7 } from '#platform'
import { demarrerFacteur, type Facteur } from '../../../tests/fautes/facteur.ts'
import { ECOLES, NOMS_AGENTS, nouveauMonde, type Ecole, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { viderCourriels } from '../../travaux/courriels/vider.ts'

const OU = '/actions/journees/2026/journee_nationale'
let m: Monde
let facteur: Facteur
before(async () => {
  facteur = await demarrerFacteur()
  m = await nouveauMonde()
  m.maison.config.smtpUrl = facteur.url
  const journee = {
    code: 'journee_nationale',
    annee: '2026',
    jour: '2026-11-12',
    introduction: 'Un jour.',
    publier: 'oui',
    expo_titre: 'Affiches',
    expo_du: '2026-11-12',
    expo_au: '2026-11-27',
    expo_lieu: 'Hall du rectorat',
  }
  assert.equal((await m.envoyer('/actions/journees/nouvelle', journee, 'communication')).status, 303)
})
after(async () => {
  await facteur.arreter()
  await m.fermer()
})
beforeEach(async () => {
  for (const t of ['prevention.reservation', 'prevention.creneau', 'machine.courriel']) await m.admin(`delete from ${t}`)
})

/** What the screen of a school says of the slot: where it was when the page was made. */
const DEBUT = new Date('2026-11-17T10:30:00+01:00').getTime()
const CRENEAU = { jour: '2026-11-17', heure: '10:30', minutes: '45', places: '30' }
const ouvrir = (champs: Partial<typeof CRENEAU> = {}, qui: NomAgent = 'communication'): Promise<Response> =>
  m.envoyer(`${OU}/visites`, { ...CRENEAU, ...champs }, qui)
async function creneau(champs: Partial<typeof CRENEAU> = {}): Promise<string> {
  assert.equal((await ouvrir(champs)).status, 303)
  return (await m.admin<{ id: string }>('select id from prevention.creneau order by le desc, id desc limit 1'))[0]!.id
}
const reserver = (c: string, ecole: Ecole, qui: NomAgent, champs: Record<string, string> = {}): Promise<Response> =>
  m.envoyer(
    '/actions/visites',
    {
      id: uuidv7(),
      creneau: c.includes('.') ? c : `${c}.${DEBUT}`,
      etab: ECOLES[ecole].etab,
      niveau: '6e',
      eleves: '20',
      ...champs,
    },
    qui,
  )
const mots = async (r: Response): Promise<string> =>
  (await r.text())
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const pris = async (): Promise<number> =>
  (await m.admin<{ n: number }>('select sum(pris)::int as n from prevention.creneau'))[0]!.n
const vivantes = async (): Promise<number> =>
  (
    await m.admin<{ n: number }>('select coalesce(sum(eleves), 0)::int as n from prevention.reservation where annulee_le is null')
  )[0]!.n

test('a class books, the public page says what is left at once, the organisers read who comes, the school gives the places back', async () => {
  const c = await creneau()
  assert.match(
    await mots(await m.lire('/journee-nationale/2026')),
    /Mardi 17 novembre à 10 h 30 \(45 min\) : 30 places libres sur 30/,
  )
  assert.equal((await reserver(c, 'tilleuls', 'chefTilleuls')).status, 303)
  const publique = await mots(await m.lire('/journee-nationale/2026'))
  assert.match(publique, /10 places libres sur 30/)
  assert.doesNotMatch(publique, /Tilleuls/)
  assert.match(await mots(await m.lire(`${OU}/visites`, 'communication')), /Collège Les Tilleuls Valbrune 6e 20/)
  const csv = await (await m.lire(`${OU}/visites.csv`, 'communication')).text()
  assert.match(csv, /2026-11-17.*Collège Les Tilleuls.*6e.*20/)
  const [{ id }] = (await m.admin<{ id: string }>('select id from prevention.reservation')) as [{ id: string }]
  assert.equal((await m.envoyer(`/actions/visites/${id}/annulation`, {}, 'chefSaules')).status, 404)
  assert.equal((await m.envoyer(`/actions/visites/${id}/annulation`, {}, 'coordoTilleuls')).status, 303)
  assert.equal((await m.envoyer(`/actions/visites/${id}/annulation`, {}, 'coordoTilleuls')).status, 404)
  assert.match(await mots(await m.lire('/journee-nationale/2026')), /30 places libres sur 30/)
})

test('never overbooked: many at the same instant, as many as there is room for; a double click books once', async () => {
  const c = await creneau()
  const agents: [Ecole, NomAgent][] = [
    ['tilleuls', 'chefTilleuls'],
    ['tilleuls', 'coordoTilleuls'],
    ['saules', 'chefSaules'],
    ['pruniers', 'chefPruniers'],
  ]
  const issues = await Promise.all(
    [...agents, ...agents].map(([e, qui]) => reserver(c, e, qui, { eleves: '9' }).then((r) => r.status)),
  )
  assert.deepEqual(issues.sort(), [303, 303, 303, 409, 409, 409, 409, 409])
  assert.equal(await pris(), 27)
  assert.equal(await vivantes(), 27)
  const id = uuidv7()
  const deux = await Promise.all([1, 2, 3].map(() => reserver(c, 'saules', 'chefSaules', { id, eleves: '3' })))
  assert.deepEqual(
    deux.map((r) => r.status),
    [303, 303, 303],
  )
  assert.equal(await vivantes(), 30)
  const refus = await reserver(c, 'tilleuls', 'chefTilleuls', { eleves: '1' })
  assert.match(await mots(refus), /pas assez de places/)
})

test('cancelling and booking at once never leaves the counter wrong', async () => {
  const c = await creneau()
  for (let n = 0; n < 6; n++) {
    const id = uuidv7()
    await reserver(c, 'tilleuls', 'chefTilleuls', { id, eleves: '30' })
    await Promise.all([
      m.envoyer(`/actions/visites/${id}/annulation`, {}, 'chefTilleuls'),
      m.envoyer(`${OU}/visites/${id}/annulation`, {}, 'communication'),
      reserver(c, 'saules', 'chefSaules', { eleves: '5' }),
    ])
    assert.equal(await pris(), await vivantes())
  }
})

test('refused with its sentence: another’s school, a class that is not there, a closed or past visit, no number', async () => {
  const c = await creneau()
  for (const [ecole, qui, champs, phrase] of [
    ['saules', 'chefTilleuls', {}, /ne réservez pas pour/],
    ['tilleuls', 'chefTilleuls', { niveau: 'CP' }, /niveau de la classe/],
    ['tilleuls', 'chefTilleuls', { eleves: 'Lina' }, /combien d’élèves/],
    ['tilleuls', 'chefTilleuls', { creneau: 'x' }, /le moment/],
    ['tilleuls', 'chefTilleuls', { creneau: c }, /le moment/],
    ['tilleuls', 'chefTilleuls', { creneau: `${uuidv7()}.${DEBUT}` }, /ne se réserve plus/],
    ['tilleuls', 'chefTilleuls', { creneau: `${c}.${DEBUT + 60_000}` }, /vient de changer/],
  ] as const) {
    const r = await reserver(c, ecole, qui, champs)
    assert.ok(r.status >= 400, String(phrase))
    assert.match(await mots(r), phrase)
  }
  await m.envoyer(`${OU}/visites/${c}/fermeture`, { ferme: 'oui' }, 'communication')
  assert.match(await mots(await reserver(c, 'tilleuls', 'chefTilleuls')), /ne se réserve plus/)
  assert.equal(await vivantes(), 0)
})

test('a slot lies within the exhibition, in the future, once', async () => {
  for (const [champs, phrase] of [
    [{ jour: '2026-12-01' }, /pas ouverte ce jour/],
    [{ jour: '2026-11-01' }, /pas ouverte ce jour/],
    [{ heure: 'midi' }, /10:30/],
    [{ places: '0' }, /de 1 à 1 000/],
    [{ minutes: '5' }, /10 minutes/],
  ] as const) {
    const r = await ouvrir(champs)
    assert.equal(r.status, 422)
    assert.match(await mots(r), phrase)
  }
  await creneau()
  assert.equal((await ouvrir()).status, 409)
})

test('the organisers cancel: the school is written to, and the mail names nobody', async () => {
  const c = await creneau()
  await reserver(c, 'tilleuls', 'chefTilleuls')
  const [{ id }] = (await m.admin<{ id: string }>('select id from prevention.reservation')) as [{ id: string }]
  assert.equal((await m.envoyer(`${OU}/visites/${id}/annulation`, {}, 'communication')).status, 303)
  facteur.recus.length = 0
  const transport = ouvrirTransport(m.maison.config)!
  await viderCourriels(m.maison, transport)
  transport.fermer()
  assert.deepEqual(facteur.recus.map((r) => r.a).sort(), ['cheftilleuls@exemple.fr', 'coordotilleuls@exemple.fr'])
  assert.ok(!JSON.stringify(facteur.recus).includes('Tilleuls,'))
})

const deplacer = (c: string, champs: Record<string, string> = {}, qui: NomAgent = 'communication'): Promise<Response> =>
  m.envoyer(`${OU}/visites/${c}/deplacement`, { de: String(DEBUT), jour: '2026-11-18', heure: '14:00', ...champs }, qui)
const APRES = new Date('2026-11-18T14:00:00+01:00').getTime()
async function recus(): Promise<{ a: string; texte: string }[]> {
  facteur.recus.length = 0
  const transport = ouvrirTransport(m.maison.config)!
  await viderCourriels(m.maison, transport)
  transport.fermer()
  return facteur.recus.map((r) => ({ a: r.a, texte: JSON.stringify(r) }))
}

test('a slot moves: those who booked it are written to without a word of it, read what it was, keep it or give it up', async () => {
  const c = await creneau()
  await reserver(c, 'tilleuls', 'chefTilleuls')
  await reserver(c, 'saules', 'chefSaules', { eleves: '10' })
  assert.match(await mots(await m.lire(`${OU}/visites/${c}/deplacement`, 'communication')), /2 établissements l’ont réservé/)
  assert.equal((await deplacer(c)).status, 303)
  const courriels = await recus()
  assert.deepEqual(courriels.map((x) => x.a).sort(), [
    'chefsaules@exemple.fr',
    'cheftilleuls@exemple.fr',
    'coordotilleuls@exemple.fr',
  ])
  for (const { texte } of courriels) assert.doesNotMatch(texte, /Tilleuls,|Saules|novembre|14 ?h|20 élèves/)
  assert.match(await mots(await m.lire('/journee-nationale/2026')), /Mercredi 18 novembre à 14 h \(45 min\) : complet/)
  const chez = await mots(await m.lire('/actions/visites', 'coordoTilleuls'))
  assert.match(chez, /Mercredi 18 novembre à 14 h \(45 min\).*Le moment a changé. Vous aviez choisi mardi 17 novembre à 10 h 30/)
  assert.match(
    await mots(await m.lire(`${OU}/visites`, 'communication')),
    /Pas encore accepté Collège Les Saules.*Pas encore accepté Collège Les Tilleuls/,
  )
  const lesDeux = await m.admin<{ id: string; etab: string }>('select id, etab from prevention.reservation')
  const sienne = (e: Ecole): string => lesDeux.find((r) => r.etab === ECOLES[e].etab)!.id
  const garder = (id: string, qui: NomAgent, debut = APRES): Promise<Response> =>
    m.envoyer(`/actions/visites/${id}/acceptation`, { debut: String(debut) }, qui)
  for (const qui of ['chefSaules', 'communication', 'referent31'] as const)
    assert.equal((await garder(sienne('tilleuls'), qui)).status, 404, qui)
  // Twice is once.
  assert.deepEqual(
    (await Promise.all([1, 2].map(() => garder(sienne('tilleuls'), 'chefTilleuls')))).map((r) => r.status),
    [303, 303],
  )
  assert.doesNotMatch(await mots(await m.lire('/actions/visites', 'chefTilleuls')), /Le moment a changé/)
  const csv = await (await m.lire(`${OU}/visites.csv`, 'communication')).text()
  assert.match(csv, /Les Saules.*pas encore/)
  assert.match(csv, /Les Tilleuls.*oui/)
  assert.equal((await m.envoyer(`/actions/visites/${sienne('saules')}/annulation`, {}, 'chefSaules')).status, 303)
  assert.equal(await pris(), 20)
  assert.deepEqual(await recus(), [])
})

test('moved back to where it was, nobody has anything to accept; moved again, what was kept is asked again', async () => {
  const c = await creneau()
  await reserver(c, 'tilleuls', 'chefTilleuls')
  await deplacer(c)
  await deplacer(c, { de: String(APRES), jour: '2026-11-17', heure: '10:30' })
  assert.doesNotMatch(await mots(await m.lire('/actions/visites', 'chefTilleuls')), /Le moment a changé/)
  await deplacer(c)
  const [{ id }] = (await m.admin<{ id: string }>('select id from prevention.reservation')) as [{ id: string }]
  const tard = await m.envoyer(`/actions/visites/${id}/acceptation`, { debut: String(DEBUT) }, 'chefTilleuls')
  assert.equal(tard.status, 409)
  assert.match(await mots(tard), /vient encore de changer/)
  assert.match(await mots(await m.lire('/actions/visites', 'chefTilleuls')), /Le moment a changé/)
})

test('a slot is not moved: onto another, outside the exhibition, into the past, once begun, twice at once, by whoever does not organise', async () => {
  const c = await creneau()
  await creneau({ jour: '2026-11-18', heure: '14:00' })
  for (const [champs, statut, phrase] of [
    [{}, 409, /commence déjà/],
    [{ jour: '2026-12-01' }, 422, /pas ouverte ce jour/],
    [{ jour: '', heure: '9:00' }, 422, /Donnez le jour/],
    [{ heure: 'midi' }, 422, /10:30/],
    [{ de: '' }, 409, /vient d’être déplacé/],
  ] as const) {
    const r = await deplacer(c, champs)
    assert.equal(r.status, statut, String(phrase))
    assert.match(await mots(r), phrase)
  }
  const ensemble = await Promise.all(['15:00', '16:00'].map((heure) => deplacer(c, { heure })))
  assert.deepEqual(ensemble.map((r) => r.status).sort(), [303, 409])
  for (const qui of NOMS_AGENTS)
    if (qui !== 'communication') {
      assert.equal((await deplacer(c, {}, qui)).status, 404, qui)
      assert.equal((await m.lire(`${OU}/visites/${c}/deplacement`, qui)).status, 404, qui)
    }
  assert.equal((await deplacer(uuidv7())).status, 404)
  m.aller(new Date('2026-11-19T08:00:00+01:00'))
  assert.equal((await deplacer(c, { jour: '2026-11-20' })).status, 404)
  m.aller(new Date('2026-11-10T09:00:00+01:00'))
})

test('a class that chose a moment is never booked at another: the slot moved while it was choosing', async () => {
  for (let n = 0; n < 4; n++) {
    await m.admin('delete from prevention.reservation')
    await m.admin('delete from prevention.creneau')
    const c = await creneau()
    await Promise.all([
      deplacer(c),
      reserver(c, 'tilleuls', 'chefTilleuls'),
      reserver(c, 'saules', 'chefSaules', { eleves: '9' }),
    ])
    const faites = await m.admin<{ pour: Date }>('select pour from prevention.reservation')
    for (const { pour } of faites) assert.equal(pour.getTime(), DEBUT)
    assert.equal(await pris(), await vivantes())
  }
})

test('who may: schools book, those who publish organise, nobody else finds anything; past, it shows no more', async () => {
  const c = await creneau()
  for (const qui of NOMS_AGENTS) {
    const ecole = ['chefTilleuls', 'coordoTilleuls', 'chefSaules', 'directriceGlycines', 'chefPruniers'].includes(qui)
    assert.equal((await m.lire('/actions/visites', qui)).status, ecole ? 200 : 404, qui)
    if (!ecole) assert.equal((await reserver(c, 'tilleuls', qui)).status, 404, qui)
    const organise = qui === 'communication'
    for (const suite of ['/visites', '/visites.csv'])
      assert.equal((await m.lire(`${OU}${suite}`, qui)).status, organise ? 200 : 404, qui)
    if (!organise) {
      assert.equal((await ouvrir({ heure: '14:00' }, qui)).status, 404, qui)
      assert.equal((await m.envoyer(`${OU}/visites/${c}/fermeture`, { ferme: 'oui' }, qui)).status, 404, qui)
    }
  }
  m.aller(plus(clock.now(), 8 * JOUR))
  assert.doesNotMatch(await mots(await m.lire('/actions/visites', 'chefTilleuls')), /10 h 30/)
  assert.match(await mots(await reserver(c, 'tilleuls', 'chefTilleuls')), /ne se réserve plus/)
})
