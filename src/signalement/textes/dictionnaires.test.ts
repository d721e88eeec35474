import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ROLES } from '#annuaire'
import { textesPage, type Langue } from '#ui'
import { fr as site } from '../../site/textes/fr.ts'
import { AUTEURS, codes, DECLARANTS, DEPUIS, FREQUENCE, INFORMES, LIEUX, NIVEAUX, QUOI } from '../vocabulaire.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { textes, type Textes } from './index.ts'

type Fonction = (...args: number[]) => string

/** Every leaf by its path: `suivi.etats.lu`. A list counts by its ranks. */
function feuilles(noeud: unknown, chemin = ''): [string, string | Fonction][] {
  if (typeof noeud === 'string' || typeof noeud === 'function') return [[chemin, noeud as string | Fonction]]
  return Object.entries(noeud as object).flatMap(([cle, v]) => feuilles(v, chemin === '' ? cle : `${chemin}.${cle}`))
}

/** Every sentence as a person reads it; each function is given `n`, `n + 1`… */
const phrases = (t: Textes, n = 3): [string, string][] =>
  feuilles(t).map(([chemin, f]) => [chemin, typeof f === 'string' ? f : f(...Array.from({ length: f.length }, (_, i) => n + i))])

const fautes = (t: Textes, mauvaise: (phrase: string, chemin: string) => boolean): [string, string][] =>
  phrases(t).filter(([chemin, phrase]) => mauvaise(phrase, chemin))

const nombres = (phrase: string): string[] => (phrase.match(/\d+/g) ?? []).toSorted()

/** Said the same in every language: our own name, and bare figures. */
const COMMUNS = new Set(['commun.chiffres', 'suivi.qui.systeme'])

const MOTS_FRANCAIS =
  /(?<!\p{L})(?:le|la|les|des|un|une|est|et|ou|tu|ton|ta|te|tes|vous|vos|votre|qui|que|avec|dans|pas|ne|école|élèves?|adulte|équipe|réponse|harcèlement)(?!\p{L})/iu
const LATIN = /[\p{Script=Latin}@.]*\p{Script=Latin}/gu

const TRADUITS = { en, ar }

test('each language of the form is its own dictionary', () => {
  assert.equal(textes('fr').danger.oui, fr.danger.oui)
  assert.equal(textes('en'), en)
  assert.equal(textes('ar'), ar)
})

for (const [langue, t] of Object.entries(TRADUITS)) {
  describe(langue, () => {
    test('the same keys as in French, and functions that take the same things', () => {
      const forme = (x: Textes): [string, number | 'texte'][] =>
        feuilles(x).map(([chemin, f]) => [chemin, typeof f === 'string' ? 'texte' : f.length])
      assert.deepEqual(forme(t), forme(fr))
    })

    test('nothing empty, and no stray space', () => {
      assert.deepEqual(
        fautes(t, (x) => x === '' || x !== x.trim() || x.includes('  ')),
        [],
      )
    })

    test('nothing was left as it is in French', () => {
      const francais = new Map(phrases(fr))
      const memes = fautes(t, (x, chemin) => x === francais.get(chemin)).map(([chemin]) => chemin)
      assert.deepEqual(new Set(memes), COMMUNS)
    })

    test('the same figures in each sentence: the numbers to call, the hours, the limits, and what a function is given', () => {
      for (const n of [1, 3]) {
        const chiffres = (x: Textes): [string, string[]][] => phrases(x, n).map(([chemin, p]) => [chemin, nombres(p)])
        assert.deepEqual(chiffres(t), chiffres(fr))
      }
    })

    test('the emergency numbers of every page are those of the French pages', () => {
      const composes = (l: 'fr' | 'en' | 'ar'): unknown[] =>
        textesPage(l).urgences.numeros.map(({ numero, url, premier }) => [numero, url, premier])
      assert.deepEqual(composes(langue as 'en' | 'ar'), composes('fr'))
    })
  })
}

test('English: no French word but the names that are on the letters of the school', () => {
  assert.deepEqual(
    fautes(en, (x) => MOTS_FRANCAIS.test(x)),
    [],
  )
  const accentues = phrases(en).flatMap(([, x]) => (x.match(/\p{L}+/gu) ?? []).filter((mot) => /[^a-z]/i.test(mot)))
  assert.deepEqual(new Set(accentues), new Set(['collège', 'lycée', 'département', 'académie', 'Préau']))
  assert.deepEqual(
    fautes(en, (x) => /['"«»]/.test(x)),
    [],
    'typographic quotation marks and apostrophes',
  )
})

for (const langue of ['en', 'ar'] as const)
  test(`${langue}: a parent is told of their child, not spoken to as the child; the same figures, the same signs`, () => {
    const dites = (l: Langue): [string, string][] =>
      feuilles(textes(l, 'parent')).map(([chemin, f]) => [chemin, typeof f === 'string' ? f : f(3, 4, 5)])
    const chiffres = (l: Langue): [string, string[]][] => dites(l).map(([chemin, x]) => [chemin, nombres(x)])
    assert.deepEqual(chiffres(langue), chiffres('fr'))
    const { danger, lecteurs, quoi, suivi } = textes(langue)
    const enfant = [danger.secret, lecteurs.toujours, lecteurs.jamais, quoi.mourir, suivi.protection]
    const dits = new Set(dites(langue).map(([, x]) => x))
    assert.deepEqual(
      enfant.filter((x) => dits.has(x)),
      [],
    )
    const signes = langue === 'ar' ? /[,;?"']|[٠-٩۰-۹]/ : /['"«»]/
    assert.deepEqual(
      dites(langue).filter(([, x]) => x === '' || x !== x.trim() || signes.test(x)),
      [],
    )
  })

test('the marker words do find French: two French sentences in three hold one', () => {
  assert.ok(fautes(fr, (x) => MOTS_FRANCAIS.test(x)).length > (phrases(fr).length * 2) / 3)
})

test('Arabic: Arabic letters in every sentence, Latin ones only where the thing is written so', () => {
  const sansArabe = fautes(ar, (x) => !/\p{Script=Arabic}/u.test(x)).map(([chemin]) => chemin)
  assert.deepEqual(new Set(sansArabe), COMMUNS)
  const latins = phrases(ar).flatMap(([, x]) => x.match(LATIN) ?? [])
  assert.deepEqual(
    new Set(latins),
    new Set(['SMS', 'UAI', 'JPEG', 'PNG', 'WebP', 'iPhone', 'name@example.com', 'collège', 'lycée', 'é', 'Préau']),
  )
})

test('Arabic: its own punctuation, and the figures of the telephones', () => {
  assert.deepEqual(
    fautes(ar, (x) => /[,;?"']|[٠-٩۰-۹]/.test(x)),
    [],
  )
})

for (const [langue, t] of Object.entries({ fr, ...TRADUITS })) {
  test(`${langue}: every code of the closed lists has its words, in the same order`, () => {
    assert.deepEqual(
      Object.keys(t.qui.options),
      codes(DECLARANTS).filter((c) => c !== 'inconnu'),
    )
    assert.deepEqual(Object.keys(t.quoi.options), codes(QUOI))
    assert.deepEqual(Object.keys(t.ou.options), codes(LIEUX))
    assert.deepEqual(Object.keys(t.quand.depuis), codes(DEPUIS))
    assert.deepEqual(Object.keys(t.quand.frequence), codes(FREQUENCE))
    assert.deepEqual(Object.keys(t.personnes.options), codes(AUTEURS))
    assert.deepEqual(Object.keys(t.aide.options), codes(INFORMES))
    assert.deepEqual(Object.keys(t.suivi.niveaux), codes(NIVEAUX))
  })

  test(`${langue}: whoever may answer is said in words`, () => {
    const repondent = codes(ROLES).filter((r) => ROLES[r].litLesSituations)
    assert.deepEqual(
      repondent.filter((r) => !t.suivi.qui[r]),
      [],
    )
  })

  test(`${langue}: no two answers of one question read the same`, () => {
    for (const liste of [
      t.qui.options,
      t.quoi.options,
      t.ou.options,
      t.quand.depuis,
      t.quand.frequence,
      t.personnes.options,
      t.aide.options,
    ])
      assert.equal(new Set(Object.values(liste)).size, Object.keys(liste).length)
  })
}

test('sentences with a number read well for one and for three', () => {
  const dire = (t: Textes, n: number): string[] => [t.suivi.nombre(n), t.reponse.image(n), t.commun.etape(n, 8)]
  assert.deepEqual(dire(en, 1), ['The code has 8 words. Number of words you wrote: 1.', 'Picture 1', 'Question 1 of 8'])
  assert.deepEqual(dire(en, 3), ['The code has 8 words. Number of words you wrote: 3.', 'Picture 3', 'Question 3 of 8'])
  assert.deepEqual(dire(ar, 1), ['في الرمز 8 كلمات. عدد الكلمات التي كتبتها: 1.', 'الصورة 1', 'السؤال 1 من 8'])
  assert.deepEqual(dire(ar, 3), ['في الرمز 8 كلمات. عدد الكلمات التي كتبتها: 3.', 'الصورة 3', 'السؤال 3 من 8'])
})

test('the state of a report reads as a sentence, whoever holds it', () => {
  const { etats, niveaux } = ar.suivi
  assert.equal(etats.lu(niveaux['departement']!), 'قرأ فريق مكافحة التنمر في المقاطعة رسالتك.')
  assert.equal(
    en.suivi.etats.lu(en.suivi.qui['equipe']!),
    'An adult from the anti-bullying team of the school has read your message.',
  )
})

/** What a child reads: neither a parent's nor a professional's wording. */
const pourEnfants = ([chemin]: [string, string]): boolean => !/(parent|pro|Vous)$/.test(chemin)
const mots = (phrase: string): string[] => phrase.split(/[\s’]+/).filter((m) => /\p{L}/u.test(m))

test('for an eight-year-old: no sentence of more than fifteen words, seven on average, and no long word but two', () => {
  const lues: [string, string][] = [...phrases(fr), ...site.vie.phrases.map((x, i): [string, string] => [`vie.${i}`, x])]
  const unites = lues
    .filter(pourEnfants)
    .flatMap(([chemin, x]) => x.split(/(?<=[.!?:;])\s/).map((y) => [chemin, mots(y)] as const))
  assert.deepEqual(
    unites.filter(([, m]) => m.length > 15),
    [],
  )
  assert.ok(unites.reduce((n, [, m]) => n + m.length, 0) / unites.length < 7)
  const longs = unites.flatMap(([, m]) => m.flatMap((x) => x.match(/\p{L}{12,}/gu) ?? []))
  assert.deepEqual(new Set(longs.map((x) => x.toLowerCase())), new Set(['coordonnateur', 'établissement']))
})
