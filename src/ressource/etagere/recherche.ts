import { chacunSonTour, type Db, type Maison } from '#platform'
import { plier } from '#annuaire'
import type { Etagere, Reponse } from './etagere.ts'
import * as sql from './etagere.sql.ts'

const MOTS_AU_PLUS = 8
const QUESTIONS_TENUES = 2_000

/** « Le harcèlement, au collège » → le, harcelement, au, college. Letters and digits only: they go into a query of the index. */
export const motsDe = (texte: string): string[] =>
  [...new Set(plier(texte.slice(0, 200)).match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MOTS_AU_PLUS)

/** The beginning of a word is enough; a stem stands for its whole family. */
const terme = (mot: string): string => (mot.length > 3 ? `(${mot} | ${mot}:*)` : mot)

/**
 * Versions whose words are those asked for, best first: accents and endings do not matter. When nothing bears them, the
 * mistakes are forgiven; then some of the words are enough.
 */
async function demander(db: Db, acad: string, e: Etagere, mots: readonly string[]): Promise<Reponse> {
  const essai = async (requete: string): Promise<string[]> =>
    (await db.all(sql.chercher, { acad, requete })).map((l) => l.version)
  const exacts = await essai(mots.map(terme).join(' & '))
  if (exacts.length > 0) return { ids: exacts, corrige: null }
  const proches = mots.map((mot) => e.lexique.proches(mot))
  const trouves = proches.filter((p) => p.length > 0)
  if (trouves.length > 0) {
    const corriges = await essai(trouves.map((p) => `(${p.map(terme).join(' | ')})`).join(' & '))
    const dits = proches.map((p, i) => e.lexique.ecrit(p[0] ?? mots[i]!)).join(' ')
    if (corriges.length > 0) return { ids: corriges, corrige: dits }
  }
  return { ids: mots.length > 1 ? await essai(mots.map(terme).join(' | ')) : [], corrige: null }
}

/** Each question is put to the index once a shelf. `null`: nothing was asked. */
export async function chercher(
  e: Etagere,
  texte: string,
  acad: string,
  ouvrir: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
): Promise<Reponse | null> {
  const mots = motsDe(texte)
  if (mots.length === 0) return null
  const cle = mots.join(' ')
  const deja = e.questions.get(cle)
  if (deja !== undefined) return deja
  if (e.questions.size >= QUESTIONS_TENUES) e.questions.clear()
  // The promise, not the answer: a class that asks the same at one moment asks once.
  const reponse = ouvrir((db) => demander(db, acad, e, mots))
  e.questions.set(cle, reponse)
  reponse.catch(() => e.questions.get(cle) === reponse && e.questions.delete(cle))
  return reponse
}

/** Through the public door. */
export const enPublic =
  (m: Maison) =>
  <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    chacunSonTour(m.base, work)
