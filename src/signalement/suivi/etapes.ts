import type { PublicDb } from '#platform'
import type { Textes } from '../textes/index.ts'
import * as sql from './suivi.sql.ts'

type Suivi = Textes['suivi']
export type CodeEtape = keyof Suivi['etapes']
export type CodeMesure = keyof Suivi['mesures']

/** What the database says of the dossier to the person who told: a code and a day (`2026-11-22`), nothing else. */
export interface Etapes {
  etapes: { code: CodeEtape; le: string }[]
  mesures: CodeMesure[]
}

/**
 * What may be told, and nothing else: each code has its sentence in every language (textes/), and a code without one is silent.
 * The states of a dossier that are not here (évaluation, doublon, transféré, n’est pas du harcèlement) have no words of their own.
 */
const ETAPES = {
  pris_en_charge: true,
  protege: true,
  ecoute: true,
  decide: true,
  surveille: true,
  fini: true,
  rouvert: true,
} as const satisfies Record<CodeEtape, true>
const MESURES = {
  adulte_referent: true,
  vigilance: true,
  camarades: true,
  lieux: true,
  separation: true,
  numerique: true,
  soin: true,
  autre: true,
} as const satisfies Record<CodeMesure, true>

const etape = (code: string): code is CodeEtape => Object.hasOwn(ETAPES, code)
const mesure = (code: string): code is CodeMesure => Object.hasOwn(MESURES, code)

export async function etapesDe(db: PublicDb): Promise<Etapes> {
  const dites = await db.all(sql.etapes)
  return {
    etapes: dites.flatMap(({ code, le }) => (etape(code) ? [{ code, le }] : [])),
    mesures: [...new Set(dites.map(({ code }) => code.replace(/^mesure_/, '')).filter(mesure))],
  }
}
