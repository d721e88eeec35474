import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finDite } from './familles.ts'
import { acquis, type Vu } from './prealables.ts'
import { reglagesDe } from './reglages.ts'

const role = { personne: 'lea', role: 'cible', du: '2026-09-01', au: null }
const lien = (responsable: string, o: Partial<Vu['liens'][number]> = {}): Vu['liens'][number] => ({
  enfant: 'lea',
  responsable,
  autorite: true,
  regle: 'libre',
  ...o,
})
const dit = (personne: string | null, o: object = {}) => ({
  verbe: 'dossier.informer_famille',
  detail: { enfant: 'lea', cote: 'cible', sujet: 'fin', issue: 'informe', personne, ...o },
  le: new Date('2026-11-10T09:00:00Z'),
})
const vu = (liens: Vu['liens'], faits: Vu['faits']): Vu => ({
  roles: [role],
  liens,
  faits,
  mesures: [],
  enAttente: [],
  prevus: [],
  reglages: reglagesDe([]),
  jour: '2026-11-10',
})

const CAS: [string, Vu['liens'], Vu['faits'], boolean][] = [
  ['nobody was told', [lien('mere'), lien('pere')], [], false],
  ['one of two', [lien('mere'), lien('pere')], [dit('mere')], false],
  ['both', [lien('mere'), lien('pere')], [dit('mere'), dit('pere')], true],
  ['an attempt is not an information', [lien('mere'), lien('pere')], [dit('mere'), dit('pere', { issue: 'tente' })], false],
  [
    'one told, the other with a reason',
    [lien('mere'), lien('pere')],
    [dit('mere'), dit('pere', { issue: 'renonce', motif: 'introuvable' })],
    true,
  ],
  ['one told, the other must not know', [lien('mere'), lien('pere', { regle: 'ne_doit_pas_savoir' })], [dit('mere')], true],
  ['one told, no second one written, no reason', [lien('mere')], [dit('mere')], false],
  [
    'one told, and written that there is no second one',
    [lien('mere')],
    [dit('mere'), dit(null, { sujet: 'ouverture', issue: 'renonce', motif: 'seul' })],
    true,
  ],
  ['one told, a step-parent is no second holder', [lien('mere'), lien('beau-pere', { autorite: false })], [dit('mere')], false],
  [
    'told of something else than the end',
    [lien('mere'), lien('pere')],
    [dit('mere', { sujet: 'suite' }), dit('pere', { sujet: 'suite' })],
    false,
  ],
  [
    'the end told about another child',
    [lien('mere'), lien('pere')],
    [dit('mere', { enfant: 'tom' }), dit('pere', { enfant: 'tom' })],
    false,
  ],
  [
    'of age, and against it',
    [lien('mere'), lien('pere')],
    [dit(null, { sujet: 'ouverture', issue: 'renonce', motif: 'majeur' })],
    true,
  ],
  ['no guardian known, with the reason', [], [dit(null, { issue: 'renonce', motif: 'introuvable' })], true],
]
for (const [nom, liens, faits, attendu] of CAS)
  test(`the family knows of the end: ${nom}`, () => {
    assert.equal(finDite(vu(liens, faits), 'lea'), attendu)
    assert.equal(acquis(vu(liens, faits)).has('famille_fin'), attendu)
  })

test('two targets: the family of each', () => {
  const v = vu([lien('mere'), lien('pere')], [dit('mere'), dit('pere')])
  assert.equal(acquis({ ...v, roles: [role, { ...role, personne: 'tom' }] }).has('famille_fin'), false)
  assert.equal(acquis({ ...v, roles: [role, { ...role, personne: 'tom', au: '2026-10-01' }] }).has('famille_fin'), true)
})
