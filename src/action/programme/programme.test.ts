import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { clock, JOUR, ouvrirTransport, plus, uuidv7 } from '#platform'
import { demarrerFacteur, type Facteur } from '../../../tests/fautes/facteur.ts'
import { ECOLES, NOMS_AGENTS, nouveauMonde, type Ecole, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { annoncerRelectures } from '../../travaux/actions.ts'
import { viderCourriels } from '../../travaux/courriels/vider.ts'
import { minutesDe } from './heures.ts'
import { taire } from './petits.ts'

let m: Monde
let facteur: Facteur
before(async () => {
  facteur = await demarrerFacteur()
  m = await nouveauMonde()
  m.maison.config.smtpUrl = facteur.url
})
after(async () => {
  await facteur.arreter()
  await m.fermer()
})
beforeEach(async () => {
  for (const t of ['prevention.action_pas', 'prevention.action', 'prevention.programme', 'machine.courriel'])
    await m.admin(`delete from ${t}`)
})

const SEANCE = {
  type: 'seance',
  publics: 'collegiens',
  titre: 'Une heure',
  texte: 'On en parle.',
  du: '2026-11-05',
  suite: 'proposer',
}
async function seance(ecole: Ecole, qui: NomAgent, champs: Record<string, string | string[]>): Promise<void> {
  const r = await m.envoyer('/actions/nouvelle', { id: uuidv7(), etab: ECOLES[ecole].etab, ...SEANCE, ...champs }, qui)
  assert.equal(r.status, 303, await r.text())
}
const declarer = (ecole: Ecole, qui: NomAgent, champs: Record<string, string>): Promise<Response> =>
  m.envoyer('/actions/programme', { etab: ECOLES[ecole].etab, annee: '2026', version: '', ...champs }, qui)
const mots = async (r: Response): Promise<string> =>
  (await r.text())
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const lire = async (chemin: string, qui: NomAgent): Promise<string> => mots(await m.lire(chemin, qui))
test('half of a level makes half of the time; without the numbers, the whole; a class that was not there had nothing', () => {
  const s = [
    { niveaux: ['6e'], duree: 120, atteints: { '6e': 60 }, au: '' },
    { niveaux: ['6e', '5e'], duree: 50, atteints: {}, au: '' },
  ]
  assert.equal(minutesDe(s, '6e', 120), 110)
  assert.equal(minutesDe(s, '6e', undefined), 170)
  assert.equal(minutesDe(s, '6e', 30), 170)
  assert.equal(minutesDe(s, '5e', 90), 50)
  assert.equal(minutesDe(s, '4e', 90), 0)
})

test('a school reads, level by level, what is done, what is planned and what lacks; drafts, what was sent back and other years do not count', async () => {
  assert.equal((await declarer('tilleuls', 'chefTilleuls', { eleves_6e: '100', eleves_5e: '100' })).status, 303)
  await seance('tilleuls', 'chefTilleuls', { niveaux: ['6e', '5e'], duree: '390', atteints_6e: '50' })
  await seance('tilleuls', 'coordoTilleuls', { niveaux: ['5e'], duree: '240', du: '2027-01-12' })
  await seance('tilleuls', 'chefTilleuls', { niveaux: ['6e'], duree: '600', suite: 'brouillon' })
  await seance('tilleuls', 'chefTilleuls', { niveaux: ['6e'], duree: '600', du: '2026-05-05' })
  await seance('saules', 'chefSaules', { niveaux: ['6e'], duree: '600' })
  const page = await lire('/actions/programme', 'coordoTilleuls')
  assert.match(page, /6e 3 h 15 0 min Il manque 6 h 45/)
  assert.match(page, /5e 6 h 30 4 h Prévu/)
  assert.match(page, /4e 0 min 0 min Il manque 10 h/)
  assert.match(await lire('/actions/programme?annee=2025', 'chefTilleuls'), /6e 10 h 0 min Fait/)
})

test('the département counts schools; a figure leads to its schools and to those that are not in it; the charter binds two years', async () => {
  const v = { ambassadeurs: '12', parents: '2', charte_le: '2024-11-11' }
  assert.equal((await declarer('tilleuls', 'chefTilleuls', v)).status, 303)
  assert.equal((await declarer('saules', 'chefSaules', { ambassadeurs: '9', charte_le: '2024-11-10' })).status, 303)
  await seance('saules', 'chefSaules', { niveaux: ['6e', '5e', '4e', '3e'], duree: '600' })
  const page = await lire('/actions/couverture', 'referent31')
  assert.match(page, /Haute-Garonne 2 1 \(50 %\) 1 \(50 %\) 1 \(50 %\) 1 \(50 %\) 1 \(50 %\)/)
  for (const tu of ['Tilleuls', 'Saules', 'Tarn ']) assert.ok(!page.includes(tu), tu)
  assert.match(await lire('/actions/couverture', 'referenteAcademique'), /Ensemble 3 1 \(33 %\)/)
  const brut = await (await m.lire('/actions/couverture', 'referent31')).text()
  const chartes = [...brut.matchAll(/href="([^"]+quoi=chartes)"/g)].map((x) => x[1]!.replaceAll('&amp;', '&'))
  assert.deepEqual(chartes, [
    '/actions/couverture/ecoles?annee=2026&type=ecole&dept=031&quoi=chartes',
    '/actions/couverture/ecoles?annee=2026&type=college&dept=031&quoi=chartes',
  ])
  const avec = await lire(chartes[1]!, 'referent31')
  assert.match(avec, /C’est fait \(1\) · Pas encore \(1\)/)
  assert.match(avec, /Collège Les Tilleuls Valbrune – 11 novembre 2026 12 2/)
  assert.doesNotMatch(avec, /Saules/)
  const sans = await lire(`${chartes[1]}&reste=oui`, 'referent31')
  assert.match(sans, /Collège Les Saules Montclar-le-Vieux 10 h à tous les niveaux 10 novembre 2026 9 –/)
  assert.doesNotMatch(sans, /Tilleuls/)
  const partout = await lire('/actions/couverture/ecoles?type=college&quoi=parents&reste=oui', 'responsableAcademique')
  assert.deepEqual(partout.match(/Collège Les \w+/g), ['Collège Les Pruniers', 'Collège Les Saules'])
})

test('which schools: those who help them, each in their territory; whoever publishes reads how many, small numbers hidden; nobody else', async () => {
  await declarer('tilleuls', 'chefTilleuls', { charte_le: '2025-11-11' })
  const vus = async (qui: NomAgent, dept: string): Promise<string[] | number> => {
    const r = await m.lire(`/actions/couverture/ecoles?type=college&quoi=chartes&reste=oui&dept=${dept}`, qui)
    return r.status === 200 ? [...new Set((await mots(r)).match(/Les (Tilleuls|Saules|Pruniers)/g))].sort() : r.status
  }
  const attendus: Partial<Record<NomAgent, [string[] | number, string[] | number]>> = {
    referent31: [['Les Saules'], 404],
    responsable31: [['Les Saules'], 404],
    referent81: [404, ['Les Pruniers']],
    referenteAcademique: [['Les Saules'], ['Les Pruniers']],
    responsableAcademique: [['Les Saules'], ['Les Pruniers']],
  }
  for (const qui of NOMS_AGENTS)
    assert.deepEqual([await vus(qui, '031'), await vus(qui, '081')], attendus[qui] ?? [404, 404], qui)
  assert.match(await lire('/actions/couverture/ecoles?type=ecole&quoi=heures&reste=oui&dept=031', 'ien31'), /Les Glycines/)
  for (const faux of ['type=x&quoi=chartes', 'type=college&quoi=constructor', 'type=ecole&quoi=ambassadeurs', ''])
    assert.equal((await m.lire(`/actions/couverture/ecoles?${faux}`, 'responsableAcademique')).status, 404, faux)
  const comptee = await m.lire('/actions/couverture', 'communication')
  const texte = await comptee.clone().text()
  assert.doesNotMatch(texte, /couverture\/ecoles/)
  assert.match(await mots(comptee), /Haute-Garonne 2 caché caché caché caché caché/)
})

test('a hidden number is not given back by the sum, whatever the numbers', () => {
  assert.deepEqual(
    taire([
      { n: 3, sur: 40 },
      { n: 20, sur: 40 },
    ]),
    { lignes: [null, 20], somme: null },
  )
  assert.deepEqual(
    taire([
      { n: 3, sur: 40 },
      { n: 38, sur: 40 },
      { n: 20, sur: 40 },
    ]),
    { lignes: [null, null, 20], somme: 61 },
  )
  assert.deepEqual(
    taire([
      { n: 0, sur: 40 },
      { n: 40, sur: 40 },
    ]),
    { lignes: [0, 40], somme: 40 },
  )
  assert.deepEqual(
    taire([
      { n: 0, sur: 0 },
      { n: 1, sur: 1 },
    ]),
    { lignes: [0, null], somme: null },
  )
  const ligne = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ n: Math.min(a, b), sur: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.array(ligne, { maxLength: 8 }), (lignes) => {
      const t = taire(lignes)
      const tues = lignes.filter((_, i) => t.lignes[i] === null)
      for (const [i, l] of lignes.entries())
        if (t.lignes[i] !== null) assert.ok([0, l.sur].includes(l.n) || (l.n >= 5 && l.sur - l.n >= 5))
      // What the sum gives back is never one school group alone, nor a handful.
      if (t.somme !== null && tues.length > 0) {
        const reste = t.somme - lignes.reduce((s, l, i) => s + (t.lignes[i] === null ? 0 : l.n), 0)
        assert.ok(tues.length > 1 && (reste === 0 || reste >= 5))
      }
    }),
  )
})

test('who may: the school for itself, those above read; nobody else finds anything', async () => {
  const declarent: NomAgent[] = ['chefTilleuls', 'coordoTilleuls', 'chefSaules', 'directriceGlycines', 'chefPruniers']
  const suivent: NomAgent[] = [
    'ien31',
    'referent31',
    'responsable31',
    'ien81',
    'referent81',
    'referenteAcademique',
    'responsableAcademique',
    'communication',
  ]
  for (const qui of NOMS_AGENTS) {
    assert.equal((await m.lire('/actions/programme', qui)).status, declarent.includes(qui) ? 200 : 404, qui)
    assert.equal((await m.lire('/actions/couverture', qui)).status, suivent.includes(qui) ? 200 : 404, qui)
    const attendu = qui === 'chefPruniers' ? 303 : 404
    assert.equal((await declarer('pruniers', qui, { parents: '1' })).status, attendu, qui)
  }
})

test('refused with its sentence, nothing typed lost; two colleagues at once, one is told', async () => {
  const faux = await declarer('tilleuls', 'chefTilleuls', { ambassadeurs: 'Léa', eleves_6e: '-3', charte_le: '2027-01-01' })
  assert.equal(faux.status, 422)
  const page = await faux.text()
  for (const phrase of ['Aucun nom', 'nombre d’élèves', 'une fois signée', 'value="Léa"']) assert.match(page, new RegExp(phrase))
  const ensemble = await Promise.all([
    declarer('tilleuls', 'chefTilleuls', { ambassadeurs: '10' }),
    declarer('tilleuls', 'coordoTilleuls', { ambassadeurs: '11' }),
  ])
  assert.deepEqual(ensemble.map((r) => r.status).sort(), [303, 409])
  assert.equal((await declarer('tilleuls', 'chefTilleuls', { version: '1', ambassadeurs: '14' })).status, 303)
  assert.equal((await declarer('tilleuls', 'chefTilleuls', { version: '1', ambassadeurs: '15' })).status, 409)
  for (const annee of ['2027', '1999', 'x']) assert.equal((await declarer('tilleuls', 'chefTilleuls', { annee })).status, 404)
})

async function prevenus(): Promise<string[]> {
  facteur.recus.length = 0
  await Promise.all([annoncerRelectures(m.maison), annoncerRelectures(m.maison)])
  const transport = ouvrirTransport(m.maison.config)!
  await viderCourriels(m.maison, transport)
  transport.fermer()
  return facteur.recus.map((r) => r.a.replace('@exemple.fr', '')).sort()
}

test('a school is told before its charter ends, and no more once it has signed again', async () => {
  await declarer('tilleuls', 'chefTilleuls', { charte_le: '2025-01-20' })
  assert.deepEqual(await prevenus(), [])
  m.aller(plus(clock.now(), 20 * JOUR))
  assert.deepEqual(
    await prevenus(),
    ['chefTilleuls', 'coordoTilleuls'].map((x) => x.toLowerCase()),
  )
  assert.deepEqual(await prevenus(), [])
  await declarer('tilleuls', 'chefTilleuls', { version: '1', charte_le: '2026-11-28' })
  m.aller(plus(clock.now(), 40 * JOUR))
  assert.deepEqual(await prevenus(), [])
})
