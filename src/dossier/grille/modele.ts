import { Refus } from '#platform'
import { texte } from '../champs.ts'
import { Incomplet } from '../dossier.ts'
import type { Envoi } from '../agir.ts'
import { GRILLE_NATIONALE, criteresDe, repond, type Critere, type Genre, type Grille } from '../evaluation/grilles.ts'

/** One question, as an académie settles it: data, in the order in which it is asked. */
export interface Question {
  /** Never given to another question: answers of every version are compared by it. */
  code: string
  question: string
  aide: string
  genre: Genre
}

export interface Modele {
  axes: readonly { titre: string; questions: readonly Question[] }[]
}

/** What the rules of the dossier read by name: it may be said otherwise, never taken away (proposition). */
export const TENUES: Readonly<Record<string, string>> = {
  danger:
    'Le dossier s’appuie sur cette réponse : un danger dit prévient aussitôt, et un dossier ne se ferme pas tant qu’il n’est pas écarté.',
  graves:
    'Le dossier s’appuie sur cette réponse : les faits cochés ici sont les contre-indications de la préoccupation partagée.',
}

/** Kinds of answers that a new question may have; the others go with the words of their own question. */
export const GENRES_OFFERTS = ['oui_non', 'signes', 'repetition', 'duree', 'evolution'] as const satisfies Genre[]

export const MAX_QUESTIONS = 24
const MAX_QUESTION = 200
const MAX_AIDE = 500

export const enModele = (g: Grille): Modele => ({
  axes: g.parties.map((p) => ({
    titre: p.titre,
    questions: Object.entries(p.criteres).map(([code, c]) => ({
      code,
      question: c.question,
      aide: c.aide ?? '',
      genre: c.genre,
    })),
  })),
})

/** « Lesquels », asked after one question only, by the list that the rules read. */
const LESQUELS = Object.fromEntries(Object.entries(criteresDe(GRILLE_NATIONALE)).map(([code, c]) => [code, c.lesquels]))

const critere = ({ code, question, aide, genre }: Question): Critere => ({
  question,
  ...(aide !== '' && { aide }),
  ...repond(genre),
  ...(LESQUELS[code] !== undefined && { lesquels: LESQUELS[code] }),
})

/** The same, as whoever fills it reads it; an axis without a question is not shown. */
export const enGrille = (version: string, m: Modele): Grille => ({
  version,
  parties: m.axes
    .filter((a) => a.questions.length > 0)
    .map((a) => ({ titre: a.titre, criteres: Object.fromEntries(a.questions.map((q) => [q.code, critere(q)])) })),
})

export const questionsDe = (m: Modele): Question[] => m.axes.flatMap((a) => a.questions)

/** @throws Refus when it was taken away meanwhile. */
function laQuestion(m: Modele, code: string): Question {
  const q = questionsDe(m).find((x) => x.code === code)
  if (q === undefined) throw new Refus('Cette question n’est plus dans la version que vous préparez.')
  return q
}

/** The fields of one question, under names of its own: the page has one form for each. */
function lireMots(m: Modele, envoi: Envoi, nom: string): { question: string; aide: string } {
  const question = texte(envoi, `question_${nom}`, MAX_QUESTION, 'Écrivez la question.').replaceAll(/\s+/g, ' ')
  const aide = texte(envoi, `aide_${nom}`, MAX_AIDE).replaceAll(/\s+/g, ' ')
  const meme = (q: Question): boolean => q.code !== nom && q.question.toLocaleLowerCase('fr') === question.toLocaleLowerCase('fr')
  if (questionsDe(m).some(meme))
    throw new Incomplet({ champ: `question_${nom}`, message: 'Cette question est déjà dans la grille, avec les mêmes mots.' })
  return { question, aide }
}

const chaque = (m: Modele, f: (q: Question) => Question[]): Modele => ({
  axes: m.axes.map((a) => ({ ...a, questions: a.questions.flatMap(f) })),
})

/** Other words for a question and its help; its code and the kind of its answers stay. */
export function reformuler(m: Modele, code: string, envoi: Envoi): Modele {
  laQuestion(m, code)
  const mots = lireMots(m, envoi, code)
  return chaque(m, (q) => [q.code === code ? { ...q, ...mots } : q])
}

/** One more question at the end of an axis. `code`: one that no question of any version has. */
export function ajouter(m: Modele, axe: number, code: string, envoi: Envoi): Modele {
  if (m.axes[axe] === undefined) throw new Refus('Cette partie n’est plus dans la grille.')
  const nom = `axe${axe}`
  const mots = lireMots(m, envoi, nom)
  const genre = GENRES_OFFERTS.find((g) => g === envoi[`genre_${nom}`])
  if (genre === undefined) throw new Incomplet({ champ: `genre_${nom}`, message: 'Choisissez comment on y répond.' })
  if (questionsDe(m).length >= MAX_QUESTIONS)
    throw new Refus(`La grille a déjà ${MAX_QUESTIONS} questions : personne n’en remplit davantage. Enlevez-en une d’abord.`)
  return { axes: m.axes.map((a, i) => (i === axe ? { ...a, questions: [...a.questions, { code, ...mots, genre }] } : a)) }
}

export function retirer(m: Modele, code: string): Modele {
  const q = laQuestion(m, code)
  if (TENUES[q.code] !== undefined) throw new Refus(`${TENUES[q.code]} Elle se reformule, elle ne s’enlève pas.`)
  return chaque(m, (x) => (x.code === code ? [] : [x]))
}

/** One place up or down; from the edge of an axis, into the one beside it. At the very end, it stays. */
export function deplacer(m: Modele, code: string, sens: 'haut' | 'bas'): Modele {
  const q = laQuestion(m, code)
  const axes = m.axes.map((a) => ({ titre: a.titre, questions: [...a.questions] }))
  const i = axes.findIndex((a) => a.questions.includes(q))
  const rang = axes[i]!.questions.indexOf(q)
  const pas = sens === 'haut' ? -1 : 1
  const dedans = rang + pas >= 0 && rang + pas < axes[i]!.questions.length
  if (!dedans && axes[i + pas] === undefined) return m
  axes[i]!.questions.splice(rang, 1)
  if (dedans) axes[i]!.questions.splice(rang + pas, 0, q)
  else if (sens === 'haut') axes[i - 1]!.questions.push(q)
  else axes[i + 1]!.questions.unshift(q)
  return { axes }
}

/** The database keeps the keys of an object in an order of its own. */
const plat = (m: Modele): string =>
  JSON.stringify(m.axes.map((a) => [a.titre, a.questions.map((q) => [q.code, q.question, q.aide, q.genre])]))
export const memes = (a: Modele, b: Modele): boolean => plat(a) === plat(b)

/** What one version asks otherwise than another, in words that are shown before it is published. */
export interface Ecart {
  ajoutees: Question[]
  retirees: Question[]
  reformulees: { avant: Question; apres: Question }[]
  /** What both ask does not come in the same order, or in the same part. */
  ordre: boolean
}

export function ecartDe(avant: Modele, apres: Modele): Ecart {
  const [av, ap] = [questionsDe(avant), questionsDe(apres)]
  const de = (l: readonly Question[], code: string): Question | undefined => l.find((q) => q.code === code)
  const ordre = (m: Modele, autres: readonly Question[]): string =>
    m.axes.map((a) => a.questions.filter((q) => de(autres, q.code) !== undefined).map((q) => q.code)).join('/')
  const reformulees = ap.flatMap((apres) => {
    const avant = de(av, apres.code)
    return avant === undefined || (avant.question === apres.question && avant.aide === apres.aide) ? [] : [{ avant, apres }]
  })
  return {
    ajoutees: ap.filter((q) => de(av, q.code) === undefined),
    retirees: av.filter((q) => de(ap, q.code) === undefined),
    reformulees,
    ordre: ordre(avant, ap) !== ordre(apres, av),
  }
}
