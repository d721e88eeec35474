import type { AgentDb } from '#platform'
import { chiffrer, dechiffrer, type Fait } from '#acces'
import { remonter, type Changement } from '../avant/avant.ts'
import type { Dossier, Identite } from '../dossier.ts'
import type { Personne } from './personne.ts'
import * as sql from './personne.sql.ts'

/** A person of the dossier as they were noted until somebody corrected it. */
export interface Avant {
  id: string
  /** The entry that was corrected. */
  personne: string
  identite: Identite
}

type Ou = Pick<Dossier, 'acad' | 'fil'> & { d: { id: string } }

/** Oldest first, of everybody. */
export const avantsDe = async (db: AgentDb, o: Ou): Promise<Avant[]> =>
  (await db.all(sql.avants, { acad: o.acad, fil: o.d.id })).map(({ id, personne, contenu }) => ({
    id,
    personne,
    identite: dechiffrer<Identite>(o.fil, 'identite_avant.contenu', id, contenu),
  }))

/** In the transaction of the correction. */
export const garderIdentite = (db: AgentDb, o: Ou, { id, personne, identite }: Avant): Promise<number> =>
  db.run(sql.garder, {
    acad: o.acad,
    id,
    fil: o.d.id,
    personne,
    contenu: chiffrer(o.fil, 'identite_avant.contenu', id, identite),
  })

/** The fact that noted an entry: a person added, a guardian linked (the link bears the same id), or the opening. */
function noteePar(faits: readonly Fait[], entree: string): Fait {
  const note = faits.find(({ verbe, detail }) => {
    const d = detail as { personne?: string; lien?: string }
    return verbe === 'dossier.inscrire_personne'
      ? d.personne === entree
      : verbe === 'dossier.lier_responsable' && d.lien === entree
  })
  return note ?? faits[0]!
}

/** Each correction of this person, and of the entries that are read as theirs; newest first. */
export async function changementsDe(db: AgentDb, o: Dossier, p: Personne): Promise<Changement<Identite>[]> {
  const gardes = new Map((await avantsDe(db, o)).map((a) => [a.id, a.identite]))
  const corrections = o.faits.filter((f) => f.verbe === 'dossier.corriger_personne')
  return [p, ...p.reunies]
    .flatMap((entree) => {
      const siennes = corrections.filter((f) => (f.detail as { personne: string }).personne === entree.id)
      return remonter([noteePar(o.faits, entree.id), ...siennes], gardes, entree)
    })
    .sort((a, b) => b.change.le.getTime() - a.change.le.getTime())
}
