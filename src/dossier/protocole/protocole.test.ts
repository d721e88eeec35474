import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Moi } from '#acces'
import { PROTOCOLE_2024 } from './2024.ts'
import { peut, type Situation } from './peut.ts'
import { ETATS, PREALABLES, type Etat, type Verbe } from './protocole.ts'

const moi = (role: string, lieu: Partial<Moi['mandats'][number]> = {}): Moi => ({
  acad: '16',
  agent: 'a',
  prenom: '',
  nom: '',
  mail: '',
  finitLe: new Date(0),
  inactiveLe: new Date(0),
  mandats: [{ id: 'm', role, dept: null, circo: null, etab: null, type: null, lieu: null, du: new Date(0), au: null, ...lieu }],
})
const chef = moi('chef', { etab: '0319001B' })
const situation = (etat: Etat, ...acquis: (keyof typeof PREALABLES)[]): Situation => ({
  protocole: '2024',
  etat,
  niveau: 'etablissement',
  etab: '0319001B',
  circo: null,
  dept: '031',
  acquis: new Set(acquis),
})
const permis = (qui: Moi, s: Situation): Verbe[] =>
  (Object.keys(PROTOCOLE_2024.refus) as Verbe[]).filter((v) => peut(qui, v, s).regle !== null)

const tenue: Verbe[] = ['inscrire_personne', 'changer_role', 'resumer', 'confier', 'rattacher']
const attendus: [Etat, Verbe[]][] = [
  ['recu', ['prendre', ...tenue]],
  ['pris_en_charge', ['proteger', ...tenue]],
  ['protege', ['proteger', 'lever', ...tenue, 'reporter']],
]
for (const [etat, verbes] of attendus)
  test(`${ETATS[etat].libelle}: exactly these acts`, () => assert.deepEqual(permis(chef, situation(etat, 'cible')), verbes))

test('no measure before somebody to protect is written, and the sentence says what is missing', () => {
  const r = peut(chef, 'proteger', situation('pris_en_charge'))
  assert.equal(r.refus, PREALABLES.cible)
})

test('roles that read situations act; another school, a grant, the DPO do not', () => {
  const roles = [
    moi('referent_departemental', { dept: '031' }),
    moi('responsable_academique'),
    moi('coordonnateur', { etab: '0319001B' }),
  ]
  for (const qui of roles) assert.notEqual(peut(qui, 'prendre', situation('recu')).regle, null)
  const autres = [
    moi('chef', { etab: '0319002C' }),
    moi('equipe', { etab: '0319001B' }),
    moi('dpo'),
    moi('referent_departemental', { dept: '081' }),
  ]
  for (const qui of autres) assert.deepEqual(permis(qui, situation('recu', 'cible')), [])
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

test('the first stage goes forward only', () => {
  const ordre = Object.keys(ETATS)
  for (const [etat, verbes] of Object.entries(PROTOCOLE_2024.regles))
    for (const r of Object.values(verbes)) assert.ok(ordre.indexOf(r.vers) >= ordre.indexOf(etat))
})
