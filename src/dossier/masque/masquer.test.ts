import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { enClair, masquer, nomsRestants, vide } from './masquer.ts'
import { COURANTS, PARTICULES } from './mots.ts'
import { plier, type Nomme } from './noms.ts'

const p = (id: string, noms: string, o: Partial<Nomme> = {}): Nomme => ({
  id,
  noms: noms.split('/'),
  adulte: false,
  garde: false,
  dire: `un autre élève (${id})`,
  ...o,
})
const LEA = p('lea', 'Léa Marchetti', { garde: true })
const SOFIA = p('sofia', 'Sofia Marchetti', { garde: true, adulte: true })
const KEVIN = p('A', 'Kévin Dubois/kev_31')
const JB = p('B', 'Jean-Baptiste Le Goff')
const ROCA = p('C', 'Inès Roca', { adulte: true, dire: 'un adulte (C)' })
const DOSSIER = [LEA, SOFIA, KEVIN, JB, ROCA]
const dire = (texte: string, personnes = DOSSIER, laisser: string[] = []): string =>
  enClair(masquer(texte, { personnes, laisser: new Set(laisser) }))

const A = 'un autre élève (A)'
/** At the head of a sentence. */
const UN_A = 'Un autre élève (A)'
const CAS: [string, string][] = [
  ['Kévin a poussé Léa.', `${UN_A} a poussé Léa.`],
  ['kevin dubois l’a dit à Léa', `${UN_A} l’a dit à Léa`],
  ['DUBOIS Kevin', UN_A],
  ['Léa a peur de Kévin.', `Léa a peur d’${A}.`],
  ['Elle dit que Kevim recommence', `Elle dit qu’${A} recommence`],
  ['avec Dubois, K. et KD', `avec ${A}, ${A} et ${A}`],
  ['KevinDubois et kev_31 et kevin31', `${UN_A} et ${A} et ${A}`],
  ['Léa dort. Kévin rit. « Kévin rit ! » Kévin sort.', `Léa dort. ${UN_A} rit. « ${A} rit ! » ${UN_A} sort.`],
  ['Ils sont en 5e K, 2de D et CM2 K ; K crie.', `Ils sont en 5e K, 2de D et CM2 K ; ${A} crie.`],
  ['Kev rit.', `${UN_A} rit.`],
  [
    'Jean-Baptiste, jean baptiste, JB et J.-B. Le Goff',
    'Un autre élève (B), un autre élève (B), un autre élève (B) et un autre élève (B)',
  ],
  ['M. Le Goff et Le Goff', 'Un autre élève (B) et un autre élève (B)'],
  ['Mme Roca la reçoit. Mme Marchetti est prévenue.', 'Un adulte (C) la reçoit. Mme Marchetti est prévenue.'],
  ['Ké\u00advin et Ke\u0301vin', `${UN_A} et ${A}`],
  ['Écrire à kevin.dubois@exemple.fr ou au 06 12 34 56 78', 'Écrire à […] ou au […]'],
  [
    'Le matin, Léa attend. L’après-midi aussi. A midi elle mange.',
    'Le matin, Léa attend. L’après-midi aussi. A midi elle mange.',
  ],
  // As pupils write: all in small letters.
  ['elle a dit à jb et à k.d de partir, kev aussi', `elle a dit à un autre élève (B) et à ${A} de partir, ${A} aussi`],
  ['Puis Yanis est arrivé.', 'Puis […] est arrivé.'],
  ['La CPE et Pronote.', 'La CPE et Pronote.'],
]
for (const [avant, apres] of CAS) test(`masked: ${avant}`, () => assert.equal(dire(avant), apres))

test('a first name that is written like a particle is a name, where it begins a sentence too; the words of the language stay', () => {
  const personnes = [LEA, p('A', 'Ben Carter'), p('B', 'An Nguyen'), p('C', 'Jean Le Goff')]
  assert.equal(
    dire('Ben a poussé Léa. An rit. Le matin, Ben attend ; Le Goff aussi. La cour. Un an après.', personnes),
    `${UN_A} a poussé Léa. Un autre élève (B) rit. Le matin, un autre élève (A) attend ; un autre élève (C) aussi. La cour. Un an après.`,
  )
})

test('a word that somebody vouches for stays', () =>
  assert.equal(dire('Puis Valbrune et Yanis.', DOSSIER, ['valbrune']), 'Puis Valbrune et […].'))

test('a name that the child shares with somebody else is hidden when it stands alone, and told apart when it does not', () => {
  const personnes = [p('lea', 'Martin Dubois', { garde: true }), p('A', 'Martin Leroy')]
  assert.equal(
    dire('Martin pleure. Martin Leroy rit. Martin Dubois part.', personnes),
    'Une personne de ce nom pleure. Un autre élève (A) rit. Martin Dubois part.',
  )
})

test('a text that loses a third of its words is refused whole', () => {
  assert.equal(vide(masquer('Kévin Dubois et Jean-Baptiste Le Goff.', { personnes: DOSSIER })), true)
  assert.equal(vide(masquer('Léa dit que Kévin se moque d’elle chaque matin dans la cour.', { personnes: DOSSIER })), false)
})

test('names left in a text written by hand are found', () =>
  assert.deepEqual(
    nomsRestants(
      'K. D. a dit à kevin que Léa est là',
      DOSSIER.map((x) => ({ ...x, garde: false })),
    ),
    ['K. D.', 'kevin', 'Léa'],
  ))

// What a tired adult writes for a name.
const PRENOMS = [
  'Kévin',
  'Mattéo',
  'Inès',
  'Chloé',
  'Jean-Baptiste',
  'Anaïs',
  'Thibault',
  'Océane',
  'Yanis',
  'Zoé',
  'Maëlys',
  'Léo',
  'Bo',
  'Noé',
  'Rose',
  'Pierre',
  'François',
  'Aïssatou',
  'Loïc',
  'Tom',
]
const NOMS = [
  'Dubois',
  'Le Goff',
  'N’Diaye',
  'Petit',
  'Lefèvre',
  'Da Silva',
  'Garçon',
  'Nguyen',
  'Ben Saïd',
  'Roux',
  'Cœurdacier',
  'O’Brien',
  'Martin',
  'Fauré-Lacombe',
]
const ACCENTS = (s: string): string => s.normalize('NFD').replace(/\p{M}/gu, '')
const coquille = (s: string, rang: number, genre: number): string => {
  const mot = [...s]
  const i = 1 + (rang % Math.max(1, mot.length - 2))
  if (genre === 0) mot.splice(i, 1)
  if (genre === 1) mot.splice(i, 0, mot[i]!)
  if (genre === 2) mot[i] = mot[i] === 'x' ? 'z' : 'x'
  if (genre === 3) [mot[i], mot[i + 1]] = [mot[i + 1] ?? '', mot[i]!]
  return mot.join('')
}
const VARIANTES: ((prenom: string, nom: string, n: number) => string)[] = [
  (a, b) => `${a} ${b}`,
  (a, b) => `${b} ${a}`,
  (a) => a,
  (a, b) => (b.includes(' ') ? `${a} ${b}` : b),
  (a, b) => `${b.toUpperCase()} ${a}`,
  (a) => a.toLowerCase(),
  (a) => ACCENTS(a),
  (a) => ACCENTS(a).toLowerCase(),
  (a) => a.toUpperCase(),
  (a) => a.replaceAll('-', ' '),
  (a) => a.normalize('NFD'),
  (a) => [...a].join('\u200b'),
  (a, b) => `${ACCENTS(a)}${ACCENTS(b).replace(/\P{L}/gu, '')}`,
  (a, _b, n) => `${ACCENTS(a).toLowerCase().replace(/\P{L}/gu, '')}${n}`,
  (a, b) => `${a[0]}. ${b}`,
  (a, b) => `M. ${b}, ${a}`,
  (a, b) => `${a[0]}${b[0]}`.toUpperCase(),
  (a, _b, n) => (a.length >= 5 ? coquille(a, n, n % 4) : a),
  (_a, b, n) => (/^\p{L}{6,}$/u.test(b) ? coquille(b, n, n % 4) : b.includes(' ') ? `M. ${b}` : b),
  (a) => (a.length >= 6 && !a.includes('-') ? a.slice(0, 4) : a),
]
const REMPLI = [...COURANTS].filter((m) => m.length > 3 && !/\d/.test(m))
const arb = fc.record({
  prenom: fc.constantFrom(...PRENOMS),
  nom: fc.constantFrom(...NOMS),
  variante: fc.nat(VARIANTES.length - 1),
  n: fc.integer({ min: 10, max: 99 }),
  avant: fc.array(fc.constantFrom(...REMPLI), { maxLength: 6 }),
  apres: fc.array(fc.constantFrom(...REMPLI), { maxLength: 6 }),
  joint: fc.constantFrom(' ', ' ', ', ', ' « ', '. ', ' (', '\n', ' : ', ' – '),
})

/** A word of the text, by itself. */
const contient = (texte: string, mot: string): boolean =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])${RegExp.escape(mot)}(?![\p{L}\p{N}])`, 'u').test(texte)

test('whatever the narrative and however the name is written, no name of another person survives', () => {
  fc.assert(
    fc.property(fc.array(arb, { minLength: 1, maxLength: 4 }), (recits) => {
      const personnes = [LEA, ...recits.map((r, i) => p(String(i), `${r.prenom} ${r.nom}`, { dire: `X${'ABCD'[i]}X` }))]
      const ecrits = recits.map((r) => VARIANTES[r.variante]!(r.prenom, r.nom, r.n))
      const texte = recits
        .map(
          (r, i) =>
            [...r.avant, ''].join(' ') +
            (r.avant.length > 0 ? r.joint.trimStart() : '') +
            ecrits[i] +
            [' ', ...r.apres].join(' '),
        )
        .join('. ')
      const sortie = plier(enClair(masquer(texte, { personnes })))
      const reste = plier([LEA.noms[0]!, ...recits.flatMap((r) => [...r.avant, ...r.apres])].join(' '))
      for (const [i, r] of recits.entries())
        for (const mot of [ecrits[i]!, r.prenom, r.nom, ...r.prenom.split('-'), ...r.nom.split(/[ ’-]/)].map((x) =>
          plier(x).trim(),
        ))
          // A particle alone is no name; a filler word of the narrative may be written like one.
          if (mot.length > 1 && !PARTICULES.has(mot) && !contient(reste, mot))
            assert.ok(!contient(sortie, mot), `${mot} in ${sortie} (${texte})`)
    }),
    { numRuns: 1000 },
  )
})

test('what is the child’s own stays, whatever surrounds it', () => {
  fc.assert(
    fc.property(arb, (r) => {
      const sortie = enClair(
        masquer(`${r.avant.join(' ')} Léa Marchetti ${r.apres.join(' ')}`, { personnes: [LEA, SOFIA, p('A', 'Bruno Zakarian')] }),
      )
      assert.ok(sortie.includes('Léa Marchetti'), sortie)
    }),
  )
})

test('hidden once, hidden for good: masking again changes no word that was let through', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...REMPLI), { minLength: 3, maxLength: 20 }), (mots) => {
      const personnes = [LEA, p('A', 'Bruno Zakarian')]
      assert.equal(enClair(masquer(mots.join(' '), { personnes })), mots.join(' '))
    }),
  )
})
