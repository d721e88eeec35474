import { DELAIS, type CodeDelai, type Delai } from '../protocole/delais.ts'
import { VARIANTES, type CodeVariante } from '../protocole/variantes.ts'
import type { HistoireRow } from './reglages.sql.ts'

/** One thing that the académie may settle: a clock within its bounds, or a choice among those that practice leaves open. */
export interface Reglage {
  /** `delai.suivi_1`, `variante.accord_famille`. */
  code: string
  libelle: string
  source: string
  documente: boolean
  /** Of the published protocol. */
  defaut: string
  valeur: string
  /** What may be chosen; a clock takes any whole number between its bounds. */
  bornes: { min: number; max: number; unite: Delai['unite'] } | null
  choix: Readonly<Record<string, string>> | null
  /** The choices made so far, the latest first. */
  histoire: readonly HistoireRow[]
}

const UNITES: Record<Delai['unite'], (n: number) => string> = {
  heures: (n) => (n === 1 ? '1 heure' : `${n} heures`),
  jours_ecole: (n) => (n === 0 ? 'le jour même' : n === 1 ? '1 jour de classe' : `${n} jours de classe`),
  jours: (n) => (n === 1 ? '1 jour' : `${n} jours`),
}
export const NOMS_UNITES: Record<Delai['unite'], string> = {
  heures: 'en heures',
  jours_ecole: 'en jours de classe ; 0 : le jour même',
  jours: 'en jours',
}

/** A value as one says it. */
export const dite = (r: Reglage, valeur: string): string =>
  r.bornes !== null ? UNITES[r.bornes.unite](Number(valeur)) : (r.choix![valeur] ?? valeur)

function unDelai(code: CodeDelai, histoire: readonly HistoireRow[]): Reglage {
  const { libelle, source, documente, valeur, min, max, unite } = DELAIS[code]
  const nom = `delai.${code}`
  return {
    code: nom,
    libelle,
    source,
    documente,
    defaut: String(valeur),
    valeur: histoire[0]?.valeur ?? String(valeur),
    bornes: { min, max, unite },
    choix: null,
    histoire,
  }
}

function uneVariante(code: CodeVariante, histoire: readonly HistoireRow[]): Reglage {
  const { libelle, source, choix } = VARIANTES[code]
  const defaut = Object.keys(choix)[0]!
  return {
    code: `variante.${code}`,
    libelle,
    source,
    documente: false,
    defaut,
    valeur: histoire[0]?.valeur ?? defaut,
    bornes: null,
    choix,
    histoire,
  }
}

/** Everything that may be settled, with what was. `lignes`: the latest first. */
export function reglagesAvec(lignes: readonly HistoireRow[]): { delais: Reglage[]; variantes: Reglage[] } {
  const de = (code: string): HistoireRow[] => lignes.filter((l) => l.code === code)
  return {
    delais: (Object.keys(DELAIS) as CodeDelai[]).map((c) => unDelai(c, de(`delai.${c}`))),
    variantes: (Object.keys(VARIANTES) as CodeVariante[]).map((c) => uneVariante(c, de(`variante.${c}`))),
  }
}

/** Null when this value may be chosen; else the sentence that says why not. */
export function refusValeur(r: Reglage, valeur: string): string | null {
  if (r.choix !== null) return Object.hasOwn(r.choix, valeur) ? null : 'Choisissez une des réponses.'
  const { min, max, unite } = r.bornes!
  const n = Number(valeur)
  return /^\d{1,3}$/.test(valeur) && n >= min && n <= max
    ? null
    : `Choisissez un nombre entier entre ${min} et ${max} (${NOMS_UNITES[unite]}).`
}
