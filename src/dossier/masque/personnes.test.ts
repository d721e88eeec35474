import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enClair, masquer, nomsRestants } from './masquer.ts'
import { enInitiales, pourFamille, sansDescriptions, type Connu, type Noms } from './personnes.ts'

const connu = (id: string, nom: string, avant: string[] = []): Connu => ({
  id,
  nom,
  noms: [nom],
  avant,
  precision: '',
  roles: new Set(['cible']),
  adulte: false,
})
const noms = (...connus: Connu[]): Noms => ({ connus, rapportes: [], rapports: [] })
const famille = (texte: string, n: Noms): string => enClair(masquer(texte, { personnes: pourFamille(n, new Set(['lea'])) }))

test('another pupil is hidden by each name that was noted of them, under one letter', () => {
  const n = noms(connu('lea', 'Léa Marchetti'), connu('k', 'Kevyn Roux', ['Kévin Dubois', 'kev_31']))
  assert.equal(
    famille('Kévin l’a dit à Léa, puis Kevyn, dubois et kev_31.', n),
    'Un autre élève (A) l’a dit à Léa, puis un autre élève (A), un autre élève (A) et un autre élève (A).',
  )
})

test('of the child’s own earlier names, a spelling stays and another name is hidden, in small letters too', () => {
  const n = noms(connu('lea', 'Léa Marchetti', ['Lea Marcheti', 'Kévin Marchetti']), connu('k', 'Yanis Roux'))
  assert.equal(famille('Lea Marcheti pleure. Léa dort.', n), 'Lea Marcheti pleure. Léa dort.')
  assert.equal(famille('Léa a peur de kevin et de yanis.', n), 'Léa a peur d’une personne (B) et d’un autre élève (A).')
  assert.equal(famille('La mère de Léa Marchetti appelle.', n), 'La mère de Léa Marchetti appelle.')
})

test('somebody noted by a description is named by none of its words, nor by the name of somebody else that it says', () => {
  const n = sansDescriptions(
    noms(
      connu('lea', 'Apolline Roy'),
      connu('m', 'La mère d’Apolline'),
      connu('c', '« le compte »'),
      connu('d', 'Deux élèves de CM2'),
      connu('f', 'Le grand frère de Mattéo'),
      connu('p', 'Basile Petit'),
    ),
  )
  assert.deepEqual(
    n.connus.map((c) => c.noms),
    [['Apolline Roy'], [], [], [], ['matteo'], ['Basile Petit']],
  )
  const texte = 'Deux élèves de CM2 se moquent d’Apolline sur le compte ; sa mère le dit. Matteo a vu Petit.'
  const dit = enClair(masquer(texte, { personnes: enInitiales(n) }))
  assert.equal(dit, 'Deux élèves de CM2 se moquent d’A. R. sur le compte ; sa mère le dit. M. a vu B. P.')
  assert.deepEqual(nomsRestants(texte, enInitiales(n)), ['Apolline', 'Matteo', 'Petit'])
  // A name typed in small letters is no description.
  assert.deepEqual(sansDescriptions(noms(connu('r', 'rose petit'))).connus[0]!.noms, ['rose petit'])
})

test('by initials: those of today, whichever name the text says', () =>
  assert.equal(
    enClair(masquer('Kévin Dubois a ri.', { personnes: enInitiales(noms(connu('k', 'Thibault Roux', ['Kévin Dubois']))) })),
    'T. R. a ri.',
  ))
