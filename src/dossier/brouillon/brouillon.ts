import { Introuvable, type AgentDb } from '#platform'
import { chiffrer, dechiffrer, type Fil } from '#acces'
import type { Envoi } from '../agir.ts'
import type { Dossier } from '../dossier.ts'
import { maProfession, sceau } from '../note/sceau.ts'
import * as sql from './brouillon.sql.ts'

/** Kept that long after the last word, then purged: src/travaux/menage.ts. */
export const JOURS_GARDES = 14

/** What an agent was writing, found again on any device. */
export interface Garde {
  valeurs: Envoi
  /** How many times it was kept: a device that shows an older one does not write over it unseen. */
  serie: number
  le: Date
}

/** The address of a form under its dossier: `entretiens/avec/<person>/<role>`. It is the name of the draft. */
export const FORME = /^[a-z][a-z-]{0,30}(\/[0-9a-z_-]{1,40}){0,3}$/
const MAX_CHAMPS = 80

/** The draft of a sealed note: the profession stands in its name, and its key is the seal's. */
const SCELLEE = /^notes\/scellees\/([a-z_]+)$/
export const formeScellee = (profession: string): string => `notes/scellees/${profession}`

/** The page on which a form stands, under its dossier. */
export const pageDe = (forme: string): string => (SCELLEE.test(forme) ? 'notes' : forme)

/** What a draft is kept under: the dossier's key; for a sealed note, the seal of the profession that one has today, or nothing. */
async function cleDe(db: AgentDb, o: Dossier, forme: string): Promise<Fil | null> {
  const profession = SCELLEE.exec(forme)?.[1]
  if (profession === undefined) return o.fil
  return profession === (await maProfession(db)) ? sceau(o, profession) : null
}

const ligne = (o: Dossier, forme: string): string => `${o.d.id}/${o.moi.agent}/${forme}`
const ou = (o: Dossier, forme: string) => ({ acad: o.acad, fil: o.d.id, forme })

/** What concerns the page and not the person's words is left out: versions, identifiers, the draft's own name. What the form showed (vu_…) is kept: the text was written from it. */
const JAMAIS = new Set(['version', 'id', 'brouillon', 'serie', 'force'])
const aGarder = (envoi: Envoi): Envoi =>
  Object.fromEntries(
    Object.entries(envoi)
      .filter(([k]) => !JAMAIS.has(k) && /^[a-z][a-z0-9_-]{0,60}$/.test(k))
      .slice(0, MAX_CHAMPS),
  )

export async function brouillonDe(db: AgentDb, o: Dossier, forme: string): Promise<Garde | null> {
  const cle = await cleDe(db, o, forme)
  const b = cle === null ? null : await db.maybe(sql.mien, ou(o, forme))
  return cle === null || b === null
    ? null
    : { valeurs: dechiffrer<Envoi>(cle, 'brouillon.contenu', ligne(o, forme), b.contenu), serie: b.serie, le: b.garde_le }
}

/** Null: something newer was kept from elsewhere, which is not written over unless the author insists. */
export async function garderBrouillon(
  db: AgentDb,
  o: Dossier,
  forme: string,
  envoi: Envoi,
): Promise<{ serie: number; le: Date } | null> {
  const cle = await cleDe(db, o, forme)
  if (cle === null) throw new Introuvable()
  const contenu = chiffrer(cle, 'brouillon.contenu', ligne(o, forme), aGarder(envoi))
  const serie = /^\d{1,9}$/.test(envoi.serie ?? '') ? Number(envoi.serie) : 0
  const r = await db.maybe(sql.garder, { ...ou(o, forme), contenu, serie, force: envoi.force === 'oui' })
  return r === null ? null : { serie: r.serie, le: r.garde_le }
}

/** Sent, or given up: it is gone. */
export async function oublierBrouillon(db: AgentDb, o: Dossier, forme: string): Promise<void> {
  if (FORME.test(forme)) await db.run(sql.oublier, ou(o, forme))
}

/** The drafts of this agent in this dossier: address of the form → when it was kept. */
export const mesBrouillons = async (db: AgentDb, o: Dossier): Promise<ReadonlyMap<string, Date>> =>
  new Map((await db.all(sql.miens, { acad: o.acad, fil: o.d.id })).map((b) => [b.forme, b.garde_le]))

/** Said on every page that keeps a form. */
export const FAITS_BROUILLON = {
  brouillon: 'Le brouillon est gardé. Vous le retrouverez ici, sur n’importe quel appareil.',
  brouillon_efface: 'Le brouillon est effacé.',
}
