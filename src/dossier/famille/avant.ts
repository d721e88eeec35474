import type { AgentDb } from '#platform'
import { chiffrer, dechiffrer } from '#acces'
import { remonter, type Changement } from '../avant/avant.ts'
import type { Dossier } from '../dossier.ts'
import type { Regle } from './famille.mots.ts'
import type { Nomme } from './famille.ts'
import * as sql from './famille.sql.ts'
import type { ContenuLien } from './lien.ts'

/** All that is noted of a guardian for a child, beyond the name. */
export type Note = ContenuLien & { autorite: boolean; regle: Regle }

/** In the transaction of the change. */
export const garderLien = (
  db: AgentDb,
  o: Pick<Dossier, 'acad' | 'fil' | 'd'>,
  { id, lien, avant }: { id: string; lien: string; avant: Note },
): Promise<number> =>
  db.run(sql.garderLien, {
    acad: o.acad,
    id,
    fil: o.d.id,
    lien,
    contenu: chiffrer(o.fil, 'lien_avant.contenu', id, avant),
  })

/** Each change of what is noted of this guardian for this child, newest first. */
export async function changementsDuLien(db: AgentDb, o: Dossier, r: Nomme): Promise<Changement<Note>[]> {
  const lignes = await db.all(sql.liensAvant, { acad: o.acad, fil: o.d.id, lien: r.id })
  const notes = new Map(lignes.map((l) => [l.id, dechiffrer<Note>(o.fil, 'lien_avant.contenu', l.id, l.contenu)]))
  const ecrits = o.faits.filter(
    ({ verbe, detail }) =>
      (verbe === 'dossier.lier_responsable' || verbe === 'dossier.changer_lien') && (detail as { lien: string }).lien === r.id,
  )
  return remonter(ecrits, notes, { ...r, regle: r.regle as Regle })
}
