import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { relire, type ARelire, type Regle } from './relecture.ts'

const FEUILLE: ARelire = { titre: 'Parler à un adulte', resume: '', texte: '', falc: false, fichiers: [] }
const IMAGE = { rang: 1, libelle: 'La cour', alternative: 'Trois élèves sous le préau.', type: 'image/jpeg' }
const dites = (a: Partial<ARelire>): [Regle, string, boolean][] =>
  relire({ ...FEUILLE, ...a }).map((r) => [r.regle, r.extrait, r.bloque])
const regles = (texte: string): Regle[] => relire({ ...FEUILLE, texte }).map((r) => r.regle)

test('a plain text has nothing to mend', () => {
  const texte =
    '# Tu vois quelqu’un qu’on embête\n\nTu peux l’aider. Reste près de lui : il n’est plus seul.\n\n## À qui parler\n\n- à tes parents ;\n- au [3018, le numéro pour les élèves](https://e-enfance.org).\n\n![Trois élèves sous le préau](fichier:1)'
  assert.deepEqual(dites({ texte, fichiers: [IMAGE] }), [])
})

test('a sentence that is too long is cut in two, sooner in an easy text', () => {
  const mots = (n: number): string => `${Array.from({ length: n }, () => 'mot').join(' ')}.`
  assert.deepEqual(regles(mots(25)), [])
  assert.deepEqual(regles(mots(26)), ['phrases'])
  assert.deepEqual(
    dites({ texte: mots(16), falc: true }).map(([r]) => r),
    ['phrases'],
  )
  assert.deepEqual(regles(`${mots(20)} ${mots(20)}`), [])
})

test('heavy words and abbreviations have a plain one', () => {
  const [r] = relire({ ...FEUILLE, texte: 'Venez afin de parler.' })
  assert.deepEqual([r?.regle, r?.extrait, r?.mieux], ['mots', 'afin de', 'Écrivez : pour.'])
  assert.deepEqual(regles('Écrivez au CPE.'), ['sigles'])
  assert.deepEqual(regles('Le conseiller principal d’éducation (CPE) écoute. Le CPE répond.'), [])
  assert.deepEqual(regles('Le SAMU est au 15.'), [])
  assert.deepEqual(regles('Une aviation afine, initiera.'), [], 'inside another word')
})

test('a picture without words stops the publication', () => {
  assert.deepEqual(dites({ texte: '![](fichier:1)', fichiers: [IMAGE] }), [['images', 'fichier:1', true]])
  assert.deepEqual(dites({ texte: '![IMG_2034.jpg](fichier:1)', fichiers: [IMAGE] }), [['images', 'IMG_2034.jpg', true]])
  assert.deepEqual(dites({ texte: '![Une cour](fichier:4)', fichiers: [IMAGE] }), [['images', 'fichier:4', true]])
  assert.deepEqual(dites({ texte: '![Une cour](https://exemple.fr/a.png)' }), [['images', 'https://exemple.fr/a.png', true]])
})

test('each file says the same in words before it is published', () => {
  const sans = { ...IMAGE, alternative: ' ' }
  assert.deepEqual(dites({ fichiers: [sans, { ...sans, type: 'video/mp4', libelle: 'Le film', alternative: 'Un film.' }] }), [
    ['fichiers', 'La cour', true],
    ['fichiers', 'Le film', true],
  ])
})

test('titles follow each other without a step missing', () => {
  assert.deepEqual(regles('# Un\n\n## Deux\n\n### Trois\n\n# Quatre'), [])
  assert.deepEqual(dites({ texte: '## Deux' }), [['titres', 'Deux', true]])
  assert.deepEqual(dites({ texte: '# Un\n\n### Trois' }), [['titres', 'Trois', true]])
  assert.deepEqual(regles('# Un\n\n##'), ['titres'])
})

test('a link says where it leads', () => {
  for (const muet of ['cliquez ici', 'ici', 'Lire la suite', 'En savoir plus', 'voir'])
    assert.deepEqual(regles(`Texte [${muet}](/aide).`), ['liens'], muet)
  assert.deepEqual(regles('[https://exemple.fr](https://exemple.fr)'), ['liens'])
  assert.deepEqual(regles('[Aide](/aide) et [aide](/ailleurs)'), ['liens'])
  assert.deepEqual(regles('[Aide](/aide) et [aide](/aide)'), [])
  assert.deepEqual(dites({ texte: '[](/aide)' }), [['liens', '/aide', true]])
})

test('French typography', () => {
  for (const faute of [
    "L'école",
    '"mot"',
    'Oui...',
    'Oui!',
    'Voici: un',
    'Oui .',
    '«oui»',
    'NE FAIS PAS CELA',
    'Quoi ??',
    'les élèves inscrit(e)s',
  ])
    assert.ok(regles(faute).includes('typographie'), faute)
  for (const juste of ['L’école', '« mot »', 'Oui…', 'Oui !', 'Voici : un', 'À 9:30, oui.', 'Quoi ?', '`a"b"c`'])
    assert.deepEqual(regles(juste), [], juste)
})

test('any text is read to its end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (texte) => void relire({ ...FEUILLE, texte })),
    { numRuns: 500 },
  )
  const debut = performance.now()
  relire({ ...FEUILLE, texte: 'a'.repeat(60_000) })
  relire({ ...FEUILLE, texte: `${'« '.repeat(20_000)}"${'A '.repeat(9_000)}` })
  assert.ok(performance.now() - debut < 2_000)
})
