import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { clock, uuidv7 } from '#platform'
import { engagement } from '../../../tests/support/pistes.ts'
import { ecrireFait, envoyerDossier, mener, ouvrirProtege, type Ouvert } from '../../../tests/support/dossiers.ts'
import { nouveauMonde, type Monde, type NomAgent } from '../../../tests/support/monde.ts'
import { divergent, regards } from './comparer.ts'
import type { Evaluation } from './evaluation.ts'
import { Grilles } from '../grille/versions.ts'
import { criteresDe, GRILLE_2026 } from './grilles.ts'

const MAINTENANT = new Date('2026-11-10T09:00:00+01:00')
let m: Monde
let d: Ouvert
before(async () => void (m = await nouveauMonde(MAINTENANT)))
after(() => m.fermer())
beforeEach(async () => {
  clock.set(MAINTENANT)
  d = await ouvrirProtege(m, 'chefTilleuls')
})

const REPONSES = {
  repetition: 'souvent',
  duree: 'semaines',
  graves: 'non',
  cyber: 'sait_pas',
  desequilibre: 'non',
  groupe: 'suit',
  vulnerabilite: 'oui',
  dignite: 'oui',
  sante: 'signes',
  apprentissage: 'sait_pas',
  evolution: 'debut',
  danger: 'non',
}
test('grave facts: which ones, or it is not sent; they tick what speaks against a shared concern, with where it is written', async () => {
  const r = await evaluer('chefTilleuls', { graves: 'oui' })
  assert.equal(r.status, 422)
  assert.match(await r.text(), /Dites lesquels/)
  assert.equal((await evaluer('chefTilleuls', { graves: 'signes', graves_lesquels: 'toString' })).status, 422)
  assert.equal((await evaluer('chefTilleuls', { graves: 'signes', graves_lesquels: 'extorsion' })).status, 303)
  assert.match(await page(), /Des signes, sans certitude\s: argent ou objets exigés/)
  await mener(m, d, 'evaluation', [
    ['dossier.entendre', { role: 'cible' }],
    ['dossier.qualifier', { qualification: 'harcelement' }],
  ])
  const traitement = await page('chefTilleuls', 'traitement')
  assert.match(traitement, /value="extorsion" checked/)
  assert.match(traitement, /D’après la grille du 10 nov/)
  // Unticked or not, it asks for a reason.
  const piste = { ...engagement(), contre: '' }
  const refus = await envoyerDossier(m, d, 'traitement/pistes', piste, 'chefTilleuls')
  assert.equal(refus.status, 422)
  assert.match(await refus.text(), /argent ou objets exigés/)
  const malgre = { ...piste, malgre: 'Deux goûters, rendus ; l’élève veut que cela s’arrête sans punition.' }
  assert.equal((await envoyerDossier(m, d, 'traitement/pistes', malgre, 'chefTilleuls')).status, 303)
})

test('a suicidal risk said in a grid puts the dossier first, like one that was heard', async () => {
  assert.match(
    (await evaluer('chefTilleuls', { graves: 'oui', graves_lesquels: 'suicide' })).headers.get('location')!,
    /fait=danger/,
  )
  const [vu] = await m.admin<{ urgences: string[] }>('select urgences from confidentiel.dossier where id = $1', [d.id])
  assert.deepEqual(vu!.urgences, ['suicide'])
})

const evaluer = (qui: NomAgent, champs: Record<string, string> = {}): Promise<Response> =>
  m.envoyer(`/dossiers/${d.numero}/evaluation/grille`, { id: uuidv7(), ...REPONSES, ...champs }, qui)
const qualifier = (qui: NomAgent, champs: Record<string, string> = {}): Promise<Response> =>
  envoyerDossier(
    m,
    d,
    'evaluation/qualification',
    { id: uuidv7(), qualification: 'harcelement', raison: 'Répété, à plusieurs.', ...champs },
    qui,
  )
const page = async (qui: NomAgent = 'chefTilleuls', chemin = 'evaluation'): Promise<string> =>
  (await m.lire(`/dossiers/${d.numero}/${chemin}`, qui)).text()
const faits = (verbe: string): Promise<{ detail: Record<string, unknown> }[]> =>
  m.admin('select detail from confidentiel.fait where fil = $1 and verbe = $2 order by rang', [d.id, verbe])

test('every answer is one of few words, « je ne sais pas » among them, and nothing of the grid can be added up', () => {
  const criteres = criteresDe(GRILLE_2026)
  assert.deepEqual(Object.keys(criteres).sort(), Object.keys(REPONSES).sort())
  for (const [code, c] of Object.entries(criteres)) {
    assert.equal(Object.keys(c.reponses).at(-1), 'sait_pas', code)
    assert.ok(
      Object.keys(c.reponses).every((r) => !/\d/.test(r)),
      code,
    )
  }
  assert.throws(() => new Grilles([], '2026-11-10').de('2019'), /no grid 2019/)
})

test('two adults answer each on their own; side by side, their differences are said in words, and no figure sums them up', async () => {
  assert.equal((await evaluer('chefTilleuls', { repetition_base: '« tous les midis »' })).status, 303)
  const seul = await page('coordoTilleuls', 'evaluation/grille')
  assert.doesNotMatch(seul, /tous les midis/, 'the others’ answers are out of sight while one answers')
  assert.equal((await evaluer('coordoTilleuls', { repetition: 'une_fois' })).status, 303)
  const vue = await page()
  assert.match(vue, /tous les midis/)
  assert.equal(vue.match(/Avis différents/g)?.length, 1)
  assert.match(vue, /Claire Vidal/)
  assert.match(vue, /Hugo Marsan/)
  assert.doesNotMatch(vue, /score|total|note sur|\d\s?%/i)
  assert.deepEqual(
    (await faits('dossier.evaluer')).map((f) => f.detail.danger),
    [false, false],
  )
  assert.equal(
    (await m.admin<{ etat: string }>('select etat from confidentiel.dossier where id = $1', [d.id]))[0]!.etat,
    'evaluation',
  )
})

test('« je ne sais pas » contradicts nobody; a second grid of the same adult replaces the first one in the comparison', () => {
  const e = (par: string, avis: string, reponses: Record<string, string>): Evaluation =>
    ({ par, avis, prenom: par, nom: '', reponses, bases: {}, grille: '2026-1', le: new Date(0) }) as unknown as Evaluation
  const r = regards([
    e('a', '', { duree: 'jours' }),
    e('b', '', { duree: 'sait_pas' }),
    e('a', 'M. Petit, professeur', { duree: 'mois' }),
    e('a', '', { duree: 'mois' }),
  ])
  assert.deepEqual(
    r.map((x) => [x.qui, x.suite.length]),
    [
      ['a ', 2],
      ['b ', 1],
      ['M. Petit, professeur', 1],
    ],
  )
  assert.equal(divergent(r, 'duree'), false)
  assert.equal(divergent(regards([e('a', '', { duree: 'jours' }), e('b', '', { duree: 'mois' })]), 'duree'), true)
})

test('a blank is no answer: each missing one is named, and what was typed comes back', async () => {
  const r = await evaluer('chefTilleuls', { danger: '', groupe: 'n’importe quoi', sante_base: 'Infirmerie trois fois.' })
  assert.equal(r.status, 422)
  const texte = await r.text()
  assert.equal(texte.match(/Je ne sais pas\s» est une réponse\.<\/a>/g)?.length, 2)
  assert.match(texte, /Infirmerie trois fois/)
})

test('a danger in the grid: due at once, the level above is told; « je ne sais pas » keeps the dossier from closing, without an alarm', async () => {
  await m.admin('delete from machine.courriel')
  assert.match((await evaluer('coordoTilleuls', { danger: 'oui' })).headers.get('location')!, /fait=danger/)
  const [e] = await m.admin<{ urgences: string[]; echeance: Date }>(
    'select urgences, echeance from confidentiel.dossier where id = $1',
    [d.id],
  )
  assert.deepEqual([e!.urgences, e!.echeance.toISOString()], [['danger_immediat'], '2026-11-10T08:30:00.000Z'])
  assert.deepEqual(await m.admin('select modele, niveau, agent from machine.courriel order by niveau nulls last'), [
    { modele: 'urgent', niveau: 'circonscription', agent: null },
    { modele: 'urgent', niveau: null, agent: m.agents.chefTilleuls },
  ])
  await m.admin('delete from machine.courriel')
  await evaluer('coordoTilleuls', { danger: 'sait_pas' })
  assert.deepEqual(
    (await faits('dossier.evaluer')).map((f) => f.detail.danger),
    [true, true],
  )
  assert.equal((await m.admin('select from machine.courriel')).length, 0)
})

test('named by those who decide, with a reason, after the target was heard and a grid filled; the family’s words stay beside', async () => {
  assert.match(await (await qualifier('chefTilleuls')).text(), /Entendez d’abord l’élève visé/)
  await ecrireFait(m, d.id, 'dossier.entendre', { entretien: uuidv7(), role: 'cible', personne: d.cible })
  assert.match(await (await qualifier('chefTilleuls')).text(), /Remplissez d’abord la grille/)
  await evaluer('chefTilleuls')
  assert.equal((await qualifier('chefTilleuls', { raison: '' })).status, 422)
  assert.equal((await qualifier('chefTilleuls', { qualification: 'grave' })).status, 422)
  assert.match(await (await qualifier('coordoTilleuls')).text(), /Cet acte revient à la direction/)
  assert.equal((await qualifier('chefTilleuls', { mots_famille: '« On la détruit. »' })).status, 303)
  const vue = await page()
  assert.match(vue, /On la détruit/)
  assert.match(vue, /Répété, à plusieurs/)
  assert.deepEqual(
    (await faits('dossier.qualifier')).map((f) => f.detail.qualification),
    ['harcelement'],
  )
  // Named otherwise later: the first one stays readable.
  await qualifier('chefTilleuls', { qualification: 'conflit', raison: 'À force égale, après coup.' })
  const apres = await page()
  assert.match(apres, /À force égale, après coup/)
  assert.match(apres, /Répété, à plusieurs/)
})

test('somebody answered a grid meanwhile: the qualification waits until it is read', async () => {
  await ecrireFait(m, d.id, 'dossier.entendre', { entretien: uuidv7(), role: 'cible', personne: d.cible })
  await evaluer('chefTilleuls')
  const [{ version }] = (await m.admin<{ version: number }>('select version from confidentiel.dossier where id = $1', [
    d.id,
  ])) as [{ version: number }]
  await evaluer('coordoTilleuls', { repetition: 'une_fois' })
  const r = await qualifier('chefTilleuls', { version: String(version) })
  assert.equal(r.status, 409)
  assert.match(await r.text(), /Grille d’évaluation remplie/)
})

test('unknown to whoever does not see the dossier; sent twice it is one', async () => {
  for (const qui of ['chefSaules', 'equipeTilleuls', 'dpo'] as const) {
    for (const chemin of ['evaluation', 'evaluation/grille'])
      assert.equal((await m.lire(`/dossiers/${d.numero}/${chemin}`, qui)).status, 404)
    assert.equal((await evaluer(qui)).status, 404)
    assert.equal((await qualifier(qui)).status, 404)
  }
  const id = uuidv7()
  await Promise.all([evaluer('chefTilleuls', { id }), evaluer('chefTilleuls', { id })])
  assert.equal((await faits('dossier.evaluer')).length, 1)
})
