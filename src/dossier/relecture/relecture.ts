import { Conflit, Refus, type AgentDb } from '#platform'
import { notifierAgent } from '#signalement'
import type { Envoi } from '../agir.ts'
import { parmi, texte } from '../champs.ts'
import type { Dossier } from '../dossier.ts'
import * as dossierSql from '../dossier.sql.ts'

/** What a second reader answers, to an extract and to a transmission alike. */
export const AVIS = { accord: true, refus: true } as const
export type Avis = keyof typeof AVIS

/** @throws Refus when the one who reads is the one who wrote: what leaves the house has two readers. */
export function exigerAutre(o: Dossier, par: string, phrase: string): void {
  if (par === o.moi.agent) throw new Refus(phrase)
}

/** The answer of a form, and why: a « non » always says it. */
export function lireAvis(envoi: Envoi): { avis: Avis; raison: string } {
  const avis = parmi(envoi, 'avis', AVIS, 'Dites ce que vous en pensez, après lecture.')
  return { avis, raison: texte(envoi, 'avis_raison', 2000, avis === 'refus' ? 'Écrivez ce qui est à reprendre.' : undefined) }
}

/** What others did meanwhile stops the act: nothing was written over. */
export function exigerUn(n: number, quoi: string): void {
  if (n === 0) throw new Conflit(`${quoi} a changé pendant que vous lisiez.`)
}

/** Nearest first: whoever works where the dossier is, else the level above. */
const NIVEAUX_PROCHES: readonly (readonly string[])[] = [
  ['chef', 'coordonnateur'],
  ['ien'],
  ['referent_departemental', 'responsable_departemental'],
  ['referente_academique', 'responsable_academique'],
]

/** The nearest of those who see a dossier by their mandate, but its author. */
export function secondsParmi(lecteurs: readonly dossierSql.LecteursRow[], auteur: string | null): dossierSql.LecteursRow[] {
  const autres = lecteurs.filter((l) => l.agent !== auteur)
  const niveau = NIVEAUX_PROCHES.find((roles) => autres.some((l) => roles.includes(l.role))) ?? []
  return autres.filter((l) => niveau.includes(l.role))
}

/** Tells that something waits for a second reader: the nearest, but whoever prepared it. */
export async function prevenirSeconds(db: AgentDb, o: Dossier): Promise<void> {
  for (const l of secondsParmi(await db.all(dossierSql.lecteurs, { fil: o.d.id }), o.moi.agent))
    await notifierAgent(db, o.acad, o.d.id, l.agent, 'nouveau')
}

export interface Attendue {
  genre: 'extrait' | 'transmission'
  id: string
  /** Of a transmission. */
  destinataire: string | null
  /** By when; an extract has no date. */
  avant: Date | null
  par: string | null
}

type Detail = Record<string, unknown>

/** What waits for a second reader in this dossier, from its history. */
export function attenduesDe(o: Pick<Dossier, 'faits'>): Attendue[] {
  const attendues = new Map<string, Attendue>()
  const lues = new Set<string>()
  for (const f of o.faits) {
    const d = f.detail as Detail
    const id = String(d.transmission ?? d.extrait)
    if (f.verbe === 'dossier.soumettre_extrait')
      attendues.set(id, { genre: 'extrait', id, destinataire: null, avant: null, par: f.par })
    if (f.verbe === 'dossier.relire_extrait' || f.verbe === 'dossier.relire_transmission') {
      attendues.delete(id)
      lues.add(id)
    }
    // Withdrawn, or gone on with another dossier: nobody reads it here any more.
    if (f.verbe === 'dossier.retirer_transmission' || f.verbe === 'dossier.porter_transmission') attendues.delete(id)
    // Prepared by one and sent by another: the second reader is not the first of them.
    if (typeof d.relire_avant === 'string' && !lues.has(id))
      attendues.set(id, {
        genre: 'transmission',
        id,
        destinataire: String(d.destinataire),
        avant: new Date(d.relire_avant),
        par: attendues.get(id)?.par ?? (typeof d.auteur === 'string' ? d.auteur : f.par),
      })
  }
  return [...attendues.values()]
}

/** Where it is read. */
export const cheminRelecture = (x: Pick<Attendue, 'genre' | 'id'>): string =>
  x.genre === 'extrait' ? `/familles/extraits/${x.id}` : `/transmissions/envois/${x.id}`
