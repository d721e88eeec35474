import type { AgentDb } from '#platform'
import type { Classe } from '../echeance.ts'
import { echeanceDe } from '../echeance.ts'
import type { ReglagesAcad } from '../protocole/reglages.ts'
import * as sql from './famille.sql.ts'

interface Ou {
  acad: string
  d: { id: string }
  reglages: ReglagesAcad
  classe: Classe
}

/**
 * Starts the clock of the first news for each family that has none running: the target's always; the presumed authors' when the
 * académie tells them from the start. To be called when a dossier opens, is taken in charge anew, or gains a pupil.
 */
export async function annoncer(db: AgentDb, o: Ou): Promise<void> {
  const roles = o.reglages.variante('parents_auteurs') === 'debut' ? ['cible', 'auteur_presume'] : ['cible']
  const le = echeanceDe('nouvelle_famille', o.reglages, o.classe)
  await db.run(sql.promettre, { acad: o.acad, id: o.d.id, roles, le })
}
