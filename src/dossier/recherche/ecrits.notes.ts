import type { AgentDb } from '#platform'
import type { Dossier } from '../dossier.ts'
import { lireNote } from '../note/note.ts'
import * as sql from '../note/note.sql.ts'
import { scelleesDe } from '../note/scellee.ts'
import { lireTache } from '../note/tache.ts'
import { dits, nom, type Ecrit } from './ecrit.ts'

const partie = 'notes'

export async function notes(db: AgentDb, o: Dossier): Promise<Ecrit[]> {
  const lignes = await db.all(sql.notes, { acad: o.acad, fil: o.d.id })
  return lignes.flatMap((n) =>
    dits({ partie, titre: 'Note', le: n.le, par: nom(n), ou: `/notes#note-${n.id}` }, ['', lireNote(o, n.id, n.contenu)]),
  )
}

/** Under the name of whoever is to do it, or has done it; the day is the one that it is for, or the one when it ended. */
export async function taches(db: AgentDb, o: Dossier): Promise<Ecrit[]> {
  const finies = await db.all(sql.tachesFinies, { acad: o.acad, fil: o.d.id })
  const toutes = [...o.prevus.filter((p) => p.nature === 'tache'), ...finies.map((t) => ({ ...t, le: t.fini_le! }))]
  return toutes.flatMap((t) =>
    dits({ partie, titre: 'Tâche', le: t.le, par: nom(t), ou: '/notes#taches' }, ['', lireTache(o, t.id, t.contenu)]),
  )
}

/** What the page of notes shows of them to this reader: those of their profession, and what was shared with them. */
export async function scellees(db: AgentDb, o: Dossier): Promise<Ecrit[]> {
  const s = await scelleesDe(db, o)
  const ou = '/notes#scellees'
  const recus = s.partages.filter((p) => p.avec === o.moi.agent)
  return [
    ...s.notes.flatMap((n) => dits({ partie, titre: 'Note scellée', le: n.le, par: nom(n), ou }, ['', n.texte])),
    ...recus.flatMap((p) =>
      dits({ partie, titre: 'Part d’une note scellée', le: p.le, par: nom(p), ou }, ['', p.texte], ['Pourquoi', p.raison]),
    ),
  ]
}
