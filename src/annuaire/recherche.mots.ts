import { plier } from './plier.ts'
import type { TypeEtablissement } from './nature.ts'

/** What somebody asks for, taken apart. */
export interface Demande {
  /** Words that must be there, in any order. */
  requis: string[]
  /** Words that only bring a school nearer to the top: little words, « saint », a fifth word and more. */
  facultatifs: string[]
  /** Kinds that words name: « clg », « lycée »… */
  types: TypeEtablissement[]
  /** National natures that words name: maternelle, élémentaire. */
  natures: string[]
}

export const REQUIS_AU_PLUS = 5

const TYPE_DES_MOTS: Record<string, TypeEtablissement> = {
  ecole: 'ecole',
  ecoles: 'ecole',
  elem: 'ecole',
  elementaire: 'ecole',
  mat: 'ecole',
  maternelle: 'ecole',
  prim: 'ecole',
  primaire: 'ecole',
  clg: 'college',
  col: 'college',
  college: 'college',
  colleges: 'college',
  lyc: 'lycee',
  lycee: 'lycee',
  lycees: 'lycee',
  lp: 'lycee',
  lpo: 'lycee',
  legt: 'lycee',
  erea: 'erea',
}
const MATERNELLE = ['101', '103']
const ELEMENTAIRE = ['151', '153']
const NATURE_DES_MOTS: Record<string, string[]> = {
  mat: MATERNELLE,
  maternelle: MATERNELLE,
  elem: ELEMENTAIRE,
  elementaire: ELEMENTAIRE,
  prim: ELEMENTAIRE,
  primaire: ELEMENTAIRE,
}
/** The same name is written with and without them: « St Joseph », « Saint-Joseph », « école privée Joseph ». */
const FACULTATIFS = new Set(
  'saint sainte publique public prive privee etablissement cite scolaire le la les du de des et en sur sous aux'.split(' '),
)
const ABREGES: Record<string, string> = { st: 'saint', ste: 'sainte', nd: 'notre dame' }

const motsDe = (texte: string): string[] =>
  (plier(texte).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((mot) => (ABREGES[mot] ?? mot).split(' '))

/** « clg st joseph colomiers » → joseph and colomiers required, « saint » if possible, a collège. Long texts are cut. */
export function lireDemande(texte: string): Demande {
  const mots = [...new Set(motsDe(texte.slice(0, 200)))].slice(0, 12)
  const noms = mots.filter((mot) => !(mot in TYPE_DES_MOTS))
  const utiles = noms.filter((mot) => !FACULTATIFS.has(mot) && mot.length > 2)
  // Nothing but little words, or but kinds: then they are what is asked for.
  const courts = noms.filter((mot) => mot.length > 1).sort((a, b) => Number(FACULTATIFS.has(a)) - Number(FACULTATIFS.has(b)))
  const requis = (utiles.length > 0 ? utiles : courts.length > 0 ? courts : mots.filter((m) => m.length > 2)).slice(
    0,
    REQUIS_AU_PLUS,
  )
  return {
    requis,
    facultatifs: noms.filter((mot) => !requis.includes(mot) && mot.length > 1),
    types: [...new Set(mots.flatMap((mot) => TYPE_DES_MOTS[mot] ?? []))],
    natures: [...new Set(mots.flatMap((mot) => NATURE_DES_MOTS[mot] ?? []))],
  }
}
