import {
  Efface,
  Introuvable,
  nouvelleCle,
  ouvrirJson,
  scellerJson,
  uuidv7,
  type AgentDb,
  type Db,
  type Trousseau,
} from '#platform'
import * as sql from './fil.sql.ts'

/** A « fil » is a report or a dossier: one data key, one chain of facts. */
export interface Fil {
  acad: string
  id: string
  cle: Buffer
}

type Ecrit = Db<'agent'> | Db<'public'>

/** Makes the data key of a new thread. The row of the thread itself must exist already: the policy of the key looks at it. */
export async function ouvrirFil(db: Ecrit, t: Trousseau, acad: string, id: string, cle = nouvelleCle()): Promise<Fil> {
  const { version, emballee } = t.emballer(acad, id, cle)
  await db.run(sql.poserCle, { acad, fil: id, version, emballee })
  return { acad, id, cle }
}

/** @throws Introuvable when the thread cannot be seen, Efface when its key was destroyed. */
export async function lireFil(db: Ecrit, t: Trousseau, acad: string, id: string): Promise<Fil> {
  const k = await db.maybe(sql.lireCle, { acad, fil: id })
  if (k === null) throw new Introuvable()
  if (k.emballee === null) throw new Efface(k.detruite_le!)
  return { acad, id, cle: t.deballer(acad, id, k.version, k.emballee) }
}

/** Several threads at once, for lists; those that cannot be seen or were erased are absent. */
export async function lireFils(db: Ecrit, t: Trousseau, acad: string, ids: readonly string[]): Promise<Map<string, Fil>> {
  const rows = await db.all(sql.lireCles, { acad, fils: ids })
  return new Map(
    rows
      .filter((k) => k.emballee !== null)
      .map((k) => [k.fil, { acad, id: k.fil, cle: t.deballer(acad, k.fil, k.version, k.emballee!) }]),
  )
}

/** Encrypts a value for one column of one row of the thread. */
export const chiffrer = (f: Fil, colonne: `${string}.${string}`, ligne: string, valeur: unknown): Buffer =>
  scellerJson(f.cle, `${colonne}/${f.acad}/${ligne}`, valeur)

/** @throws when the ciphertext was altered or comes from another row. */
export const dechiffrer = <T>(f: Fil, colonne: `${string}.${string}`, ligne: string, chiffre: Uint8Array): T =>
  ouvrirJson<T>(f.cle, `${colonne}/${f.acad}/${ligne}`, chiffre)

export interface NouveauFait {
  fil: string
  verbe: string
  par?: string | null
  qualite: string
  /** Identifiers and choices only: never a name, never a narrative. */
  detail?: Record<string, string | number | boolean | null | readonly string[]>
}

/** Writes the fact of a verb, in the verb's own transaction. */
export async function inscrire(db: Ecrit, acad: string, f: NouveauFait): Promise<void> {
  await db.run(sql.inscrire, { acad, fil: f.fil, verbe: f.verbe, par: f.par ?? null, qualite: f.qualite, detail: f.detail ?? {} })
}

/** Records that this agent has read the thread. */
export async function consulter(
  db: AgentDb,
  acad: string,
  fil: string,
  nature: 'lecture' | 'piece' | 'impression' | 'export' | 'recherche',
): Promise<void> {
  await db.run(sql.consulter, { acad, id: uuidv7(), fil, nature })
}

/** The same for a page, which may be reloaded: one reading in ten minutes. */
export const consulterUneFois = (db: AgentDb, acad: string, fil: string): Promise<number> =>
  db.run(sql.consulterUneFois, { acad, fil, id: uuidv7() })

export type Fait = sql.FaitsDuFilRow
export const faitsDuFil = (db: AgentDb, acad: string, fil: string): Promise<Fait[]> => db.all(sql.faitsDuFil, { acad, fil })
