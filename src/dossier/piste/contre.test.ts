import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONTRE, contreDe, retenus, sourcesDe, type Contre, type Lu } from './contre.ts'
import { methodesPour } from './methodes.ts'

const le = new Date('2026-11-09T10:00:00+01:00')
const vide: Lu = { urgences: [], quoi: [], roles: [], enCours: [], qualification: null, grilles: [] }

test('what the dossier says is ticked, each reason from where it is written', () => {
  const cas: [Partial<Lu>, Contre[]][] = [
    [{}, []],
    [{ urgences: ['violence_sexuelle'] }, ['violences_sexuelles']],
    [{ urgences: ['arme', 'suicide', 'images_intimes'] }, ['arme', 'images_intimes', 'suicide']],
    [{ urgences: ['danger_immediat', 'mots_de_danger'] }, []],
    [{ urgences: ['adulte_mis_en_cause'] }, ['auteur_adulte']],
    [{ quoi: ['argent'] }, ['extorsion']],
    [
      { quoi: ['gestes', 'images', 'arme', 'envie_mourir', 'mots'] },
      ['violences_sexuelles', 'arme', 'images_intimes', 'suicide'],
    ],
    [{ enCours: ['judiciaire'] }, ['procedure']],
    [{ qualification: 'violences_sexuelles' }, ['violences_sexuelles']],
    [{ qualification: 'adulte' }, ['auteur_adulte']],
    [{ qualification: 'harcelement' }, []],
    [
      {
        grilles: [
          { contre: ['suicide', 'extorsion'], le },
          { contre: [], le },
        ],
      },
      ['extorsion', 'suicide'],
    ],
  ]
  for (const [lu, attendu] of cas) assert.deepEqual(contreDe({ ...vide, ...lu }), attendu, JSON.stringify(lu))
})

test('where it is written is said, each place once', () => {
  const dit = {
    ...vide,
    urgences: ['arme'],
    quoi: ['arme'],
    grilles: [
      { contre: ['arme'], le },
      { contre: ['arme'], le },
    ],
  }
  assert.deepEqual([...sourcesDe(dit)], [['arme', ['une urgence du dossier', 'un signalement', 'la grille du 9 nov.']]])
})

test('an adult of the school among the presumed authors, today; not yesterday, and not a professional who is only there', () => {
  const r = (personne: string, role: string, au: string | null = null) => ({ personne, role, au })
  const dit = (...roles: Lu['roles']) => contreDe({ ...vide, roles }).includes('auteur_adulte')
  assert.deepEqual(
    [
      dit(r('p', 'professionnel'), r('p', 'auteur_presume')),
      dit(r('p', 'professionnel'), r('q', 'auteur_presume')),
      dit(r('p', 'professionnel'), r('p', 'auteur_presume', '2026-11-01')),
    ],
    [true, false, false],
  )
})

test('unticking does not take away what the dossier says; the adult alone may be set aside, when only a report says it', () => {
  const arme = { ...vide, urgences: ['arme'] }
  assert.deepEqual(retenus(arme, []), { contre: ['arme'], ecarte: false })
  assert.deepEqual(retenus(arme, ['haine']), { contre: ['arme', 'haine'], ecarte: false })
  const rapporte = { ...vide, urgences: ['adulte_mis_en_cause'] }
  assert.deepEqual(retenus(rapporte, []), { contre: [], ecarte: true })
  assert.deepEqual(retenus(rapporte, ['auteur_adulte']), { contre: ['auteur_adulte'], ecarte: false })
  const roles = [
    { personne: 'p', role: 'professionnel', au: null },
    { personne: 'p', role: 'auteur_presume', au: null },
  ]
  assert.deepEqual(retenus({ ...rapporte, roles }, []), { contre: ['auteur_adulte'], ecarte: false })
  assert.equal(Object.keys(CONTRE).length, 9)
})

test('école: équipe éducative, no disciplinary track; collège and lycée: the reverse', () => {
  assert.deepEqual(methodesPour('ecole'), ['mpp', 'educative', 'judiciaire', 'farsta', 'no_blame', 'restauratif', 'adulte'])
  for (const type of ['college', 'lycee', 'erea'])
    assert.deepEqual(methodesPour(type), ['mpp', 'disciplinaire', 'judiciaire', 'farsta', 'no_blame', 'restauratif', 'adulte'])
})
