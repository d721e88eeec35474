import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Moi } from '#acces'
import { PROTOCOLE_2024 } from './2024.ts'
import { peut, type Situation } from './peut.ts'
import { acquis, PREALABLES, type Prealable, type Vu } from './prealables.ts'
import { ETATS, FINIS, type Etat, type Verbe } from './protocole.ts'
import { reglagesDe } from './reglages.ts'
import { enAttenteDe } from '../transmission/attente.ts'

const moi = (role: string, lieu: Partial<Moi['mandats'][number]> = {}): Moi => ({
  acad: '16',
  agent: 'a',
  octrois: [],
  prenom: '',
  nom: '',
  mail: '',
  finitLe: new Date(0),
  mandats: [{ id: 'm', role, dept: null, circo: null, etab: null, type: null, lieu: null, du: new Date(0), au: null, ...lieu }],
})
const chef = moi('chef', { etab: '0319001B' })
const situation = (etat: Etat, ...acquis: Prealable[]): Situation => ({
  protocole: '2024',
  etat,
  niveau: 'etablissement',
  etab: '0319001B',
  circo: null,
  dept: '031',
  acquis: new Set(acquis),
  enAttente: [],
})
const permis = (qui: Moi, s: Situation): Verbe[] =>
  (Object.keys(PROTOCOLE_2024.refus) as Verbe[]).filter((v) => peut(qui, v, s).regle !== null)

/** Written by hand from the circular and the field research, never computed from the table under test. */
const tenue: Verbe[] = [
  'rattacher',
  'resumer',
  'inscrire_personne',
  'changer_role',
  'changer_urgence',
  'confier',
  'octroyer',
  'noter',
  'tacher',
  'revoir',
  'sceller',
  'informer_famille',
  'extraire',
  'relire',
  'transmettre',
  'partir',
  'suivre_transmission',
  'proposer',
  'repondre_offre',
  'rappeler_offre',
  'demander_appui',
  'doublonner',
  'transferer',
]
const soin: Verbe[] = [...tenue, 'reporter', 'proteger', 'lever', 'entendre', 'evaluer', 'qualifier']
const fini: Verbe[] = [
  'noter',
  'confier',
  'extraire',
  'relire',
  'suivre_transmission',
  'informer_famille',
  'rattacher',
  'rouvrir',
  'expliquer',
]
const attendus: [Etat, Verbe[]][] = [
  ['recu', [...tenue, 'prendre']],
  ['pris_en_charge', [...tenue, 'proteger', 'entendre']],
  ['protege', soin],
  ['evaluation', [...soin, 'engager_piste', 'surveiller', 'ecarter']],
  ['traitement', [...soin, 'engager_piste', 'composer_equipe', 'preoccuper', 'avancer_piste', 'decider_piste', 'surveiller']],
  ['surveillance', [...soin, 'engager_piste', 'point_suivi', 'clore']],
  ['rouvert', [...tenue, 'prendre']],
  ['clos', fini],
  ['ecarte', fini],
  ['doublon', ['noter', 'dedoubler', 'confier', 'extraire', 'relire', 'suivre_transmission']],
  ['transfere', [...fini, 'partir']],
]
const TOUT = Object.keys(PREALABLES) as Prealable[]
for (const [etat, verbes] of attendus)
  test(`${ETATS[etat].libelle}: exactly these acts, when all that they ask is written`, () =>
    assert.deepEqual(permis(chef, situation(etat, ...TOUT)).sort(), [...verbes].sort()))

test('every act that asks for something is refused with its sentence when exactly that is missing', () => {
  for (const [etat, verbes] of Object.entries(PROTOCOLE_2024.regles))
    for (const [verbe, r] of Object.entries(verbes))
      for (const manque of r.avant ?? []) {
        const s = situation(etat as Etat, ...TOUT.filter((x) => x !== manque))
        assert.equal(peut(moi('responsable_academique'), verbe as Verbe, s).refus, PREALABLES[manque].phrase, `${etat} ${verbe}`)
      }
})

test('no measure before somebody to protect is written, and the sentence says what is missing', () => {
  const r = peut(chef, 'proteger', situation('pris_en_charge'))
  assert.equal(r.refus, PREALABLES.cible.phrase)
})

test('roles that read situations act; another school, a grant, the DPO do not', () => {
  const roles = [
    moi('referent_departemental', { dept: '031' }),
    moi('responsable_academique'),
    moi('coordonnateur', { etab: '0319001B' }),
  ]
  for (const qui of roles) assert.notEqual(peut(qui, 'prendre', situation('recu')).regle, null)
  const autres = [moi('chef', { etab: '0319002C' }), moi('dpo'), moi('referent_departemental', { dept: '081' })]
  for (const qui of autres) assert.deepEqual(permis(qui, situation('recu', 'cible')), [])
})

test('a member of the équipe ressource to whom it was handed hears, notes and tells; the decisions stay with whoever handed it', () => {
  const aides: Verbe[] = ['noter', 'tacher', 'sceller', 'informer_famille', 'demander_appui']
  const equipe = moi('equipe', { etab: '0319001B' })
  assert.deepEqual(permis(equipe, situation('recu', 'cible')).sort(), [...aides].sort())
  assert.deepEqual(
    permis(equipe, situation('traitement', ...TOUT)).sort(),
    [...aides, 'entendre', 'evaluer', 'preoccuper'].sort(),
  )
})

test('every rule leads to a state of the table, names its source, and every state has its row', () => {
  assert.deepEqual(Object.keys(PROTOCOLE_2024.regles), Object.keys(ETATS))
  for (const [etat, verbes] of Object.entries(PROTOCOLE_2024.regles))
    for (const [verbe, r] of Object.entries(verbes)) {
      assert.ok(Object.hasOwn(ETATS, r.vers), `${etat} ${verbe}`)
      assert.notEqual(r.source, '')
      assert.notEqual(r.bouton, '')
    }
})

test('an ended dossier has no due date to give, an open one always moves with one or keeps its own', () => {
  for (const verbes of Object.values(PROTOCOLE_2024.regles))
    for (const r of Object.values(verbes)) if (FINIS.has(r.vers)) assert.equal(r.delai, undefined)
  // Coming back from an end gives one.
  for (const [etat, verbes] of Object.entries(PROTOCOLE_2024.regles))
    for (const [verbe, r] of Object.entries(verbes))
      if (FINIS.has(etat) && !FINIS.has(r.vers)) assert.notEqual(r.delai, undefined, `${etat} ${verbe}`)
})

test('every open state says what it is there for; its acts are in the table', () => {
  for (const [etat, pas] of Object.entries(PROTOCOLE_2024.pas)) {
    assert.equal(pas.length === 0, FINIS.has(etat), etat)
    for (const { verbe } of pas) assert.ok(PROTOCOLE_2024.regles[etat as Etat][verbe], `${etat} ${verbe}`)
  }
})

const vide: Vu = {
  roles: [],
  liens: [],
  faits: [],
  mesures: [],
  enAttente: [],
  prevus: [],
  reglages: reglagesDe([]),
  jour: '2026-11-10',
}
const fait = (verbe: string, detail: object, le = '2026-11-01') => ({ verbe, detail, le: new Date(`${le}T09:00:00Z`) })

test('nothing written, nothing acquired that opens an act', () =>
  assert.deepEqual([...acquis(vide)].sort(), [
    'apres_sanction',
    'changement_suivi',
    'pistes_finies',
    'rien_en_attente',
    'sans_danger',
    'sans_mesure',
    'sans_recidive',
  ]))

test('a sanction keeps the dossier under watch for the time that the académie settled', () => {
  const v = { ...vide, faits: [fait('dossier.decider_piste', { piste: 'p', decision: 'finir', sanction: 'blame' })] }
  assert.equal(acquis(v).has('apres_sanction'), false)
  assert.equal(acquis({ ...v, jour: '2026-11-30' }).has('apres_sanction'), false)
  assert.equal(acquis({ ...v, jour: '2026-12-01' }).has('apres_sanction'), true)
  const court = reglagesDe([{ code: 'delai.surveillance_apres_sanction', valeur: '7', raison: 'r' }])
  assert.equal(acquis({ ...v, reglages: court }).has('apres_sanction'), true)
})

test('a track that is kept is still running; switched or ended, it is not', () => {
  const debut = fait('dossier.engager_piste', { piste: 'p', methode: 'mpp' })
  for (const [decision, finie] of [
    ['garder', false],
    ['changer', true],
    ['finir', true],
  ] as const)
    assert.equal(
      acquis({ ...vide, faits: [debut, fait('dossier.decider_piste', { piste: 'p', decision })] }).has('pistes_finies'),
      finie,
    )
})

test('a setting out of its bounds, or of no choice, is not followed', () => {
  const r = reglagesDe([
    { code: 'delai.prise_en_charge', valeur: '240', raison: 'r' },
    { code: 'variante.traiter_sur_soupcon', valeur: 'peut-être', raison: 'r' },
  ])
  assert.deepEqual([r.delai('prise_en_charge'), r.variante('traiter_sur_soupcon')], [24, 'non'])
})

test('switching is not ending: until another track begins, the dossier does not leave the treatment', () => {
  const debut = fait('dossier.engager_piste', { piste: 'p', methode: 'mpp' })
  const change = fait('dossier.decider_piste', { piste: 'p', decision: 'changer' })
  const suite = fait('dossier.engager_piste', { piste: 'q', methode: 'disciplinaire' })
  const fin = fait('dossier.decider_piste', { piste: 'q', decision: 'finir' })
  const suivi = (...faits: Vu['faits']) => acquis({ ...vide, faits }).has('changement_suivi')
  assert.deepEqual([suivi(debut, change), suivi(debut, change, suite), suivi(debut, change, suite, fin)], [false, true, true])
  // Another one was running already.
  assert.equal(suivi(debut, suite, change), true)
})

test('neither closing nor setting aside while something decided has not left: the sentence names it, and where it stands', () => {
  const ecrit = (verbe: string, detail: object) => ({ verbe, detail, par: 'a' })
  const crip = { transmission: 't', destinataire: 'crip' }
  const soumise = ecrit('dossier.soumettre_transmission', crip)
  const lue = (avis: string) => ecrit('dossier.relire_transmission', { ...crip, avis, quand: 'avant' })
  const attend = (...faits: ReturnType<typeof ecrit>[]) => {
    const enAttente = enAttenteDe(faits)
    const [clore, ecarter] = (['surveillance', 'evaluation'] as const).map((etat, i) => {
      const s = { ...situation(etat, ...TOUT.filter((x) => x !== 'rien_en_attente')), enAttente }
      if (acquis({ ...vide, enAttente }).has('rien_en_attente')) s.acquis = new Set(TOUT)
      return peut(chef, (['clore', 'ecarter'] as const)[i]!, s).refus
    })
    assert.equal(clore, ecarter)
    return clore
  }
  const dit = (etat: string) =>
    `Pas encore parti : Information préoccupante (CRIP) (${etat}). Faites-le partir, ou retirez-le avec une raison.`
  assert.equal(attend(soumise), dit('à relire par une autre personne'))
  assert.equal(attend(soumise, ecrit('dossier.rouvrir', {})), dit('à relire par une autre personne'))
  assert.equal(attend(soumise, lue('accord')), dit('relue, à faire partir'))
  assert.equal(attend(soumise, lue('refus')), dit('à reprendre'))
  // Somebody else decides something else meanwhile: it still waits.
  const autre = ecrit('dossier.transmettre', { transmission: 'u', destinataire: 'procureur', decision: 'oui' })
  assert.equal(attend(soumise, lue('refus'), autre), dit('à reprendre'))
  assert.equal(
    attend(soumise, lue('accord'), ecrit('dossier.transmettre', { ...crip, transmission: 'u', decision: 'oui' })),
    dit('relue, à faire partir'),
  )
  for (const fin of ['transmettre', 'retirer_transmission', 'porter_transmission'])
    assert.equal(attend(soumise, ecrit(`dossier.${fin}`, crip)), null, fin)
  assert.equal(attend(soumise, lue('refus'), ecrit('dossier.transmettre', { ...crip, transmission: 'u', decision: 'non' })), null)
  const recue = { ...crip, etat: 'relue', auteur: 'b' }
  assert.equal(attend(ecrit('dossier.recevoir_transmission', recue)), dit('relue, à faire partir'))
})
