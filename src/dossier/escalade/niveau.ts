import type { AgentDb } from '#platform'
import { notifierEquipe } from '#signalement'
import { consigner, type Dossier } from '../dossier.ts'
import * as sql from './escalade.sql.ts'

/**
 * The reports joined to a dossier, and the dossiers merged into it, are held where it is: out of the school's sight with it, and back.
 * A fact on each; a report whose adult no longer sees it is announced to whoever holds it now.
 */
export async function suivreNiveau(
  db: AgentDb,
  o: Pick<Dossier, 'acad' | 'moi' | 'qualite'> & { d: { id: string; numero: string } },
): Promise<void> {
  for (const x of await db.all(sql.suivreNiveau, { acad: o.acad, dossier: o.d.id })) {
    const verbe = x.sorte === 'dossier' ? 'dossier.changer_niveau' : 'signalement.suivre_niveau'
    await consigner(db, { ...o, d: { id: x.fil } }, verbe, { de: x.de, vers: x.vers, avec: o.d.id, numero: o.d.numero })
    if (x.libre) await notifierEquipe(db, { ...x, acad: o.acad, niveau: x.vers, etab: x.etab!, dept: x.dept! }, 'nouveau')
  }
}
