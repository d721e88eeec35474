import { estUuid, type AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import type { Envoi } from '../agir.ts'
import { Incomplet, type Dossier } from '../dossier.ts'
import type { Securite } from '../entretien/entretien.form.ts'
import * as sql from './suivi.sql.ts'
import type { Motif, Parole, Rang } from './vocabulaire.ts'

/** What is written at each step of the follow-up: one shape a nature. */
export interface Contenus {
  surveillance: { quoi: string }
  point: {
    rang: Rang
    parole: Parole
    /** The target's own words, or why they could not be had. */
    mots: string
    famille: string
    vie: string
    reseaux: string
    absences: string
    travail: string
    /** Asked before the pupil goes; null: their words could not be had. Absent from the first checkpoints that were written. */
    securite?: Securite | null
  }
  cloture: { motif: Motif; raison: string; reste: string }
  ecart: { famille: string }
  reouverture: { raison: string }
  explication: { raison: string }
}
export type Nature = keyof Contenus

export type Ecrit = { [N in Nature]: { nature: N; c: Contenus[N] } }[Nature] & Omit<sql.EcritsRow, 'contenu' | 'nature'>

/** The identifier that the form carries: the same form sent twice writes once. */
export function idDe(envoi: Envoi, champ: string): string {
  if (!estUuid(envoi.id ?? '')) throw new Incomplet({ champ, message: 'Rechargez la page, puis renvoyez.' })
  return envoi.id!
}

/** Whether this very form was received before: sent again, it is told the same, whatever the dossier has become since. */
export const dejaRecu = async (db: AgentDb, o: Dossier, id: string): Promise<boolean> =>
  (await db.maybe(sql.recu, { acad: o.acad, id, fil: o.d.id })) !== null

/** False: this very form had been received already. */
export async function ecrire<N extends Nature>(
  db: AgentDb,
  o: Dossier,
  e: { id: string; nature: N; contenu: Contenus[N]; objet?: string; jour?: string },
): Promise<boolean> {
  const n = await db.run(sql.ecrire, {
    acad: o.acad,
    id: e.id,
    fil: o.d.id,
    nature: e.nature,
    objet: e.objet ?? null,
    jour: e.jour ?? o.vu.jour,
    contenu: chiffrer(o.fil, 'suivi.contenu', e.id, e.contenu),
    qualite: o.qualite,
  })
  return n === 1
}

/** Everything that was written, oldest first, over all the lives of the dossier. */
export const ecritsDe = async (db: AgentDb, o: Dossier): Promise<Ecrit[]> =>
  (await db.all(sql.ecrits, { acad: o.acad, fil: o.d.id })).map(
    ({ contenu, ...e }) => ({ ...e, c: dechiffrer(o.fil, 'suivi.contenu', e.id, contenu) }) as Ecrit,
  )
